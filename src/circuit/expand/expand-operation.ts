import type { Control } from "../control.ts";
import { openBox } from "../flatten-operation.ts";
import type { GateName } from "../gate-table.ts";
import {
  type GateOperation,
  isUnitary,
  type LookupOperation,
  type PhaseOracleOperation,
  type QftOperation,
  type ReflectUniformOperation,
  type UnitaryKindOperation,
} from "../operation.ts";
import { twoLevelGates } from "./two-level-gates.ts";

/** Writes one operation as gates of the table, under controls as needed. */
export function expandOperation(operation: UnitaryKindOperation): GateOperation[] {
  switch (operation.kind) {
    case "gate":
      return [operation];
    case "unitary":
      return twoLevelGates(operation.matrix, operation.qubits, operation.controls);
    case "lookup":
      return expandLookup(operation);
    case "phaseOracle":
      return expandPhaseOracle(operation);
    case "reflectUniform":
      return expandReflection(operation);
    case "qft":
      return expandQft(operation);
    case "box":
      // The body of a box has unitary steps and barriers only; a barrier is no gate.
      return openBox(operation).flatMap((step) => (isUnitary(step) ? expandOperation(step) : []));
  }
}

/** For each input state, X on the output bits of its value, controlled by exactly that state. */
function expandLookup({ inputs, outputs, table, controls }: LookupOperation): GateOperation[] {
  const steps: GateOperation[] = [];
  table.forEach((value, state) => {
    outputs.forEach((output, k) => {
      if ((value >>> k) % 2 === 1)
        steps.push(gate("x", [], [output], [...controls, ...holds(inputs, state)]));
    });
  });
  return steps;
}

/** For each marked state, the phase on exactly that state. */
function expandPhaseOracle({ qubits, marked, phase, controls }: PhaseOracleOperation): GateOperation[] {
  return Array.from(marked, (state) => gate("gphase", [phase], [], [...controls, ...holds(qubits, state)]));
}

/**
 * −H^{⊗k}·(phase e^{−iα} on |0…0⟩)·H^{⊗k}. The Hadamard gates cancel where the controls do not hold, so the phases
 * alone need the controls.
 */
function expandReflection({ qubits, alpha, controls }: ReflectUniformOperation): GateOperation[] {
  const hadamards = qubits.map((qubit) => gate("h", [], [qubit], []));
  return [
    ...hadamards,
    gate("gphase", [0 - alpha], [], [...controls, ...holds(qubits, 0)]),
    ...hadamards,
    gate("gphase", [Math.PI], [], controls),
  ];
}

/** Highest qubit first: H, then a phase π/2^j from each lower qubit at distance j; at the end the order is reversed. */
function expandQft({ qubits, inverse, controls }: QftOperation): GateOperation[] {
  const steps: GateOperation[] = [];
  for (let high = qubits.length - 1; high >= 0; high--) {
    steps.push(gate("h", [], [qubits[high]], controls));
    for (let low = high - 1; low >= 0; low--) {
      const angle = (inverse ? -1 : 1) * (Math.PI / 2 ** (high - low));
      steps.push(gate("cp", [angle], [qubits[low], qubits[high]], controls));
    }
  }
  for (let k = 0; k < Math.floor(qubits.length / 2); k++) {
    steps.push(gate("swap", [], [qubits[k], qubits[qubits.length - 1 - k]], controls));
  }
  return inverse ? steps.reverse() : steps;
}

/** Controls that hold on exactly one state of some qubits. */
function holds(qubits: readonly number[], state: number): Control[] {
  return qubits.map((qubit, k) => ({ qubit, value: ((state >>> k) % 2) as 0 | 1 }));
}

function gate(
  name: GateName,
  parameters: readonly number[],
  qubits: readonly number[],
  controls: readonly Control[],
): GateOperation {
  return { kind: "gate", gate: name, parameters, qubits, controls };
}
