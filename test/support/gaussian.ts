import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";

/** A matrix of independent standard normal entries. */
export function gaussian(rows: number, columns: number, random: RandomStream): DenseMatrix {
  return new DenseMatrix(
    rows,
    columns,
    Float64Array.from({ length: rows * columns }, () => random.normal()),
  );
}
