import { spectralApproximationTask } from "../algorithms/spectral-approximation.ts";
import type { DenseMatrix } from "../matrix/dense-matrix.ts";
import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { Ledger } from "../oracles/ledger.ts";
import { rowOracle } from "../oracles/row-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Task } from "../task/task.ts";

/** How rows that are made of the data are sketched by repeated halving, and billed. */
export interface HalvingSketchOptions {
  /** The matrix that each row is made of, one of its rows for each: the name on the bill. */
  readonly name: string;
  /** What is read beside it to make a row: entries of another oracle. */
  readonly beside: { readonly oracle: string; readonly entries: number };
  /** What the stages on the bill begin with. */
  readonly stage: string;
  readonly epsilon: number;
  /** Probability that the sketch may fail (default 0.05). */
  readonly delta?: number;
  /** Whether subsets may be read classically where that is cheaper (default `auto`). */
  readonly fallback?: "auto" | "never";
  readonly random: RandomStream;
  readonly ledger: Ledger;
}

/**
 * Sketches the rows of a matrix that is made row by row of the data, such as √D C, by the quantum algorithm of repeated halving.
 *
 * The constant of the sampling rates is 1, without proof.
 *
 * Queries: Õ(√(nd)/ε) row queries, or n reads where those are fewer; each is billed as a row of `name` and the entries beside it.
 *
 * Source: arXiv:2311.03215, Theorem 3.1; its use on a Hessian is derived.
 */
export function* halvingSketch(rows: DenseMatrix, options: HalvingSketchOptions): Task<WeightedRows> {
  const { name, beside, stage, epsilon, delta = 0.05, fallback = "auto", random, ledger } = options;
  const sketch = yield* spectralApproximationTask(rowOracle(rows, { name }), {
    epsilon,
    delta,
    fallback,
    constant: "practical",
    random,
  });
  for (const entry of sketch.ledger.entries()) {
    const billed = { ...entry, stage: `${stage}, ${entry.stage}` };
    ledger.add(billed);
    if (entry.unit !== "row" || entry.count === null) continue;
    ledger.add({ ...billed, oracle: beside.oracle, unit: "entry", count: beside.entries * entry.count });
  }
  return sketch.rows;
}
