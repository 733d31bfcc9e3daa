import { approximateKroneckerTask } from "../algorithms/approximate-kronecker.ts";
import { predictKronecker } from "../algorithms/predict-kronecker.ts";
import type { SketchOptions } from "../algorithms/sketch-options.ts";
import type { RealMatrix } from "../matrix/real-matrix.ts";
import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import { rowOracle } from "../oracles/row-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Task } from "../task/task.ts";
import { certifyKronecker, type KroneckerCertificate } from "./certify-kronecker.ts";

/** One run of a sweep: what it asked, what was predicted, and what reading everything would have asked. */
export interface SweepPoint {
  /** Rows n of each factor. */
  readonly rows: number;
  readonly seed: number;
  /** Coherent row queries, measured, over all factors. */
  readonly quantum: number;
  /** Checks of measured candidates, measured. */
  readonly checks: number;
  /** Rows read classically, measured. */
  readonly reads: number;
  /** The same three as predicted from the shapes alone (label expected). */
  readonly predicted: { readonly quantum: number; readonly checks: number; readonly reads: number };
  /** Row queries of the honest classical rival: every factor read once (exact). */
  readonly classical: number;
  readonly nonzeros: number;
  readonly certificate: KroneckerCertificate;
}

/** What a sweep over sizes runs. */
export interface SizeSweep {
  /** The factors at a number of rows. */
  readonly factors: (rows: number) => readonly RealMatrix[];
  readonly sizes: readonly number[];
  readonly seeds: readonly number[];
  readonly options: Omit<SketchOptions, "random">;
  readonly random: RandomStream;
}

/**
 * Runs the sketch on a family of growing matrices and sets its counts beside the prediction and the classical bill.
 *
 * Each (size, seed) has streams of its own, so that points do not depend on which others are run.
 */
export function* sizeSweepTask(sweep: SizeSweep): Task<SweepPoint[]> {
  const points: SweepPoint[] = [];
  const total = sweep.sizes.length * sweep.seeds.length;
  for (const rows of sweep.sizes) {
    const factors = sweep.factors(rows);
    for (const seed of sweep.seeds) {
      yield { stage: `n = ${rows}, seed ${seed}`, done: points.length, total };
      const random = sweep.random.split("rows", rows).split("seed", seed);
      const oracles = factors.map((factor) => rowOracle(factor));
      const sketch = yield* quietly(
        approximateKroneckerTask(oracles, { ...sweep.options, random }),
        points.length,
        total,
      );
      const predicted = predictKronecker(factors, sweep.options).ledger;
      points.push({
        rows,
        seed,
        quantum: sketch.ledger.total({ access: "quantum" }),
        checks: sketch.ledger.total({ access: "classical", use: "check" }),
        reads: sketch.ledger.total({ access: "classical", use: "read" }),
        predicted: {
          quantum: sum(predicted, ({ access }) => access === "quantum"),
          checks: sum(predicted, ({ use }) => use === "check"),
          reads: sum(predicted, ({ use }) => use === "read"),
        },
        classical: factors.reduce((reads, factor) => reads + factor.rows, 0),
        nonzeros: sketch.weights.length,
        certificate: certifyKronecker(factors, sketch),
      });
    }
  }
  return points;
}

// The sketch's own progress restarts with each point; the sweep reports points.
function* quietly<Result>(task: Task<Result>, done: number, total: number): Task<Result> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { stage: step.value.stage, done, total };
  }
}

function sum(entries: readonly LedgerEntry[], wanted: (entry: LedgerEntry) => boolean): number {
  return entries.filter(wanted).reduce((total, { count }) => total + (count ?? Number.NaN), 0);
}
