import { elevation } from "../../showcase/data/elevation.ts";
import { flights } from "../../showcase/data/flights.ts";
import { weather } from "../../showcase/data/weather.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";

/** A real data set as a regression problem. */
export interface RealProblem {
  readonly name: string;
  readonly matrix: DenseMatrix;
  readonly b: Float64Array;
}

/** Delays by distance and hour, temperature by pressure and wind, height by a quadratic surface. */
export async function realProblems(): Promise<readonly RealProblem[]> {
  return [
    split("flights", (await flights(12_000)).matrix, 1),
    split("weather", weather().matrix, 2),
    surface(),
  ];
}

/** The heights of the volcano with polynomials of both coordinates: a Kronecker problem. */
export function elevationProduct(): { readonly factors: readonly DenseMatrix[]; readonly b: Float64Array } {
  const { matrix } = elevation();
  const powers = (rows: number) =>
    new DenseMatrix(
      rows,
      3,
      Float64Array.from({ length: 3 * rows }, (_, e) => (Math.floor(e / 3) / rows) ** (e % 3)),
    );
  return { factors: [powers(matrix.rows), powers(matrix.columns)], b: matrix.data };
}

/** One column becomes the right-hand side, the others the matrix. */
function split(name: string, { rows, columns, data }: DenseMatrix, target: number): RealProblem {
  const b = Float64Array.from({ length: rows }, (_, i) => data[i * columns + target]);
  return {
    name,
    matrix: new DenseMatrix(
      rows,
      columns - 1,
      data.filter((_, at) => at % columns !== target),
    ),
    b,
  };
}

function surface(): RealProblem {
  const { matrix } = elevation();
  const data: number[] = [];
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < matrix.columns; j++) data.push(1, i, j, i * i, i * j, j * j);
  }
  return {
    name: "elevation",
    matrix: new DenseMatrix(matrix.data.length, 6, Float64Array.from(data)),
    b: matrix.data,
  };
}
