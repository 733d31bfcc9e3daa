/**
 * A square complex matrix, row by row: entry (r, c) is `re[r·size + c] + i·im[r·size + c]`.
 *
 * As the matrix of a gate on the qubits (q₀, q₁, …), bit k of a row or column number belongs to q_k.
 */
export interface ComplexMatrix {
  readonly size: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** A matrix entry as it is written down: a real number or (real part, imaginary part). */
export type ComplexEntry = number | readonly [re: number, im: number];

/**
 * Builds a matrix from rows of entries.
 *
 * Errors: RangeError when the rows do not form a square of finite numbers.
 *
 * @example complexMatrix([[0, [0, -1]], [[0, 1], 0]]) // Pauli Y
 */
export function complexMatrix(rows: readonly (readonly ComplexEntry[])[]): ComplexMatrix {
  const result = zeroMatrix(rows.length);
  rows.forEach((row, r) => {
    if (row.length !== rows.length) {
      throw new RangeError(
        `complexMatrix: expected ${rows.length} entries in row ${r}, got ${row.length}; pass a square.`,
      );
    }
    row.forEach((entry, c) => {
      const [re, im] = typeof entry === "number" ? [entry, 0] : entry;
      if (!Number.isFinite(re) || !Number.isFinite(im)) {
        throw new RangeError(
          `complexMatrix: expected a finite entry (${r}, ${c}), got ${re} + ${im}i; check the data.`,
        );
      }
      result.re[r * rows.length + c] = re;
      result.im[r * rows.length + c] = im;
    });
  });
  return result;
}

/** The matrix of all zeros. */
export function zeroMatrix(size: number): ComplexMatrix {
  return { size, re: new Float64Array(size * size), im: new Float64Array(size * size) };
}

/** The unit matrix. */
export function identityMatrix(size: number): ComplexMatrix {
  const result = zeroMatrix(size);
  for (let k = 0; k < size; k++) result.re[k * size + k] = 1;
  return result;
}

/** The product a·b. Zeros of a are skipped, so a sparse left factor is cheap. */
export function multiply(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const { size } = a;
  if (b.size !== size) {
    throw new RangeError(
      `multiply: expected two matrices of one size, got ${size} and ${b.size}; check them.`,
    );
  }
  const result = zeroMatrix(size);
  for (let r = 0; r < size; r++) {
    for (let k = 0; k < size; k++) {
      const re = a.re[r * size + k];
      const im = a.im[r * size + k];
      if (re === 0 && im === 0) continue;
      for (let c = 0; c < size; c++) {
        const bre = b.re[k * size + c];
        const bim = b.im[k * size + c];
        result.re[r * size + c] += re * bre - im * bim;
        result.im[r * size + c] += re * bim + im * bre;
      }
    }
  }
  return result;
}

/** The conjugate transpose. */
export function adjoint(a: ComplexMatrix): ComplexMatrix {
  const result = zeroMatrix(a.size);
  for (let r = 0; r < a.size; r++) {
    for (let c = 0; c < a.size; c++) {
      result.re[c * a.size + r] = a.re[r * a.size + c];
      result.im[c * a.size + r] = -a.im[r * a.size + c];
    }
  }
  return result;
}

/** The Kronecker product a ⊗ b: row (i, j) is i·size(b) + j, so b takes the low qubits. */
export function kroneckerProduct(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const size = a.size * b.size;
  const result = zeroMatrix(size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      const ka = Math.floor(r / b.size) * a.size + Math.floor(c / b.size);
      const kb = (r % b.size) * b.size + (c % b.size);
      result.re[r * size + c] = a.re[ka] * b.re[kb] - a.im[ka] * b.im[kb];
      result.im[r * size + c] = a.re[ka] * b.im[kb] + a.im[ka] * b.re[kb];
    }
  }
  return result;
}

/** The largest |a − b| over all entries; NaN if there is one, infinite for different sizes. */
export function largestDifference(a: ComplexMatrix, b: ComplexMatrix): number {
  if (a.size !== b.size) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let k = 0; k < a.re.length; k++) {
    const difference = Math.hypot(a.re[k] - b.re[k], a.im[k] - b.im[k]);
    if (Number.isNaN(difference)) return difference;
    largest = Math.max(largest, difference);
  }
  return largest;
}

/** How far a matrix is from unitary: the largest entry of |a†a − 1|. */
export function unitarityDefect(a: ComplexMatrix): number {
  return largestDifference(multiply(adjoint(a), a), identityMatrix(a.size));
}
