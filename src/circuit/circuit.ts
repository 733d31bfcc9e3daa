import { checkOperation, checkQubits } from "./check-operation.ts";
import type { ComplexMatrix } from "./complex-matrix.ts";
import { type ControlLike, toControls } from "./control.ts";
import { WithGateMethods } from "./gate-methods.ts";
import type { GateName } from "./gate-table.ts";
import { invertOperation } from "./invert-operation.ts";
import { isUnitary, type Operation } from "./operation.ts";
import { operationBits } from "./operation-qubits.ts";
import { remapOperation } from "./remap-operation.ts";

/** What a table look-up needs: see LookupOperation. */
export interface LookupOptions {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly table: ArrayLike<number>;
  readonly label?: string;
}

/** What a phase oracle needs: see PhaseOracleOperation. A predicate is evaluated on every state at once. */
export interface PhaseOracleOptions {
  readonly qubits: readonly number[];
  readonly marked: Iterable<number> | ((state: number) => boolean);
  /** The phase of the marked states (default π, a sign). */
  readonly phase?: number;
  readonly label?: string;
}

/**
 * A quantum circuit as plain data: a number of qubits and a list of operations.
 *
 * A circuit never changes. Each method returns a new circuit with one more step, so a beginning can be shared; use
 * what is returned. Growing one step at a time takes constant time. There is one method for each gate of the table,
 * angles first: `h(qubit)`, `rx(angle, qubit)`, `cx(control, target)`, `cp(angle, control, target)`, …
 * Qubit 0 is the least significant bit.
 *
 * Errors: RangeError for qubits out of range or named twice, wrong counts and angles that are not finite.
 *
 * @example new Circuit(2).h(0).cx(0, 1) // prepares (|00⟩ + |11⟩)/√2
 */
export class Circuit extends WithGateMethods {
  readonly qubits: number;
  /** Number of classical bits; grows with the measurements. */
  readonly bits: number;
  readonly #history: History;
  readonly #length: number;
  #operations: readonly Operation[] | undefined;

  constructor(qubits: number, bits = 0, operations: readonly Operation[] | History = []) {
    super();
    if (!Number.isInteger(qubits) || qubits < 0 || !Number.isInteger(bits) || bits < 0) {
      throw new RangeError(
        `Circuit: expected whole numbers ≥ 0 of qubits and bits, got ${qubits} and ${bits}; count qubits first.`,
      );
    }
    if (!(operations instanceof History)) for (const step of operations) checkOperation(step, qubits);
    this.qubits = qubits;
    this.#history = operations instanceof History ? operations : new History([...operations]);
    this.#length = this.#history.steps.length;
    this.bits = operations instanceof History ? bits : bitsAfter(bits, operations);
  }

  /** The steps in order. */
  get operations(): readonly Operation[] {
    // A copy, because the shared history may grow through another circuit.
    this.#operations ??= Object.freeze(this.#history.steps.slice(0, this.#length));
    return this.#operations;
  }

  /** Number of steps. */
  get length(): number {
    return this.#length;
  }

  /** Adds steps that are already in the form of data. */
  add(...operations: readonly Operation[]): Circuit {
    return this.addAll(operations);
  }

  /** Adds a list of steps that are already in the form of data. */
  addAll(operations: readonly Operation[]): Circuit {
    for (const step of operations) checkOperation(step, this.qubits);
    return this.#grow(operations);
  }

  /** Adds a gate of the table by name, optionally under further controls. */
  gate(
    gate: GateName,
    parameters: readonly number[],
    qubits: readonly number[],
    controls: readonly ControlLike[] = [],
  ): Circuit {
    return this.add({ kind: "gate", gate, parameters, qubits, controls: toControls(controls) });
  }

