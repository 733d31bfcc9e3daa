import { LimitError } from "../../errors/limit-error.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { requireCount } from "../row-source.ts";
import { fastFourier } from "./fast-fourier.ts";
import { asRows, type ProductSketch, readDense, readTarget, requireFactors } from "./sketch.ts";

/** Most entries of a sketched product: 2^27 doubles are 1 GiB. */
const MOST_ENTRIES = 2 ** 27;

/**
 * Draws a TensorSketch of A₁ ⊗ … ⊗ A_q: a CountSketch of the product whose hash of row (i_1, …, i_q) is Σ h_k(i_k) mod m and whose sign
 * is Π s_k(i_k), so that it is applied to the factors one by one.
 *
 * Column (k_1, …, k_q) of the sketched product is the circular convolution of the sketched columns, by FFT. Cost
 * Σ nnz(A_k) + Π d_k · m lg m. A right-hand side of the product is touched entry by entry.
 *
 * Queries: Σ n_k classical row reads. Needs m = O(3^q D²/(ε²δ)) rows, D = Π d_k (see `embeddingRows`).
 *
 * Errors: RangeError for a number of rows that is not a power of two, no factor, or sizes that are not whole; LimitError for more
 * than 2^27 entries of the result.
 *
 * Source: Pham and Pagh (2013); for regression Diao, Song, Sun and Woodruff, arXiv:1712.09473.
 *
 * @example tensorSketch({ rows: 1024, sizes: [500, 400] }, seededRandom(7)).apply([a1, a2])
 */
export function tensorSketch(
  { rows, sizes }: { readonly rows: number; readonly sizes: readonly number[] },
  random: RandomStream,
): ProductSketch {
  const name = "TensorSketch";
  requireCount(name, "rows", rows);
  for (const size of sizes) requireCount(name, "sizes", size);
  if (!Number.isInteger(Math.log2(rows)) || sizes.length === 0) {
    throw new RangeError(
      `${name}: expected a power of two of rows and at least one factor, got ${rows} rows and ${sizes.length} factors; use embeddingRows.`,
    );
  }
  const size = sizes.reduce((product, count) => product * count, 1);
  const hashes = sizes.map((count, k) => hashOf(count, rows, random.split("factor", k)));
  return {
    name,
    rows,
    size,
    apply(factors, ledger) {
      requireFactors(name, sizes.length, factors.length);
      const oracles = factors.map((factor, k) => asRows(factor, ledger, `A${k + 1}`));
      const columns = oracles.reduce((product, oracle) => product * oracle.columns, 1);
      if (rows * columns > MOST_ENTRIES) {
        throw new LimitError(name, MOST_ENTRIES, rows * columns, "entries", "use fewer rows or columns");
      }
      const transforms = oracles.map((oracle, k) =>
        sketchedColumns(readDense(oracle, sizes[k], name), hashes[k], rows),
      );
      const result = new Float64Array(rows * columns);
      for (let column = 0; column < columns; column++) {
        const { re, im } = productColumn(transforms, column, rows);
        fastFourier(re, im, true);
        for (let j = 0; j < rows; j++) result[j * columns + column] = re[j] / rows;
      }
      return new DenseMatrix(rows, columns, result);
    },
    applyTarget(target, ledger) {
      const b = readTarget(target, ledger, size, name);
      const result = new Float64Array(rows);
      const index = new Int32Array(sizes.length);
      for (let flat = 0; flat < size; flat++) {
        let place = 0;
        let sign = 1;
        for (let k = 0; k < index.length; k++) {
          place += hashes[k].places[index[k]];
          sign *= hashes[k].signs[index[k]];
        }
        result[place % rows] += sign * b[flat];
        for (let k = index.length - 1; k >= 0 && ++index[k] === sizes[k]; k--) index[k] = 0;
      }
      return result;
    },
  };
}

interface Hash {
  readonly places: Int32Array;
  readonly signs: Int8Array;
}

interface Columns {
  readonly count: number;
  readonly re: readonly Float64Array[];
  readonly im: readonly Float64Array[];
}

function hashOf(size: number, rows: number, stream: RandomStream): Hash {
  const places = new Int32Array(size);
  const signs = new Int8Array(size);
  for (let i = 0; i < size; i++) {
    const draw = stream.integer(2 * rows);
    places[i] = draw % rows;
    signs[i] = draw < rows ? 1 : -1;
  }
  return { places, signs };
}

/** The Fourier transforms of the columns of a CountSketch of one factor. */
function sketchedColumns({ rows: n, columns, data }: DenseMatrix, hash: Hash, rows: number): Columns {
  const re = Array.from({ length: columns }, () => new Float64Array(rows));
  const im = Array.from({ length: columns }, () => new Float64Array(rows));
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < columns; k++) re[k][hash.places[i]] += hash.signs[i] * data[i * columns + k];
  }
  for (let k = 0; k < columns; k++) fastFourier(re[k], im[k]);
  return { count: columns, re, im };
}

function productColumn(transforms: readonly Columns[], column: number, rows: number) {
  const re = new Float64Array(rows).fill(1);
  const im = new Float64Array(rows);
  let rest = column;
  for (const { count, re: otherRe, im: otherIm } of [...transforms].reverse()) {
    const x = otherRe[rest % count];
    const y = otherIm[rest % count];
    rest = Math.floor(rest / count);
    for (let j = 0; j < rows; j++) {
      const real = re[j] * x[j] - im[j] * y[j];
      im[j] = re[j] * y[j] + im[j] * x[j];
      re[j] = real;
    }
  }
  return { re, im };
}
