import { bindOperation } from "./bind-operation.ts";
import { bitsAfter } from "./bits-after.ts";
import { checkBits, checkOperation, checkQubits } from "./check-operation.ts";
import { CircuitSteps } from "./circuit-steps.ts";
import type { Condition } from "./condition.ts";
import { type ControlLike, toControls } from "./control.ts";
import { controlOperation } from "./control-operation.ts";
import { defaultRounds } from "./default-rounds.ts";
import { invertOperations } from "./invert-operation.ts";
import type { Operation } from "./operation.ts";
import type { Parameter } from "./parameter.ts";
import { operationParameters } from "./parameters-of.ts";
import { fromPlainOperation, type PlainCircuit, toPlainOperation } from "./plain-operation.ts";
import { powerOperations } from "./power-operations.ts";
import { type CircuitRegisters, noRegisters } from "./register.ts";
import { knownRegisters } from "./registers/known-registers.ts";
import { placeRegisters } from "./registers/place-registers.ts";
import { remapRegisters } from "./registers/remap-registers.ts";
import { tensorRegisters } from "./registers/tensor-registers.ts";
import { remapOperation } from "./remap-operation.ts";
import { repeatOperations } from "./repeat-operations.ts";

/**
 * A quantum circuit as plain data: a number of qubits and a list of operations.
 *
 * A circuit never changes. Each method returns a new circuit with one more step, so a beginning can be shared; use
 * what is returned. Growing one step at a time takes constant time. There is one method for each gate of the table,
 * angles first: `h(qubit)`, `rx(angle, qubit)`, `cx(control, target)`, `cp(angle, control, target)`, …
 * An angle is a number or an expression over named parameters, which get their values by `bind`.
 * Qubit 0 is the least significant bit.
 *
 * Errors: RangeError for qubits out of range or named twice, wrong counts and angles that are not finite.
 *
 * @example new Circuit(2).h(0).cx(0, 1) // prepares (|00⟩ + |11⟩)/√2
 */
export class Circuit extends CircuitSteps {
  readonly qubits: number;
  /** Number of classical bits; grows with the measurements. */
  readonly bits: number;
  /** The names of qubits and bits, none unless given. */
  readonly registers: CircuitRegisters;
  readonly #history: History;
  readonly #length: number;
  #operations: readonly Operation[] | undefined;
  #parameters: readonly string[] | undefined;

  constructor(
    qubits: number,
    bits = 0,
    operations: readonly Operation[] | History = [],
    registers: Partial<CircuitRegisters> = noRegisters,
  ) {
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
    this.registers = knownRegisters(registers, this.qubits, this.bits);
  }

