import { checkShape } from "./check-shape.ts";
import { type ComplexMatrix, unitarityDefect } from "./complex-matrix.ts";
import { checkCondition } from "./conditions/check-condition.ts";
import type { Control } from "./control.ts";
import { gateOf } from "./gate-table.ts";
import type { BoxOperation, LookupOperation, Operation, PhaseOracleOperation } from "./operation.ts";
import { isUnitary } from "./operation.ts";
import { operationBits, operationQubits, targetQubits } from "./operation-qubits.ts";
import type { Parameter } from "./parameter.ts";
import { checkParameter } from "./parameters/check-parameter.ts";

/**
 * Checks that an operation is well formed on so many qubits: known gate, counts, finite angles, distinct qubits in range.
 *
 * Errors: RangeError that names the operation and what is wrong with it; TypeError for an unknown kind and for
 * fields that are missing.
 */
export function checkOperation(operation: Operation, qubits: number): void {
  checkShape(operation);
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
    case "box":
      checkBox(operation);
      break;
    case "conditional":
      checkCondition(subject, operation.condition);
      checkBody(operation.operations, qubits);
      checkBody(operation.otherwise, qubits);
      break;
    case "while":
      checkCondition(subject, operation.condition);
      checkBody(operation.operations, qubits);
      if (!isWhole(operation.limit, 2 ** 53)) {
        throw new RangeError(
          `while: expected a whole number ≥ 0 of rounds, got ${operation.limit}; give the most that may happen.`,
        );
      }
      break;
    case "assign":
      checkCondition(subject, operation.value);
      break;
    case "qft":
    case "measure":
    case "reset":
    case "barrier":
      break;
  }
  checkQubits(subject, operationQubits(operation), qubits);
  if (!isUnitary(operation)) {
    checkBitNumbers(subject, operationBits(operation));
  } else {
    checkControlValues(subject, operation.controls);
    if (operation.kind !== "gate" && operation.kind !== "box" && targetQubits(operation).length === 0) {
      throw new RangeError(`${subject}: expected at least one qubit, got none; name the qubits it acts on.`);
    }
  }
}

// Every operation of every circuit comes through here. Lists are walked by index: they are of many kinds (frozen, of
// whole numbers, of reals), and over such a mix an iterator is slow.

function checkControlValues(subject: string, controls: readonly Control[]): void {
  for (let k = 0; k < controls.length; k++) {
    const { value } = controls[k];
    if (value !== 0 && value !== 1) {
      throw new RangeError(`${subject}: expected control values 0 or 1, got ${value}; use off(qubit) for 0.`);
    }
  }
}

/** Checks a list of qubits: whole numbers in range, none twice. */
export function checkQubits(subject: string, list: readonly number[], qubits: number): void {
  for (let k = 0; k < list.length; k++) {
    if (!isWhole(list[k], qubits)) {
      throw new RangeError(
        `${subject}: expected a qubit from 0 to ${qubits - 1}, got ${list[k]}; make the circuit larger or renumber.`,
      );
    }
  }
  if (hasRepeat(list)) {
    throw new RangeError(`${subject}: expected distinct qubits, got ${list.join(", ")}; name each once.`);
  }
}

/** Checks a list of bits: whole numbers, none twice. */
export function checkBits(subject: string, list: readonly number[]): void {
  checkBitNumbers(subject, list);
  if (hasRepeat(list)) {
    throw new RangeError(`${subject}: expected distinct bits, got ${list.join(", ")}; name each once.`);
  }
}

function checkBitNumbers(subject: string, list: readonly number[]): void {
  for (let k = 0; k < list.length; k++) {
    if (!isWhole(list[k], 2 ** 31)) {
      throw new RangeError(`${subject}: expected a whole bit number ≥ 0, got ${list[k]}; bits count from 0.`);
    }
  }
}

/** Bodies that were checked, and for how many qubits: a body that is used many times is checked once. */
const checkedBodies = new WeakMap<readonly Operation[], number>();

function checkBody(operations: readonly Operation[], qubits: number): void {
  if (checkedBodies.get(operations) === qubits) return;
  for (const step of operations) checkOperation(step, qubits);
  if (Object.isFrozen(operations)) checkedBodies.set(operations, qubits);
}

function checkBox({ label, qubits, operations }: BoxOperation): void {
  if (typeof label !== "string" || label === "") {
    throw new RangeError(`box: expected a name, got ${JSON.stringify(label)}; say what the box does.`);
  }
  const wrong = operations.find((step) => !isUnitary(step) && step.kind !== "barrier");
  if (wrong !== undefined) {
    throw new RangeError(
      `box: expected unitary operations and barriers, got ${wrong.kind} in ${label}; append that part without a box.`,
    );
  }
  checkBody(operations, qubits.length);
}

function hasRepeat(list: readonly number[]): boolean {
  // Most lists have one or two qubits: comparing pairs costs less than a set.
  if (list.length > 8) return new Set(list).size !== list.length;
  for (let k = 1; k < list.length; k++) {
    for (let j = 0; j < k; j++) if (list[j] === list[k]) return true;
  }
  return false;
}

function checkGate(name: string, parameters: readonly Parameter[], qubits: readonly number[]): void {
  const gate = gateOf(name);
  if (qubits.length !== gate.qubits || parameters.length !== gate.parameters.length) {
    throw new RangeError(
      `${name}: expected ${gate.parameters.length} parameters and ${gate.qubits} qubits, got ${parameters.length} and ${qubits.length}; pass the angles first.`,
    );
  }
  for (let k = 0; k < parameters.length; k++) checkParameter(name, parameters[k]);
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
