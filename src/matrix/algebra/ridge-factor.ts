import type { WeightedRows } from "../weighted-rows.ts";
import { scaledRows } from "./scaled-rows.ts";
import { TriangularAccumulator } from "./triangular-accumulator.ts";
import type { ScaledTriangularFactor } from "./triangular-factor.ts";

/**
 * Computes the triangular factors of A and of the taller matrix [A; √λ I], whose Gram matrix is AᵀA + λI.
 *
 * Errors: RangeError for a λ that is not a number ≥ 0, and for entries, weights or counts that are not finite.
 */
export function ridgeFactors(
  rows: WeightedRows,
  lambda: number,
  name: string,
): { readonly plain: ScaledTriangularFactor; readonly ridged: ScaledTriangularFactor } {
  requireRidge(lambda, name);
  const { columns } = rows;
  const accumulator = new TriangularAccumulator(columns);
  accumulator.addScaled(scaledRows(rows, name), name);
  const plain = accumulator.finish();
  addRidge(accumulator, lambda, name);
  return { plain, ridged: accumulator.finish() };
}

/** Adds the rows of √λ I, so that the factor is that of AᵀA + λI. */
export function addRidge(accumulator: TriangularAccumulator, lambda: number, name: string): void {
  const { columns } = accumulator;
  const values = new Float64Array(columns * columns);
  for (let k = 0; k < columns; k++) values[k * columns + k] = Math.sqrt(lambda);
  accumulator.addScaled({ length: columns, columns, values, scale: undefined }, name);
}

/** Checks a ridge parameter. */
export function requireRidge(lambda: number, name: string): void {
  if (lambda >= 0 && Number.isFinite(lambda)) return;
  throw new RangeError(
    `${name}: expected a finite lambda ≥ 0, got ${lambda}; pass the ridge parameter, such as 0.1.`,
  );
}
