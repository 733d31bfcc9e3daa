import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { kroneckerRow } from "../../matrix/kronecker/kronecker-row.ts";
import { pairIndex, splitPairIndex } from "../../matrix/kronecker/pair-index.ts";
import { distinctIndices } from "../../random/distinct-indices.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { requireCount } from "../row-source.ts";
import { hadamardTransform, randomSigns } from "./hadamard-sketch.ts";
import { asRows, type ProductSketch, readDense, readTarget, requireFactors } from "./sketch.ts";
import { transformEachIndex } from "./transform-each-index.ts";

/**
 * Draws a Kronecker fast Johnson–Lindenstrauss transform: S = √(N/m) P (H₁D₁ ⊗ … ⊗ H_qD_q), a uniform choice of m rows of the product of
 * randomised Hadamard transforms. Row (j_1, …, j_q) of SA is the Kronecker product of one row of each H_kD_kA_k.
 *
 * Queries: Σ n_k classical row reads; the product is never expanded.
 *
 * Errors: RangeError for sizes that are not whole, no factor, or more rows than the padded product has.
 *
 * Source: Jin, Kolda and Ward, arXiv:1909.04801.
 *
 * @example kroneckerHadamardSketch({ rows: 400, sizes: [500, 400] }, seededRandom(7)).apply([a1, a2])
 */
export function kroneckerHadamardSketch(
  { rows, sizes }: { readonly rows: number; readonly sizes: readonly number[] },
  random: RandomStream,
): ProductSketch {
  const name = "Kronecker Hadamard sketch";
  requireCount(name, "rows", rows);
  for (const count of sizes) requireCount(name, "sizes", count);
  const padded = sizes.map((count) => 2 ** Math.ceil(Math.log2(count)));
  const total = padded.reduce((product, count) => product * count, 1);
  const size = sizes.reduce((product, count) => product * count, 1);
  if (sizes.length === 0 || rows > total) {
    throw new RangeError(
      `${name}: expected at least one factor and at most ${total} rows, got ${sizes.length} and ${rows}; use fewer rows.`,
    );
  }
  const scale = 1 / Math.sqrt(rows);
  const chosen = Array.from(distinctIndices(rows, total, random.split("rows")), (flat) =>
    splitPairIndex(flat, padded),
  );
  const mix = (matrix: DenseMatrix, k: number): DenseMatrix => {
    const { rows: n, columns, data } = matrix;
    const signs = randomSigns(n, random.split("signs", k));
    const mixed = new Float64Array(padded[k] * columns);
    const work = new Float64Array(padded[k]);
    for (let column = 0; column < columns; column++) {
      for (let i = 0; i < n; i++) work[i] = signs[i] * data[i * columns + column];
      work.fill(0, n);
      hadamardTransform(work);
      for (let i = 0; i < work.length; i++) mixed[i * columns + column] = work[i];
    }
    return new DenseMatrix(padded[k], columns, mixed);
  };
  return {
    name,
    rows,
    size,
    apply(factors, ledger) {
      requireFactors(name, sizes.length, factors.length);
      const mixed = factors.map((factor, k) =>
        mix(readDense(asRows(factor, ledger, `A${k + 1}`), sizes[k], name), k),
      );
      const columns = mixed.reduce((product, factor) => product * factor.columns, 1);
      const result = new DenseMatrix(rows, columns, new Float64Array(rows * columns));
      chosen.forEach((index, j) => {
        const row = kroneckerRow(
          index.map((i, k) => mixed[k].row(i)),
          result.row(j),
        );
        for (let k = 0; k < columns; k++) row[k] *= scale;
      });
      return result;
    },
    applyTarget(target, ledger) {
      const b = readTarget(target, ledger, size, name);
      // One index of b after the other, so that no more than lg N operations an entry and index are needed.
      const mixed = transformEachIndex(b, sizes, mix);
      return Float64Array.from(chosen, (index) => scale * mixed[pairIndex(index, padded)]);
    },
  };
}
