import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, billedTarget, type RowSource, type TargetSource } from "../row-source.ts";
import { readDense } from "../sketches/sketch.ts";

/** A regression problem that was read completely. */
export interface ReadProblem {
  readonly matrix: DenseMatrix;
  readonly b: Float64Array;
  readonly ledger: Ledger;
}

/**
 * Reads all rows and all entries of b, stage `read once`.
 *
 * Errors: RangeError for a b of another length, and for values that are not finite.
 */
export function readProblem(source: RowSource, target: TargetSource, subject: string): ReadProblem {
  const ledger = new Ledger();
  ledger.enter("read once");
  const rows = billedRows(source, ledger);
  const entries = billedTarget(target, ledger, rows.rows, subject);
  return { matrix: readDense(rows, rows.rows, subject), b: entries.readAll(), ledger };
}
