import type { Circuit } from "./circuit.ts";
import type { ComplexMatrix } from "./complex-matrix.ts";
import type { Condition } from "./condition.ts";
import { type ControlLike, toControls } from "./control.ts";
import { WithGateMethods } from "./gate-methods.ts";
import type { GateName } from "./gate-table.ts";
import { type GateAlias, toGateName } from "./gates/gate-aliases.ts";
import type { Operation } from "./operation.ts";
import type { Parameter } from "./parameter.ts";
import { type LookupOptions, markedStates, type PhaseOracleOptions, toUint32 } from "./table-options.ts";

/** The methods of a circuit that add single steps. */
export abstract class CircuitSteps extends WithGateMethods {
  abstract readonly qubits: number;

  /** Adds a list of steps that are already in the form of data. */
  abstract addAll(operations: readonly Operation[]): Circuit;

  /** Adds steps that are already in the form of data. */
  add(...operations: readonly Operation[]): Circuit {
    return this.addAll(operations);
  }

  /** Adds a gate of the table by name or alias, optionally under further controls. */
  gate(
    gate: GateName | GateAlias,
    parameters: readonly Parameter[],
    qubits: readonly number[],
    controls: readonly ControlLike[] = [],
  ): Circuit {
    return this.add({
      kind: "gate",
      gate: toGateName(gate),
      parameters,
      qubits,
      controls: toControls(controls),
    });
  }

  /** Adds the same one-qubit gate on each of some qubits. */
  onEach(gate: GateName | GateAlias, qubits: Iterable<number>, ...parameters: Parameter[]): Circuit {
    const name = toGateName(gate);
    return this.addAll(
      Array.from(qubits, (qubit) => ({
        kind: "gate",
        gate: name,
        parameters,
        qubits: [qubit],
        controls: [],
      })),
    );
  }

  /** Adds a dense unitary matrix; bit k of its row number belongs to `qubits[k]`. */
  unitary(matrix: ComplexMatrix, qubits: readonly number[], label?: string): Circuit {
    return this.add({ kind: "unitary", matrix, qubits, controls: [], ...(label !== undefined && { label }) });
  }

  /** Adds |x⟩|z⟩ → |x⟩|z ⊕ table[x]⟩. */
  lookup({ inputs, outputs, table, label }: LookupOptions): Circuit {
    return this.add({
      kind: "lookup",
      inputs,
      outputs,
      table: toUint32("lookup", table),
      controls: [],
      ...(label !== undefined && { label }),
    });
  }

  /** Adds the phase e^{i·phase} on the marked states of some qubits. */
  phaseOracle(options: PhaseOracleOptions): Circuit {
    const { qubits, phase = Math.PI, label } = options;
    return this.add({
      kind: "phaseOracle",
      qubits,
      marked: markedStates(options),
      phase,
      controls: [],
      ...(label !== undefined && { label }),
    });
  }

  /** Adds (1 − e^{−iα})|s⟩⟨s| − 1 on some qubits; 2|s⟩⟨s| − 1 unless α is given. */
  reflectUniform(qubits: readonly number[], alpha = Math.PI): Circuit {
    return this.add({ kind: "reflectUniform", qubits, alpha, controls: [] });
  }

  /** Adds the Fourier transform with plus sign; `qubits[0]` is the low bit of input and output. */
  qft(qubits: readonly number[]): Circuit {
    return this.add({ kind: "qft", qubits, inverse: false, controls: [] });
  }

  /** Adds the inverse of `qft`. */
  inverseQft(qubits: readonly number[]): Circuit {
    return this.add({ kind: "qft", qubits, inverse: true, controls: [] });
  }

  /** Adds a circuit of unitary steps as one named step: its qubit k becomes `qubits[k]` (default: the same number). */
  box(label: string, body: Circuit, qubits?: readonly number[]): Circuit {
    return this.add({
      kind: "box",
      label,
      qubits: qubits ?? Array.from({ length: body.qubits }, (_, k) => k),
      operations: body.operations,
      controls: [],
    });
  }

  /** Measures a qubit into a classical bit (default: of the same number). */
  measure(qubit: number, bit = qubit): Circuit {
    return this.add({ kind: "measure", qubit, bit });
  }

  /** Measures every qubit into the bit of its number. */
  measureAll(): Circuit {
    return this.addAll(
      Array.from({ length: this.qubits }, (_, k) => ({ kind: "measure", qubit: k, bit: k })),
    );
  }

  /** Puts a qubit to |0⟩. */
  reset(qubit: number): Circuit {
    return this.add({ kind: "reset", qubit });
  }

  /** Sets a classical bit to whether a condition on the bits holds. */
  assign(bit: number, value: Condition): Circuit {
    return this.add({ kind: "assign", bit, value });
  }

  /** Adds a barrier across some qubits (default: all). */
  barrier(...qubits: readonly number[]): Circuit {
    const all = Array.from({ length: this.qubits }, (_, k) => k);
    return this.add({ kind: "barrier", qubits: qubits.length === 0 ? all : qubits });
  }
}
