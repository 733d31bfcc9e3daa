import type { KroneckerPrediction, RealMatrix } from "../../index.ts";

/** Up to this many rows, the random order of the rows is kept in tables of 4 bytes a row and direction. */
const LARGEST_TABLE = 2 ** 22;
/** Bytes of a marked row besides its values: position, probability, hash, amplitudes and object heads. */
const PER_MARK = 200;

/**
 * How many bytes a run needs at its peak: the data, the work on the largest factor, the sketch and its certificate.
 *
 * An estimate from the plan, on the safe side; the marked rows are taken at twice their expected number.
 */
export function simulationBytes(
  { plan, nonzeros }: KroneckerPrediction,
  matrices: readonly RealMatrix[],
  certified: boolean,
): number {
  const data = matrices.reduce((sum, matrix) => sum + matrixBytes(matrix), 0);
  const work = plan.factors.map(({ rows, columns, base, stages }, k) => {
    const dense = matrices[k].kind === "dense";
    const order = dense && rows <= LARGEST_TABLE ? 8 * rows : 0;
    // Of a row-class matrix a subset is read class by class.
    const read = dense
      ? Math.ceil(rows / 2 ** base)
      : (matrices[k] as { classes: readonly unknown[] }).classes.length;
    const marks = Math.max(0, ...stages.filter(({ kind }) => kind !== "read").map(({ marked }) => marked));
    return { kept: read * (8 * columns + 24), passing: order + 2 * marks * (8 * columns + PER_MARK) };
  });
  const kept = work.reduce((sum, { kept: bytes }) => sum + bytes, 0);
  const passing = Math.max(...work.map(({ passing: bytes }) => bytes));
  const order = matrices.length;
  const dimension = matrices.reduce((product, { columns }) => product * columns, 1);
  const tuples = (nonzeros ?? 0) * (8 * order + 8 + 100);
  const certificate = certified ? 4 * 8 * dimension ** 2 : 0;
  return Math.ceil(data + kept + Math.max(passing, tuples + certificate));
}

/** The bytes of a matrix in memory. */
export function matrixBytes(matrix: RealMatrix): number {
  return matrix.kind === "dense"
    ? 8 * matrix.rows * matrix.columns
    : matrix.classes.length * (8 * matrix.columns + 100);
}
