import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../src/matrix/generators/ill-conditioned-matrix.ts";
import { needleMatrix } from "../../src/matrix/generators/needle-matrix.ts";
import { rankDeficientMatrix } from "../../src/matrix/generators/rank-deficient-matrix.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const random = seededRandom(20261124);

function gaussian(rows: number, columns: number, name: string): DenseMatrix {
  return gaussianMatrix({ rows, columns }, random.split(name));
}

function entries(rows: number, columns: number, at: (i: number, k: number) => number): DenseMatrix {
  const data = Float64Array.from({ length: rows * columns }, (_, e) =>
    at(Math.floor(e / columns), e % columns),
  );
  return new DenseMatrix(rows, columns, data);
}

function changed(matrix: DenseMatrix, at: (value: number, i: number, k: number) => number): DenseMatrix {
  return entries(matrix.rows, matrix.columns, (i, k) => at(matrix.at(i, k), i, k));
}

/** The kinds of matrix that a numerical method is tried on, after the test programs of LAPACK and some more. */
export const matrixTypes: readonly {
  readonly name: string;
  readonly rank: number;
  readonly matrix: DenseMatrix;
}[] = [
  { name: "Gaussian", rank: 6, matrix: gaussian(300, 6, "plain") },
  {
    name: "graded columns, 1 to 1e-14",
    rank: 6,
    matrix: changed(gaussian(300, 6, "graded"), (x, _, k) => x * 10 ** (-2.8 * k)),
  },
  {
    name: "graded rows, 1 to 1e-12",
    rank: 6,
    matrix: changed(gaussian(300, 6, "graded rows"), (x, i) => x * 10 ** (-i / 25)),
  },
  {
    name: "condition 1e8",
    rank: 5,
    matrix: illConditionedMatrix({ rows: 200, columns: 5, condition: 1e8 }, random.split("condition")),
  },
  {
    name: "near-singular, condition 1e12",
    rank: 4,
    matrix: illConditionedMatrix({ rows: 200, columns: 4, condition: 1e12 }, random.split("near-singular")),
  },
  { name: "scaled to 1e150", rank: 5, matrix: changed(gaussian(200, 5, "large"), (x) => x * 1e150) },
  { name: "scaled to 1e-150", rank: 5, matrix: changed(gaussian(200, 5, "small"), (x) => x * 1e-150) },
  {
    name: "duplicate rows",
    rank: 4,
    matrix: ((base) => entries(200, 4, (i, k) => base.at(i % 10, k)))(gaussian(10, 4, "duplicates")),
  },
  {
    name: "duplicate columns",
    rank: 3,
    matrix: ((base) => entries(200, 6, (i, k) => base.at(i, k % 3)))(gaussian(200, 3, "columns")),
  },
  {
    name: "rows and columns of zeros",
    rank: 3,
    matrix: changed(gaussian(200, 5, "zeros"), (x, i, k) => (i % 3 === 0 || k === 1 || k === 4 ? 0 : x)),
  },
  { name: "Hilbert", rank: 8, matrix: entries(60, 8, (i, k) => 1 / (1 + i + k)) },
  {
    name: "rank 2 of 5",
    rank: 2,
    matrix: rankDeficientMatrix({ rows: 150, columns: 5, rank: 2 }, random.split("rank")),
  },
  { name: "needle", rank: 2, matrix: needleMatrix({ rows: 500, position: 123 }) },
  { name: "square identity", rank: 7, matrix: entries(7, 7, (i, k) => (i === k ? 1 : 0)) },
];
