import { halvingSketch } from "../../../../applications/halving-sketch.ts";
import { diagonalRows } from "../../../../applications/two-layer-newton/diagonal-rows.ts";
import { twoLayerInstance } from "../../../../applications/two-layer-newton/two-layer-instance.ts";
import { twoLayerPoint } from "../../../../applications/two-layer-newton/two-layer-point.ts";
import { twoLayerProblem } from "../../../../applications/two-layer-newton/two-layer-problem.ts";
import { sampleRows } from "../../../../baselines/sketches/sample-rows.ts";
import { LimitError } from "../../../../errors/limit-error.ts";
import { rowOracle } from "../../../../oracles/row-oracle.ts";
import { targetOracle } from "../../../../oracles/target-oracle.ts";
import { numberOf } from "../../setting.ts";
import { hessianSketchFamily, hessianSketchParameters } from "../hessian-sketch/hessian-sketch-family.ts";

/** Rows that the classical sample keeps for each column, as the system does by default. */
const oversampling = 60;
const mostEntries = 2 ** 24;

/** One Hessian of the two-layer regression, sketched by rows. */
export const twoLayerNewtonFamily = hessianSketchFamily({
  name: "two-layer-newton",
  title: "One Hessian of the two-layer softmax–ReLU regression",
  summary:
    "At a random point the rows √D_ii c_i of the diagonal Hessian are replaced by a short weighted list of them.",
  parameters: {
    ...hessianSketchParameters,
    m: {
      ...{ kind: "integer", default: 4, least: 1, most: 1000, symbol: "m" },
      description: "rows of A, the outer layer",
    },
    w: {
      ...{ kind: "number", default: 0.1, least: 0, most: 1000, symbol: "w" },
      description: "weight of the regulariser in each row",
    },
  },
  oracle: "C",
  runs: 1,
  source: "arXiv:2311.15390, template in our reading",
  assumptions: [
    "Each row query is one row of C and the m entries of a column of A, which are counted apart.",
  ],
  remark:
    "Only the Hessian can gain: the gradient holds Σ exp(z_i), a sum over all n rows, which every step reads anyway. At many rows the softmax weights are of the order 1/n, and nearly all of this Hessian is w²CᵀC.",
  require(setting) {
    const entries = numberOf(setting, "m") * numberOf(setting, "n");
    if (entries <= mostEntries) return;
    throw new LimitError("two-layer-newton", mostEntries, entries, "entries of A", "use fewer rows n or m");
  },
  instance(setting, random) {
    const [n, d, m, w] = ["n", "d", "m", "w"].map((name) => numberOf(setting, name));
    const data = twoLayerInstance({ n, d, m }, random.split("data"));
    const problem = twoLayerProblem({ ...data, w });
    const start = random.split("start");
    const rows = diagonalRows(
      problem,
      twoLayerPoint(
        problem,
        Float64Array.from({ length: d }, () => start.normal()),
      ),
    );
    if (rows === null) {
      throw new RangeError(
        `two-layer-newton: expected a positive diagonal of the Hessian, got one that is not with w = ${w}; take a larger w.`,
      );
    }
    return {
      rows,
      halve: ({ epsilon, delta, fallback }, stream, ledger) =>
        halvingSketch(rows, {
          ...{ name: "C", beside: { oracle: "A", entries: m }, stage: "Hessian" },
          ...{ epsilon, delta, fallback, random: stream, ledger },
        }),
      sample(stream, ledger) {
        rowOracle(problem.inner, { name: "C", ledger }).readAll();
        targetOracle(problem.outer.data, { name: "A", ledger }).readAll();
        return sampleRows(rows, { form: "bernoulli", draws: oversampling * d, random: stream }).rows;
      },
    };
  },
  defaultStudy: {
    family: "two-layer-newton",
    sweeps: [
      { vary: "n", values: [2 ** 12, 2 ** 14, 2 ** 16, 2 ** 17, 2 ** 18] },
      { vary: "d", values: [2, 3, 4], with: { n: 2 ** 17 } },
      { vary: "epsilon", values: [0.9, 0.5, 0.3], with: { n: 2 ** 17 } },
    ],
    seeds: [1, 2, 3],
    prices: [1, 1.5, 2, 10],
  },
});
