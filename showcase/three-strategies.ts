import {
  approximateKroneckerTask,
  type CompleteAsyncOptions,
  certifyKronecker,
  completeAsync,
  type PairMethod,
  powerFit,
  replicatedBasisMatrix,
  rowOracle,
  seededRandom,
} from "../src/index.ts";
import { bothWidths, growthChart, growthTable, type ReportSection } from "../src/presentation/index.ts";

const rows = 2 ** 36;
const strategies = [
  { method: "two-stage", name: "two-stage", role: "quantum" },
  { method: "many-copies", name: "many copies", role: "third" },
  { method: "one-at-a-time", name: "one state at a time", role: "fourth" },
] as const satisfies readonly { method: PairMethod; name: string; role: string }[];
const accuracies = [1 / 2, 1 / 4, 1 / 8, 1 / 16];
const narrow = 2;
const widths = [2, 4, 8];

/**
 * Coherent queries of the sampling stage of a strategy, beyond the common halving. The estimate of the normaliser that
 * drawing one state at a time needs once is left out: it grows as 1/ε and would hide the growth of the draws.
 */
async function samplingQueries(
  method: PairMethod,
  columns: number,
  epsilon: number,
  seed: number,
  background: CompleteAsyncOptions,
): Promise<{ readonly cost: number; readonly holds: boolean }> {
  const matrix = replicatedBasisMatrix({ counts: new Array<number>(columns).fill(rows / columns) });
  const factors = [matrix, matrix];
  const random = seededRandom(seed).split(`strategies ${method} ${columns}`, Math.round(1 / epsilon));
  const options = { epsilon, delta: 0.05, constant: "practical", search: "known", method, random } as const;
  const oracles = factors.map((factor) => rowOracle(factor));
  const sketch = await completeAsync(approximateKroneckerTask(oracles, options), background);
  const cost = ["refinement", "tuple drawing"].reduce(
    (sum, stage) => sum + sketch.ledger.total({ access: "quantum", stage }),
    0,
  );
  return { cost, holds: certifyKronecker(factors, sketch).holds };
}

/** Compares the three ways to draw rows of the product, and states the gap in the published count with its repair. */
export async function threeStrategies(
  seed: number,
  background: CompleteAsyncOptions,
): Promise<ReportSection> {
  let runs = 0;
  let held = 0;
  const grow = async (
    parameter: string,
    values: readonly number[],
    at: (value: number) => [number, number],
  ) => ({
    parameter,
    costLabel: "coherent queries of the sampling stage",
    title: `Cost against ${parameter}`,
    series: await Promise.all(
      strategies.map(async ({ method, name, role }) => {
        const points: { value: number; cost: number }[] = [];
        for (const value of values) {
          const { cost, holds } = await samplingQueries(method, ...at(value), seed, background);
          points.push({ value, cost });
          runs++;
          if (holds) held++;
        }
        const { exponent } = powerFit(points.map(({ value, cost }) => [value, cost]));
        return { name, kind: "counted", role, points, exponent } as const;
      }),
    ),
  });
  const inAccuracy = await grow(
    "1/ε",
    accuracies.map((epsilon) => 1 / epsilon),
    (value) => [narrow, 1 / value],
  );
  const inWidth = await grow("d", widths, (value) => [value, 1 / 2]);
  return {
    heading: "Three ways to draw the rows, and a gap in the published count",
    paragraphs: [
      "The abstract of [arXiv:2402.07027](https://arxiv.org/abs/2402.07027) claims Õ(√(nd)/ε) row queries for a list D of O(d² log d/ε²) rows that follows the leverage law of A. **We could not make both hold, and derive that they cannot (this is our reading, not the authors' words):** if m rows of a factor carry all leverage and are hidden among n, then m independent draws reveal a constant fraction of them, and finding m hidden items takes Ω(√(nm)) queries; with m = d² log d/ε² that is √n·d·√(log d)/ε.",
      "**The repair keeps the guarantee and changes the law:** approximate each factor by a short list first (only O(d log d/ε²) rows each, Õ(√(nd)/ε) queries), then draw pairs from the short lists, which are known. The result is a spectral approximation of A with as few rows; it follows the leverage law of the short product, not that of A. That is the default, `two-stage`. `many-copies` and `one-at-a-time` draw from A literally.",
      `All three keep √n. They differ in d and 1/ε, as the fitted exponents show (logarithms included; n = 2³⁶ rows, c = 1, the number of marked rows taken as known so that only the strategies differ). ${held === runs ? `All ${runs}` : `${held} of the ${runs}`} sketches were certified.`,
    ],
    figures: [
      {
        svg: bothWidths(growthChart, inAccuracy),
        caption:
          "Against accuracy, d = 2 columns per factor. Derived exponents: 1 for two-stage and many copies, 2 for one state at a time, whose one-off estimate of its normaliser, which grows as 1/ε, is not in the line.",
        table: growthTable(inAccuracy),
      },
      {
        svg: bothWidths(growthChart, inWidth),
        caption:
          "Against width, ε = ½. Derived exponents up to logarithms: ½ for two-stage, 1 for many copies, 1½ for one state at a time. Many copies is flatter at small d, where the estimate of its normaliser and not the tuples sets how many copies it takes.",
        table: growthTable(inWidth),
      },
    ],
  };
}
