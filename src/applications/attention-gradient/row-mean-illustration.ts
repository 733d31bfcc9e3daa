import { largestEntry } from "../../matrix/algebra/largest-entry.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { planePreparation } from "../../oracles/plane-preparation.ts";
import { estimateAmplitude } from "../../primitives/amplitude-estimation.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { attentionRowOf, residualRow } from "./attention-row-of.ts";
import { type AttentionGradientInput, gradientProblem } from "./gradient-problem.ts";

/** One entry of the gradient as a mean over rows, estimated in two ways. An illustration, not a theorem. */
export interface RowMeanIllustration {
  readonly entry: readonly [row: number, column: number];
  readonly exact: number;
  /** By amplitude estimation with M points, and by the mean of as many sampled rows as that evaluates. */
  readonly quantum: number;
  readonly sampled: number;
  /** 2π√(a(1−a))/M + π²/M², on the scale of the entry; kept with probability 8/π². */
  readonly quantumErrorBound: number;
  /** Evaluations of a row: uses of the preparation and its inverse, and samples. */
  readonly quantumRows: number;
  readonly sampledRows: number;
  /** The same in kernel evaluations: n to compute a row, and n more to uncompute it. The whole gradient takes n². */
  readonly quantumKernels: number;
  readonly sampledKernels: number;
  readonly exactKernels: number;
  readonly ledger: readonly LedgerEntry[];
}

/**
 * Illustrates the quantum side of the gradient: entry (a, b) is Σ_j A1_ja (p_j A2)_b/d, n times the mean of one number for each row.
 *
 * Amplitude estimation errs like 1/M, sampling like 1/√N. Both pay a whole row, n kernel evaluations, for every number, and the
 * simulator knows the largest of them, which is a promise here. No end-to-end gain is known, and none is claimed.
 *
 * Errors: as attentionGrad; RangeError for an entry out of range or points that are not a whole number ≥ 1.
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055; its use here is derived.
 */
export function rowMeanIllustration(
  input: AttentionGradientInput,
  options: {
    readonly points: number;
    readonly random: RandomStream;
    readonly entry?: readonly [row: number, column: number];
  },
): RowMeanIllustration {
  const problem = gradientProblem("rowMeanIllustration", input);
  const { n, d, A1, A2, h } = problem;
  const { points, random, entry = [0, 0] } = options;
  const [a, b] = entry;
  for (const index of entry) {
    if (Number.isInteger(index) && index >= 0 && index < d) continue;
    throw new RangeError(
      `rowMeanIllustration: expected an entry of a ${d} × ${d} gradient, got (${entry.join(", ")}); indices count from 0.`,
    );
  }
  const terms = Float64Array.from({ length: n }, (_, j) => {
    const f = attentionRowOf(problem, j);
    const c = residualRow(problem, j, f);
    const q = Float64Array.from(f, (_, i) => h.row(i).reduce((sum, value, l) => sum + value * c[l], 0));
    const inner = f.reduce((sum, value, i) => sum + value * q[i], 0);
    const image = f.reduce((sum, value, i) => sum + value * (q[i] - inner) * A2.at(i, b), 0);
    return (A1.at(j, a) * image) / d;
  });
  const largest = largestEntry(terms) || 1;
  const exact = terms.reduce((sum, term) => sum + term, 0);
  // The flag shows with probability (1 + term/largest)/2.
  const share = Math.min(1, Math.max(0, (1 + exact / (n * largest)) / 2));
  const entryOf = (probability: number) => n * largest * (2 * probability - 1);

  const ledger = new Ledger();
  ledger.enter("one entry, illustration");
  let quantumRows = 0;
  const preparation = planePreparation({
    good: share,
    bad: 1 - share,
    drawGood: () => 0,
    drawBad: () => 0,
    bill(use, count) {
      // A round of amplification holds the preparation and its inverse; a row is computed and uncomputed in each.
      const uses = use === "controlled" ? 2 * count : count;
      quantumRows += uses;
      ledger.charge({ oracle: "exp", access: "quantum", unit: "kernel", use, count: 2 * n * uses });
    },
  });
  const { estimate, error } = estimateAmplitude(preparation, { points, random: random.split("estimate") });
  const draw = random.split("samples");
  let sum = 0;
  for (let s = 0; s < quantumRows; s++) sum += terms[draw.integer(n)];
  ledger.charge({
    oracle: "exp",
    access: "classical",
    unit: "kernel",
    use: "read",
    count: n * quantumRows,
  });
  return {
    entry,
    exact,
    quantum: entryOf(estimate),
    sampled: (n * sum) / quantumRows,
    quantumErrorBound: 2 * n * largest * error,
    quantumRows,
    sampledRows: quantumRows,
    quantumKernels: ledger.total({ access: "quantum", unit: "kernel" }),
    sampledKernels: ledger.total({ access: "classical", unit: "kernel" }),
    exactKernels: n * n,
    ledger: ledger.entries(),
  };
}
