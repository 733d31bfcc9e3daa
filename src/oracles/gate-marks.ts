import { LimitError } from "../errors/limit-error.ts";
import { DenseMatrix } from "../matrix/dense-matrix.ts";
import type { MarkedSet } from "../simulator/search/marked-set.ts";
import type { SearchRegister } from "../simulator/search/search-register.ts";
import { markingRegister } from "./marking-circuit.ts";
import type { Marking } from "./nested-subsets.ts";

/** The largest marking circuit that is simulated: 2^22 amplitudes. */
export const largestMarkingCircuit = 22;

/**
 * Prepares gate-level registers for the marks of a subset: the rows of its positions, their hashes, and the rule.
 *
 * The entries get the fewest bits in two's complement that hold all of them.
 *
 * Errors: RangeError without `bits`, for entries that are not whole or a number of rows that is not a power of two;
 * LimitError for a circuit of more than 22 qubits.
 */
export function gateMarks(
  name: string,
  subset: {
    readonly rows: readonly Float64Array[];
    readonly nextSize: number;
    readonly hash: ArrayLike<number>;
  },
  { bits, probability }: Marking,
): (marked: MarkedSet) => SearchRegister {
  if (bits === undefined) {
    throw new RangeError(
      `${name}: expected bits at fidelity gate, got none; 3 bits of score and hash make a small circuit.`,
    );
  }
  const size = subset.rows.length;
  const columns = subset.rows[0].length;
  const width = entryWidth(name, subset.rows);
  const qubits = Math.log2(size) + columns * width + 2 * bits + 1;
  if (!Number.isInteger(Math.log2(size))) {
    throw new RangeError(
      `${name}: expected a power of two of rows at fidelity gate, got ${size}; add zero rows.`,
    );
  }
  if (qubits > largestMarkingCircuit) {
    throw new LimitError(
      name,
      largestMarkingCircuit,
      qubits,
      "qubits",
      "use fewer rows, smaller entries or fewer bits, or another fidelity",
    );
  }
  const data = new Float64Array(size * columns);
  subset.rows.forEach((row, x) => {
    data.set(row, x * columns);
  });
  return markingRegister({
    rows: new DenseMatrix(size, columns, data),
    width,
    probability,
    nextSize: subset.nextSize,
    bits,
    hash: subset.hash,
    name,
  });
}

/** The least number of bits in two's complement that holds all entries. */
function entryWidth(name: string, rows: readonly Float64Array[]): number {
  let width = 1;
  for (const row of rows) {
    for (const entry of row) {
      if (!Number.isInteger(entry) || Math.abs(entry) > 2 ** 15) {
        throw new RangeError(
          `${name}: expected small whole entries at fidelity gate, got ${entry}; scale and round the data.`,
        );
      }
      while (entry < -(2 ** (width - 1)) || entry >= 2 ** (width - 1)) width++;
    }
  }
  return width;
}
