import { complex, type Matrix, matrix } from "mathjs";
import { type ComplexMatrix, LimitError, type RealMatrix, type StateVector } from "../../index.ts";

/** The most entries that are written out: mathjs holds each complex one as an object of its own. */
const largest = 2 ** 24;

/**
 * A matrix of kronket as a dense matrix of mathjs: real entries as numbers, those of a complex matrix as its `Complex`.
 *
 * Errors: LimitError above 2^24 entries, before anything is made.
 *
 * @example toMathjs(gateMatrix("x")) // matrix([[0, 1], [1, 0]]) of math.complex entries
 */
export function toMathjs(source: RealMatrix | ComplexMatrix): Matrix {
  if ("kind" in source) {
    requireRoom(source.rows * source.columns);
    return matrix(Array.from({ length: source.rows }, (_, r) => Array.from(source.row(r))));
  }
  const { size, re, im } = source;
  requireRoom(size * size);
  return matrix(
    Array.from({ length: size }, (_, r) =>
      Array.from({ length: size }, (_, c) => complex(re[r * size + c], im[r * size + c])),
    ),
  );
}

/**
 * The amplitudes of a state as a vector of mathjs, basis state 0 first.
 *
 * Errors: LimitError above 24 qubits.
 *
 * @example multiply(toMathjs(unitary(circuit)), stateToMathjs(state)) // the state after the circuit
 */
export function stateToMathjs({ re, im }: StateVector): Matrix {
  requireRoom(re.length);
  return matrix(Array.from(re, (value, k) => complex(value, im[k])));
}

function requireRoom(entries: number): void {
  if (entries > largest) {
    throw new LimitError("toMathjs", largest, entries, "entries", "take a part of the matrix");
  }
}
