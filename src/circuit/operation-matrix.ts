import { type ComplexMatrix, identityMatrix, multiply, zeroMatrix } from "./complex-matrix.ts";
import type { Control } from "./control.ts";
import { embedMatrix } from "./embed-matrix.ts";
import { gateMatrix } from "./gate-matrix.ts";
import {
  isUnitary,
  type LookupOperation,
  type Operation,
  type PhaseOracleOperation,
  type UnitaryKindOperation,
} from "./operation.ts";
import { operationQubits } from "./operation-qubits.ts";
import { unitPhase } from "./unit-phase.ts";

/**
 * The matrix of one operation on its own qubits, in the order of `operationQubits`: targets low, added controls high.
 *
 * Each kind is written out from its definition and shares nothing with the kernels of an engine.
 */
export function operationMatrix(operation: UnitaryKindOperation): ComplexMatrix {
  return underControls(targetMatrix(operation), operation.controls);
}

/** The product of some steps on so many qubits, later steps from the left. Errors: RangeError for a step without a matrix. */
export function operationsMatrix(operations: readonly Operation[], qubits: number): ComplexMatrix {
  let result = identityMatrix(2 ** qubits);
  for (const step of operations) {
    if (step.kind === "barrier") continue;
    if (!isUnitary(step)) {
      throw new RangeError(
        `unitary: expected unitary operations, got ${step.kind}; take the part without it.`,
      );
    }
    result = multiply(embedMatrix(operationMatrix(step), operationQubits(step), qubits), result);
  }
  return result;
}

function targetMatrix(operation: UnitaryKindOperation): ComplexMatrix {
  switch (operation.kind) {
    case "gate":
      return gateMatrix(operation.gate, operation.parameters);
    case "unitary":
      return operation.matrix;
    case "lookup":
      return lookupMatrix(operation);
    case "phaseOracle":
      return phaseMatrix(operation);
    case "reflectUniform":
      return reflectionMatrix(2 ** operation.qubits.length, operation.alpha);
    case "qft":
      return fourierMatrix(2 ** operation.qubits.length, operation.inverse ? -1 : 1);
    case "box":
      return operationsMatrix(operation.operations, operation.qubits.length);
  }
}

function lookupMatrix({ inputs, outputs, table }: LookupOperation): ComplexMatrix {
  const width = 2 ** inputs.length;
  const result = zeroMatrix(width * 2 ** outputs.length);
  for (let x = 0; x < width; x++) {
    for (let z = 0; z < 2 ** outputs.length; z++) {
      result.re[(x + width * (z ^ table[x])) * result.size + (x + width * z)] = 1;
    }
  }
  return result;
}

function phaseMatrix({ qubits, marked, phase }: PhaseOracleOperation): ComplexMatrix {
  const result = identityMatrix(2 ** qubits.length);
  for (const state of marked) {
    [result.re[state * result.size + state], result.im[state * result.size + state]] = unitPhase(phase);
  }
  return result;
}

/** (1 − e^{−iα})|s⟩⟨s| − 1; every entry of |s⟩⟨s| is 1/size. */
function reflectionMatrix(size: number, alpha: number): ComplexMatrix {
  const [re, im] = unitPhase(-alpha);
  const result = zeroMatrix(size);
  result.re.fill((1 - re) / size);
  result.im.fill(-im / size);
  for (let k = 0; k < size; k++) result.re[k * size + k] -= 1;
  return result;
}

/** Entry (y, x) is e^{±2πi xy/size}/√size. */
export function fourierMatrix(size: number, sign: 1 | -1): ComplexMatrix {
  const result = zeroMatrix(size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [re, im] = unitPhase((sign * 2 * Math.PI * ((x * y) % size)) / size);
      result.re[y * size + x] = re / Math.sqrt(size);
      result.im[y * size + x] = im / Math.sqrt(size);
    }
  }
  return result;
}

/** Acts where the high bits equal the control values, and is the identity elsewhere. */
function underControls(matrix: ComplexMatrix, controls: readonly Control[]): ComplexMatrix {
  const block = controls.reduce((sum, { value }, k) => sum + value * 2 ** k, 0);
  const result = identityMatrix(matrix.size * 2 ** controls.length);
  for (let r = 0; r < matrix.size; r++) {
    for (let c = 0; c < matrix.size; c++) {
      const to = (block * matrix.size + r) * result.size + block * matrix.size + c;
      result.re[to] = matrix.re[r * matrix.size + c];
      result.im[to] = matrix.im[r * matrix.size + c];
    }
  }
  return result;
}
