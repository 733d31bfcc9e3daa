import type { ComplexMatrix } from "./complex-matrix.ts";
import type { Operation } from "./operation.ts";
import type { CircuitRegisters } from "./register.ts";

/** A circuit as values that JSON can hold: typed arrays are lists. */
export interface PlainCircuit {
  readonly qubits: number;
  readonly bits: number;
  readonly operations: readonly unknown[];
  readonly registers?: CircuitRegisters;
}

/** An operation with typed arrays as lists, those inside boxes, branches and loops included. */
export function toPlainOperation(operation: Operation): unknown {
  switch (operation.kind) {
    case "unitary": {
      const { size, re, im } = operation.matrix;
      return { ...operation, matrix: { size, re: Array.from(re), im: Array.from(im) } };
    }
    case "lookup":
      return { ...operation, table: Array.from(operation.table) };
    case "phaseOracle":
      return { ...operation, marked: Array.from(operation.marked) };
    case "box":
    case "while":
      return { ...operation, operations: operation.operations.map(toPlainOperation) };
    case "conditional":
      return {
        ...operation,
        operations: operation.operations.map(toPlainOperation),
        otherwise: operation.otherwise.map(toPlainOperation),
      };
    default:
      return operation;
  }
}

/**
 * An operation with lists as typed arrays again; what is no list is left for the check of operations to refuse.
 */
export function fromPlainOperation(plain: unknown): Operation {
  if (typeof plain !== "object" || plain === null) return plain as Operation;
  const operation = plain as Operation;
  const inside = (list: readonly Operation[]) => (Array.isArray(list) ? list.map(fromPlainOperation) : list);
  switch (operation.kind) {
    case "unitary":
      return { ...operation, matrix: matrixFrom(operation.matrix) };
    case "lookup":
      return { ...operation, table: uintsFrom(operation.table) };
    case "phaseOracle":
      return { ...operation, marked: uintsFrom(operation.marked) };
    case "box":
    case "while":
      return { ...operation, operations: inside(operation.operations) };
    case "conditional":
      return {
        ...operation,
        operations: inside(operation.operations),
        otherwise: inside(operation.otherwise ?? []),
      };
    default:
      return operation;
  }
}

function uintsFrom(list: ArrayLike<number>): Uint32Array {
  if (!Array.isArray(list)) return list as Uint32Array;
  const result = Uint32Array.from(list);
  const wrong = result.findIndex((value, k) => value !== list[k]);
  if (wrong >= 0) {
    throw new RangeError(
      `fromJSON: expected whole numbers from 0 to 2^32 − 1, got ${String(list[wrong])} at ${wrong}; check the table.`,
    );
  }
  return result;
}

function matrixFrom(matrix: ComplexMatrix): ComplexMatrix {
  const numbers = (list: unknown) => (Array.isArray(list) ? Float64Array.from(list) : (list as Float64Array));
  return typeof matrix === "object" && matrix !== null
    ? { size: matrix.size, re: numbers(matrix.re), im: numbers(matrix.im) }
    : matrix;
}
