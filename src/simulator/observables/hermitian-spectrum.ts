import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from "ml-matrix";
import { type ComplexMatrix, zeroMatrix } from "../../circuit/complex-matrix.ts";
import { LimitError } from "../../errors/limit-error.ts";

/** Largest number of rows: 9 qubits, some ten seconds. */
const largest = 512;

/**
 * The eigenvalues of a Hermitian matrix, ascending.
 *
 * A + iB becomes the real symmetric [[A, −B], [B, A]], which has every eigenvalue twice.
 *
 * Errors: LimitError above 512 rows; RangeError for entries that are not finite.
 */
export function hermitianEigenvalues(subject: string, matrix: ComplexMatrix): Float64Array {
  const { realEigenvalues } = decompose(subject, matrix);
  const sorted = Float64Array.from(realEigenvalues).sort();
  return sorted.filter((_, k) => k % 2 === 0);
}

/**
 * The square root of a positive semidefinite matrix.
 *
 * A function of the real form of a matrix is the real form of the function, so the blocks are read off. Eigenvalues
 * below 1e-15 of the largest are rounding and count as 0.
 */
export function squareRoot(subject: string, matrix: ComplexMatrix): ComplexMatrix {
  const { size } = matrix;
  const { realEigenvalues, eigenvectorMatrix: vectors } = decompose(subject, matrix);
  requirePositive(subject, realEigenvalues);
  const largestValue = Math.max(...realEigenvalues);
  const result = zeroMatrix(size);
  realEigenvalues.forEach((value, k) => {
    if (value <= 1e-15 * largestValue) return;
    const root = Math.sqrt(value);
    for (let c = 0; c < size; c++) {
      const weight = root * vectors.get(c, k);
      for (let r = 0; r < size; r++) {
        result.re[r * size + c] += weight * vectors.get(r, k);
        result.im[r * size + c] += weight * vectors.get(size + r, k);
      }
    }
  });
  return result;
}

/** The singular values of a complex matrix, descending: each comes twice in its real form. */
export function singularValues(subject: string, matrix: ComplexMatrix): Float64Array {
  const { diagonal } = new SingularValueDecomposition(realForm(subject, matrix), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  const sorted = Float64Array.from(diagonal).sort().reverse();
  return sorted.filter((_, k) => k % 2 === 0);
}

/** Checks that the eigenvalues of a density matrix are not negative beyond rounding. */
export function requirePositive(subject: string, eigenvalues: Iterable<number>): void {
  for (const value of eigenvalues) {
    if (value < -1e-9) {
      throw new RangeError(
        `${subject}: expected a positive semidefinite density matrix, got an eigenvalue of ${value}; check where it comes from.`,
      );
    }
  }
}

function decompose(subject: string, matrix: ComplexMatrix): EigenvalueDecomposition {
  return new EigenvalueDecomposition(realForm(subject, matrix), { assumeSymmetric: true });
}

function realForm(subject: string, { size, re, im }: ComplexMatrix): Matrix {
  if (size > largest) {
    throw new LimitError(
      subject,
      largest,
      size,
      "rows",
      "eigenvalues of larger matrices take minutes: take a part of the qubits with partialTrace",
    );
  }
  // The decompositions give plausible numbers for NaN.
  for (let k = 0; k < size * size; k++) {
    if (!Number.isFinite(re[k]) || !Number.isFinite(im[k])) {
      throw new RangeError(
        `${subject}: expected finite entries, got ${re[k]} + ${im[k]}i; check where they come from.`,
      );
    }
  }
  const result = new Matrix(2 * size, 2 * size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      result.set(r, c, re[r * size + c]);
      result.set(r, size + c, -im[r * size + c]);
      result.set(size + r, c, im[r * size + c]);
      result.set(size + r, size + c, re[r * size + c]);
    }
  }
  return result;
}
