import { type ComplexMatrix, unitarityDefect } from "./complex-matrix.ts";
import { gateOf } from "./gate-table.ts";
import type { LookupOperation, Operation, PhaseOracleOperation } from "./operation.ts";
import { isUnitary } from "./operation.ts";
import { operationBits, operationQubits, targetQubits } from "./operation-qubits.ts";

/**
 * Checks that an operation is well formed on so many qubits: known gate, counts, finite angles, distinct qubits in range.
 *
 * Errors: RangeError that names the operation and what is wrong with it; TypeError for an unknown kind.
 */
export function checkOperation(operation: Operation, qubits: number): void {
  const subject = operation.kind === "gate" ? operation.gate : operation.kind;
  switch (operation.kind) {
    case "gate":
      checkGate(subject, operation.parameters, operation.qubits);
      break;
    case "unitary":
      checkMatrix(operation.matrix, operation.qubits.length);
      break;
    case "lookup":
      checkTable(operation);
      break;
    case "phaseOracle":
      checkAngle(subject, operation.phase);
      checkMarked(operation);
      break;
    case "reflectUniform":
      checkAngle(subject, operation.alpha);
      break;
    case "conditional":
      for (const inner of operation.operations) checkOperation(inner, qubits);
      if (!isWhole(operation.value, 2 ** operation.bits.length)) {
        throw new RangeError(
          `conditional: expected a whole number below ${2 ** operation.bits.length}, got ${operation.value}; use as many bits as the value needs.`,
        );
      }
      break;
    case "qft":
    case "measure":
    case "reset":
    case "barrier":
      break;
    default:
      throw new TypeError(
        `Circuit: expected a kind of operation such as gate or measure, got ${(operation as { kind: unknown }).kind}; see Operation.`,
      );
  }
  checkQubits(subject, operationQubits(operation), qubits);
  if (!isUnitary(operation)) {
    for (const bit of operationBits(operation)) {
      if (!isWhole(bit, 2 ** 31)) {
        throw new RangeError(`${subject}: expected a whole bit number ≥ 0, got ${bit}; bits count from 0.`);
      }
    }
  } else {
    for (const { value } of operation.controls) {
      if (value !== 0 && value !== 1) {
        throw new RangeError(
          `${subject}: expected control values 0 or 1, got ${value}; use off(qubit) for 0.`,
        );
      }
    }
    if (operation.kind !== "gate" && targetQubits(operation).length === 0) {
      throw new RangeError(`${subject}: expected at least one qubit, got none; name the qubits it acts on.`);
    }
  }
}

/** Checks a list of qubits: whole numbers in range, none twice. */
export function checkQubits(subject: string, list: readonly number[], qubits: number): void {
  for (const qubit of list) {
    if (!isWhole(qubit, qubits)) {
      throw new RangeError(
        `${subject}: expected a qubit from 0 to ${qubits - 1}, got ${qubit}; make the circuit larger or renumber.`,
      );
    }
  }
  if (hasRepeat(list)) {
    throw new RangeError(`${subject}: expected distinct qubits, got ${list.join(", ")}; name each once.`);
  }
}

function hasRepeat(list: readonly number[]): boolean {
  // Most lists have one or two qubits: comparing pairs costs less than a set.
  if (list.length > 8) return new Set(list).size !== list.length;
  for (let k = 1; k < list.length; k++) {
    for (let j = 0; j < k; j++) if (list[j] === list[k]) return true;
  }
  return false;
}

function checkGate(name: string, parameters: readonly number[], qubits: readonly number[]): void {
  const gate = gateOf(name);
  if (qubits.length !== gate.qubits || parameters.length !== gate.parameters.length) {
    throw new RangeError(
      `${name}: expected ${gate.parameters.length} parameters and ${gate.qubits} qubits, got ${parameters.length} and ${qubits.length}; pass the angles first.`,
    );
  }
  for (const angle of parameters) checkAngle(name, angle);
}

function checkMatrix(matrix: ComplexMatrix, qubits: number): void {
  if (matrix.size !== 2 ** qubits) {
    throw new RangeError(
      `unitary: expected a matrix of ${2 ** qubits} rows for ${qubits} qubits, got ${matrix.size}; name as many qubits as the matrix has.`,
    );
  }
  const defect = unitarityDefect(matrix);
  if (!(defect <= 1e-9)) {
    throw new RangeError(
      `unitary: expected a unitary matrix, got one that misses U†U = 1 by ${defect}; normalise its columns.`,
    );
  }
}

function checkTable({ inputs, outputs, table }: LookupOperation): void {
  if (outputs.length === 0) {
    throw new RangeError("lookup: expected at least one output qubit, got none; name where the value goes.");
  }
  if (table.length !== 2 ** inputs.length) {
    throw new RangeError(
      `lookup: expected ${2 ** inputs.length} table entries for ${inputs.length} inputs, got ${table.length}; list every input state.`,
    );
  }
  const wide = table.findIndex((value) => value >= 2 ** outputs.length);
  if (wide >= 0) {
    throw new RangeError(
      `lookup: expected values below ${2 ** outputs.length} for ${outputs.length} outputs, got ${table[wide]} at ${wide}; add output qubits.`,
    );
  }
}

function checkMarked({ qubits, marked }: PhaseOracleOperation): void {
  marked.forEach((state, k) => {
    if (state >= 2 ** qubits.length) {
      throw new RangeError(
        `phaseOracle: expected states below ${2 ** qubits.length}, got ${state}; mark states of the named qubits.`,
      );
    }
    if (k > 0 && state <= marked[k - 1]) {
      throw new RangeError(
        `phaseOracle: expected strictly ascending states, got ${state} after ${marked[k - 1]}; sort and name each once.`,
      );
    }
  });
}

function checkAngle(subject: string, angle: number): void {
  if (!Number.isFinite(angle)) {
    throw new RangeError(
      `${subject}: expected a finite angle in radians, got ${angle}; check where it comes from.`,
    );
  }
}

function isWhole(value: number, below: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < below;
}