  /** Adds the same one-qubit gate on each of some qubits. */
  onEach(gate: GateName, qubits: Iterable<number>, ...parameters: number[]): Circuit {
    return this.addAll(
      Array.from(qubits, (qubit) => ({ kind: "gate", gate, parameters, qubits: [qubit], controls: [] })),
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
  phaseOracle({ qubits, marked, phase = Math.PI, label }: PhaseOracleOptions): Circuit {
    const states = typeof marked === "function" ? statesWhere(marked, 2 ** qubits.length) : [...marked];
    states.sort((a, b) => a - b);
    return this.add({
      kind: "phaseOracle",
      qubits,
      marked: toUint32("phaseOracle", states),
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

  /** Adds a barrier across some qubits (default: all). */
  barrier(...qubits: readonly number[]): Circuit {
    const all = Array.from({ length: this.qubits }, (_, k) => k);
    return this.add({ kind: "barrier", qubits: qubits.length === 0 ? all : qubits });
  }

  /** Adds what `build` adds, to happen only if the classical bits (lowest first) read as `value`. */
  when(bits: readonly number[], value: number, build: (body: Circuit) => Circuit): Circuit {
    const body = build(new Circuit(this.qubits));
    return this.add({ kind: "conditional", bits, value, operations: body.operations });
  }

  /** Adds what `build` adds, under controls: qubit numbers for value 1, `off(qubit)` for value 0. */
  control(controls: readonly ControlLike[], build: (body: Circuit) => Circuit): Circuit {
    const body = build(new Circuit(this.qubits)).controlled(controls);
    return this.addAll(body.operations);
  }

  /** This circuit with every step under controls; grows to hold the control qubits. */
  controlled(controls: readonly ControlLike[]): Circuit {
    const added = toControls(controls);
    const steps = this.operations.map((step): Operation => {
      if (step.kind === "barrier") return step;
      if (!isUnitary(step)) {
        throw new RangeError(
          `controlled: expected unitary operations, got ${step.kind}; control the part without it.`,
        );
      }
      return { ...step, controls: [...step.controls, ...added] };
    });
    return new Circuit(Math.max(this.qubits, ...added.map(({ qubit }) => qubit + 1)), this.bits, steps);
  }

  /** Adds the steps of another circuit: its qubit k becomes `qubits[k]` and its bit k `bits[k]` (default: the same numbers). */
  append(other: Circuit, qubits?: readonly number[], bits?: readonly number[]): Circuit {
    if (qubits !== undefined) {
      if (qubits.length !== other.qubits) {
        throw new RangeError(
          `append: expected ${other.qubits} qubits to map to, got ${qubits.length}; name one for each qubit of the circuit.`,
        );
      }
      checkQubits("append", qubits, this.qubits);
    }
    const qubit = (k: number) => qubits?.[k] ?? k;
    const bit = (k: number) => bits?.[k] ?? k;
    return this.addAll(other.operations.map((step) => remapOperation(step, qubit, bit)));
  }

  /** The circuit that undoes this one: inverse steps in reverse order. */
  inverse(): Circuit {
    return new Circuit(this.qubits, this.bits, this.operations.map(invertOperation).reverse());
  }

  /** The circuit done `times` times over. */
  repeat(times: number): Circuit {
    if (!Number.isInteger(times) || times < 0) {
      throw new RangeError(`repeat: expected a whole number ≥ 0, got ${times}; use inverse() to go back.`);
    }
    const steps = Array.from({ length: times }, () => this.operations).flat();
    return new Circuit(this.qubits, this.bits, new History(steps));
  }

  /** Both circuits side by side, this ⊗ other: the other keeps its numbers, the qubits and bits of this one follow. */
  tensor(other: Circuit): Circuit {
    const shifted = this.operations.map((step) =>
      remapOperation(
        step,
        (k) => k + other.qubits,
        (k) => k + other.bits,
      ),
    );
    return new Circuit(this.qubits + other.qubits, this.bits + other.bits, [...other.operations, ...shifted]);
  }

  /** The plain data of the circuit; `new Circuit(qubits, bits, operations)` takes them back. */
  toJSON(): { qubits: number; bits: number; operations: readonly Operation[] } {
    return { qubits: this.qubits, bits: this.bits, operations: this.operations };
  }

  #grow(added: readonly Operation[]): Circuit {
    // The newest circuit of a history extends it in place; a sibling that comes later starts a history of its own.
    const { steps } = this.#history;
    const history = steps.length === this.#length ? this.#history : new History(steps.slice(0, this.#length));
    for (const step of added) history.steps.push(step);
    return new Circuit(this.qubits, bitsAfter(this.bits, added), history);
  }
}

/** A list of checked steps that several circuits share the beginning of. */
class History {
  constructor(readonly steps: Operation[]) {}
}

function bitsAfter(bits: number, operations: readonly Operation[]): number {
  let most = bits;
  for (const step of operations) {
    if (isUnitary(step)) continue;
    for (const bit of operationBits(step)) most = Math.max(most, bit + 1);
  }
  return most;
}

function statesWhere(isMarked: (state: number) => boolean, size: number): number[] {
  const states: number[] = [];
  for (let state = 0; state < size; state++) if (isMarked(state)) states.push(state);
  return states;
}

function toUint32(subject: string, values: ArrayLike<number>): Uint32Array {
  const result = Uint32Array.from(values);
  result.forEach((value, k) => {
    if (value !== values[k]) {
      throw new RangeError(
        `${subject}: expected whole numbers from 0 to 2^32 − 1, got ${values[k]} at ${k}; check the table.`,
      );
    }
  });
  return result;
}