  /**
   * An empty circuit whose qubits and bits have names, in order.
   *
   * @example Circuit.withRegisters([["a", 2], ["b", 3]], [["c", 2]]) // qubits a: 0–1, b: 2–4; bits c: 0–1
   */
  static withRegisters(
    qubits: readonly (readonly [name: string, size: number])[],
    bits: readonly (readonly [name: string, size: number])[] = [],
  ): Circuit {
    const [onQubits, onBits] = [placeRegisters(qubits), placeRegisters(bits)];
    return new Circuit(onQubits.count, onBits.count, [], {
      qubitRegisters: onQubits.registers,
      bitRegisters: onBits.registers,
    });
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

  /** The names of the parameters that have no value yet, sorted. */
  get parameters(): readonly string[] {
    this.#parameters ??= Object.freeze(operationParameters(this.operations));
    return this.#parameters;
  }

  addAll(operations: readonly Operation[]): Circuit {
    for (const step of operations) checkOperation(step, this.qubits);
    // The newest circuit of a history extends it in place; a sibling that comes later starts a history of its own.
    const { steps } = this.#history;
    const history = steps.length === this.#length ? this.#history : new History(steps.slice(0, this.#length));
    for (const step of operations) history.steps.push(step);
    return new Circuit(this.qubits, bitsAfter(this.bits, operations), history, this.registers);
  }

  /** Adds what `build` adds, to happen only if the classical bits (lowest first) read as `value`. */
  when(bits: readonly number[], value: number, build: (body: Circuit) => Circuit): Circuit {
    return this.if({ kind: "equals", bits, value }, build);
  }

  /** Adds what `build` adds, to happen only if a condition on the bits holds, and what `otherwise` adds, if not. */
  if(
    condition: Condition,
    build: (body: Circuit) => Circuit,
    otherwise?: (body: Circuit) => Circuit,
  ): Circuit {
    return this.add({
      kind: "conditional",
      condition,
      operations: this.#body(build),
      otherwise: otherwise === undefined ? [] : this.#body(otherwise),
    });
  }

  /** Adds what `build` adds, over and over while a condition on the bits holds; more than `limit` rounds are an error. */
  while(condition: Condition, build: (body: Circuit) => Circuit, limit = defaultRounds): Circuit {
    return this.add({ kind: "while", condition, operations: this.#body(build), limit });
  }

  /** Adds what `build` adds, under controls: qubit numbers for value 1, `off(qubit)` for value 0. */
  control(controls: readonly ControlLike[], build: (body: Circuit) => Circuit): Circuit {
    const added = toControls(controls);
    return this.addAll(this.#body(build).map((step) => controlOperation(step, added)));
  }

  /** This circuit with every step under controls; grows to hold the control qubits. */
  controlled(controls: readonly ControlLike[]): Circuit {
    const added = toControls(controls);
    const qubits = Math.max(this.qubits, ...added.map(({ qubit }) => qubit + 1));
    return this.#with(
      this.operations.map((step) => controlOperation(step, added)),
      qubits,
    );
  }

  /** Adds the steps of another circuit: its qubit k becomes `qubits[k]` and its bit k `bits[k]` (default: the same numbers). */
  append(other: Circuit, qubits?: readonly number[], bits?: readonly number[]): Circuit {
    if (qubits === undefined && bits === undefined) return this.addAll(other.operations);
    const [qubit, bit] = other.#places("append", qubits, bits);
    if (qubits !== undefined) checkQubits("append", qubits, this.qubits);
    return this.addAll(other.operations.map((step) => remapOperation(step, qubit, bit)));
  }

  /** The same as `append`. */
  compose(other: Circuit, qubits?: readonly number[], bits?: readonly number[]): Circuit {
    return this.append(other, qubits, bits);
  }

  /** This circuit on other qubits and bits: qubit k becomes `qubits[k]`, bit k `bits[k]`. CircuitRegisters go with their members. */
  remap(qubits: readonly number[], bits?: readonly number[]): Circuit {
    const [qubit, bit] = this.#places("remap", qubits, bits);
    checkQubits("remap", qubits, 2 ** 31);
    return new Circuit(
      Math.max(0, ...qubits.map((k) => k + 1)),
      bits === undefined ? this.bits : Math.max(0, ...bits.map((k) => k + 1)),
      this.operations.map((step) => remapOperation(step, qubit, bit)),
      {
        qubitRegisters: remapRegisters(this.registers.qubitRegisters, qubits),
        bitRegisters:
          bits === undefined
            ? this.registers.bitRegisters
            : remapRegisters(this.registers.bitRegisters, bits),
      },
    );
  }

  /** The circuit that undoes this one: inverse steps in reverse order. */
  inverse(): Circuit {
    return this.#with(invertOperations(this.operations));
  }

  /** The circuit done `times` times over. */
  repeat(times: number): Circuit {
    return this.#with(repeatOperations(this.operations, times));
  }

  /** The circuit done n times over, its inverse −n times for negative n; a single dense matrix is multiplied out. */
  power(n: number): Circuit {
    return this.#with(powerOperations(this.operations, n));
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
    return new Circuit(
      this.qubits + other.qubits,
      this.bits + other.bits,
      [...other.operations, ...shifted],
      tensorRegisters(other.registers, this.registers, other.qubits, other.bits),
    );
  }

  /**
   * This circuit with values, or other expressions, in the place of named parameters; what is not named stays open.
   *
   * Errors: RangeError for a name that the circuit does not have, and for values that are not finite.
   */
  bind(values: Readonly<Record<string, Parameter>>): Circuit {
    const unknown = Object.keys(values).find((name) => !this.parameters.includes(name));
    if (unknown !== undefined) {
      throw new RangeError(
        `bind: expected parameters of the circuit (${this.parameters.join(", ") || "it has none"}), got ${unknown}; check the spelling.`,
      );
    }
    return this.#with(this.operations.map((step) => bindOperation(step, values)));
  }

  /** This circuit with names for its qubits and bits in the place of those it had. */
  withRegisters(registers: Partial<CircuitRegisters>): Circuit {
    return new Circuit(this.qubits, this.bits, this.operations, registers);
  }

  /** The circuit as values that JSON can hold; `Circuit.fromJSON` takes them back. */
  toJSON(): PlainCircuit {
    const { qubits, bits, operations, registers } = this;
    const named = registers.qubitRegisters.length > 0 || registers.bitRegisters.length > 0;
    return { qubits, bits, operations: operations.map(toPlainOperation), ...(named && { registers }) };
  }

  /**
   * The circuit that `toJSON` wrote, or another of the same form.
   *
   * Errors: TypeError for what has not that form; RangeError as for circuits.
   *
   * @example Circuit.fromJSON(JSON.parse(JSON.stringify(circuit)))
   */
  static fromJSON(plain: unknown): Circuit {
    const { qubits, bits = 0, operations, registers } = Object(plain) as Partial<PlainCircuit>;
    if (qubits === undefined || !Array.isArray(operations)) {
      throw new TypeError(
        "fromJSON: expected an object with qubits and a list of operations, got something else; pass what toJSON gives.",
      );
    }
    return new Circuit(qubits, bits, operations.map(fromPlainOperation), registers);
  }

  /** The same circuit with other steps. */
  #with(operations: readonly Operation[], qubits = this.qubits): Circuit {
    return new Circuit(qubits, this.bits, operations, this.registers);
  }

  #body(build: (body: Circuit) => Circuit): readonly Operation[] {
    return build(new Circuit(this.qubits, this.bits, [], this.registers)).operations;
  }

  /** Where qubits and bits go, checked for length and, for bits, repetition. */
  #places(
    subject: string,
    qubits: readonly number[] | undefined,
    bits: readonly number[] | undefined,
  ): [qubit: (k: number) => number, bit: (k: number) => number] {
    for (const [what, list, count] of [
      ["qubits", qubits, this.qubits],
      ["bits", bits, this.bits],
    ] as const) {
      if (list !== undefined && list.length !== count) {
        throw new RangeError(
          `${subject}: expected ${count} ${what} to map to, got ${list.length}; name one for each of the circuit.`,
        );
      }
    }
    if (bits !== undefined) checkBits(subject, bits);
    return [(k) => qubits?.[k] ?? k, (k) => bits?.[k] ?? k];
  }
}

/** A list of checked steps that several circuits share the beginning of. */
class History {
  constructor(readonly steps: Operation[]) {}
}
