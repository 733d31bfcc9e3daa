import { adjoint, type ComplexMatrix, identityMatrix, multiply } from "./complex-matrix.ts";
import { invertOperations } from "./invert-operation.ts";
import type { Operation } from "./operation.ts";
import { repeatOperations } from "./repeat-operations.ts";

/**
 * Some steps done n times over, undone −n times for negative n.
 *
 * A single dense matrix becomes its n-th power, by repeated squaring; everything else is written out.
 *
 * Errors: RangeError for an n that is not whole, and for a negative n of what cannot be undone.
 */
export function powerOperations(operations: readonly Operation[], n: number): Operation[] {
  if (!Number.isSafeInteger(n)) {
    throw new RangeError(`power: expected a whole number, got ${n}; take roots by hand.`);
  }
  const [only] = operations;
  if (operations.length === 1 && only.kind === "unitary") {
    const label = only.label === undefined ? {} : { label: `${only.label}^${n}` };
    return [{ ...only, matrix: matrixPower(only.matrix, n), ...(n !== 1 && label) }];
  }
  return n < 0 ? repeatOperations(invertOperations(operations), -n) : repeatOperations(operations, n);
}

function matrixPower(matrix: ComplexMatrix, n: number): ComplexMatrix {
  let square = n < 0 ? adjoint(matrix) : matrix;
  let result = identityMatrix(matrix.size);
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(square, result);
    square = multiply(square, square);
  }
  return result;
}
