import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { firstNonFinite, requireFinite } from "./require-finite.ts";

/**
 * The common view under which the factorisations read a matrix: entry e is the row `values[e·columns …]` times
 * `scale[e]` (1 where `scale` is undefined). It has the Gram matrix of the original, with a class of c identical
 * rows entering once, scaled by √c.
 */
export interface ScaledRows {
  readonly length: number;
  readonly columns: number;
  readonly values: Float64Array;
  readonly scale: Float64Array | undefined;
}

/**
 * Reads a matrix or a weighted list of rows as scaled rows: √count for a class of rows, √count · weight for a
 * weighted entry.
 *
 * Errors: RangeError for entries that are not finite, for arrays of unequal length and for negative counts.
 */
export function scaledRows(matrix: RealMatrix | WeightedRows, name: string): ScaledRows {
  if (!("kind" in matrix)) return scaledWeightedRows(matrix, name);
  requireFinite(matrix, name);
  if (matrix.kind === "dense") {
    return { length: matrix.rows, columns: matrix.columns, values: matrix.data, scale: undefined };
  }
  const { classes, columns } = matrix;
  const values = new Float64Array(classes.length * columns);
  classes.forEach(({ row }, k) => {
    values.set(row, k * columns);
  });
  return {
    length: classes.length,
    columns,
    values,
    scale: Float64Array.from(classes, ({ count }) => Math.sqrt(count)),
  };
}

function scaledWeightedRows(rows: WeightedRows, name: string): ScaledRows {
  const { columns, values, weights, counts } = rows;
  const length = weights.length;
  if (values.length !== length * columns || counts.length !== length) {
    throw new RangeError(
      `${name}: expected ${length} rows of ${columns} values with as many counts as weights, got ${values.length} values and ${counts.length} counts; give every entry one row, one weight and one count.`,
    );
  }
  const bad = firstNonFinite(values);
  if (bad >= 0) {
    throw new RangeError(
      `${name}: expected finite numbers, got ${values[bad]} in entry ${Math.floor(bad / columns)}, column ${bad % columns} (counted from 0); remove or replace it.`,
    );
  }
  const scale = new Float64Array(length);
  let isPlain = true;
  for (let e = 0; e < length; e++) {
    scale[e] = Math.sqrt(counts[e]) * weights[e];
    if (scale[e] !== 1) isPlain = false;
    if (!Number.isFinite(scale[e])) {
      throw new RangeError(
        `${name}: expected a finite weight and a count ≥ 0 in entry ${e}, got weight ${weights[e]} and count ${counts[e]}; leave entries of probability 0 out.`,
      );
    }
  }
  return { length, columns, values, scale: isPlain ? undefined : scale };
}
