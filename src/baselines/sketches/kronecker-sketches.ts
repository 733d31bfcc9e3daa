import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { kroneckerProduct } from "../../matrix/kronecker/kronecker-product.ts";
import { kroneckerRow } from "../../matrix/kronecker/kronecker-row.ts";
import { pairIndex, splitPairIndex } from "../../matrix/kronecker/pair-index.ts";
import { distinctIndices } from "../../random/distinct-indices.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { requireCount } from "../row-source.ts";
import { hadamardTransform, randomSigns } from "./hadamard-sketch.ts";
import { asRows, type ObliviousSketch, type ProductSketch, readDense, readTarget } from "./sketch.ts";
import { requireFactors } from "./tensor-sketch.ts";

/**
 * Sketches each factor on its own: S = S₁ ⊗ … ⊗ S_q, SA = S₁A₁ ⊗ … ⊗ S_qA_q.
 *
 * If every S_k embeds A_k to within ε_k, S embeds the product to within Π(1 + ε_k) − 1. It has Π m_k rows: more than a sketch
 * that mixes the factors, but SA stays a Kronecker product.
 *
 * Queries: Σ n_k classical row reads. Errors: RangeError without a sketch.
 *
 * @example kroneckerSketchOf([countSketch({ rows: 40, size: 500 }, r1), countSketch({ rows: 40, size: 400 }, r2)])
 */
export function kroneckerSketchOf(sketches: readonly ObliviousSketch[]): ProductSketch {
  const name = "Kronecker sketch";
  if (sketches.length === 0) {
    throw new RangeError(`${name}: expected at least one sketch, got none; pass one for each factor.`);
  }
  const rows = sketches.reduce((product, sketch) => product * sketch.rows, 1);
  const size = sketches.reduce((product, sketch) => product * sketch.size, 1);
  return {
    name,
    rows,
    size,
    apply(factors, ledger) {
      requireFactors(name, sketches.length, factors.length);
      return kroneckerProduct(
        sketches.map((sketch, k) => sketch.apply(asRows(factors[k], ledger, `A${k + 1}`))),
      );
    },
    applyTarget(target, ledger) {
      let values = readTarget(target, ledger, size, name);
      // One index of b after the other: those before it are sketched already.
      let outer = 1;
      let inner = size;
      for (const sketch of sketches) {
        inner /= sketch.size;
        const next = new Float64Array(outer * sketch.rows * inner);
        const length = sketch.size * inner;
        for (let o = 0; o < outer; o++) {
          const slice = new DenseMatrix(sketch.size, inner, values.subarray(o * length, (o + 1) * length));
          next.set(sketch.multiply(slice).data, o * sketch.rows * inner);
        }
        values = next;
        outer *= sketch.rows;
      }
      return values;
    },
  };
}

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
      const mixed = mixTensor(b, sizes, mix);
      return Float64Array.from(chosen, (index) => scale * mixed[pairIndex(index, padded)]);
    },
  };
}

function mixTensor(
  b: Float64Array,
  sizes: readonly number[],
  mix: (matrix: DenseMatrix, k: number) => DenseMatrix,
): Float64Array {
  let values = b;
  let outer = 1;
  let inner = b.length;
  sizes.forEach((count, k) => {
    inner /= count;
    const parts: Float64Array[] = [];
    for (let o = 0; o < outer; o++) {
      const part = values.subarray(o * count * inner, (o + 1) * count * inner);
      parts.push(mix(new DenseMatrix(count, inner, part), k).data);
    }
    const length = parts[0].length;
    values = new Float64Array(outer * length);
    for (let o = 0; o < outer; o++) values.set(parts[o], o * length);
    outer *= length / inner;
  });
  return values;
}
