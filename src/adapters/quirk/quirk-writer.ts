import {
  Circuit,
  type ComplexMatrix,
  type Control,
  complexMatrix,
  expand,
  type Gate,
  type GateName,
  gateTable,
  type Operation,
} from "../../index.ts";
import { type BitValue, conditionBits, opposite } from "./condition-controls.ts";
import { permuteMatrix } from "./permute-matrix.ts";
import {
  type QuirkCell,
  type QuirkCircuit,
  type QuirkCustomGate,
  quirkMatrixQubits,
} from "./quirk-circuit.ts";
import { QuirkColumns } from "./quirk-columns.ts";
import { fixedGates, formulaGates } from "./quirk-gates.ts";
import { matrixToQuirk } from "./quirk-matrix.ts";

type GateStep = Extract<Operation, { kind: "gate" }>;

/** Collects the columns and the gates of one circuit for Quirk. */
export class QuirkWriter {
  readonly #wires: number;
  readonly #columns: QuirkColumns;
  readonly #custom = new Map<string, QuirkCustomGate>();
  readonly #measured = new Set<number>();
  readonly #qubitOfBit = new Map<number, number>();
  readonly #used = new Set<number>();

  constructor(wires: number) {
    this.#wires = wires;
    this.#columns = new QuirkColumns(wires);
  }

  addAll(steps: readonly Operation[], when: readonly Control[] = []): void {
    for (const step of steps) this.#add(step, when);
  }

  finish(): QuirkCircuit {
    // Quirk counts its wires by what stands on them.
    if (!this.#used.has(this.#wires - 1)) this.#place(new Map([[this.#wires - 1, "…"]]));
    const gates = [...this.#custom.values()];
    return { cols: this.#columns.toCells(), ...(gates.length > 0 && { gates }) };
  }

  #add(step: Operation, when: readonly Control[]): void {
    switch (step.kind) {
      case "barrier":
        this.#columns.align(step.qubits);
        break;
      case "measure":
        if (when.length > 0) refuse("a measurement under a condition");
        this.#measured.add(step.qubit);
        this.#qubitOfBit.set(step.bit, step.qubit);
        this.#place(new Map([[step.qubit, "Measure"]]));
        break;
      case "conditional": {
        const holds = conditionBits(step.condition);
        const fails = opposite(holds);
        if (holds === undefined || (step.otherwise.length > 0 && fails === undefined)) {
          refuse("a condition that is not a value of each bit");
        }
        this.#addWhen(holds ?? [], step.operations, when);
        if (step.otherwise.length > 0) this.#addWhen(fails ?? [], step.otherwise, when);
        break;
      }
      case "gate":
        this.#addGate({ ...step, controls: [...step.controls, ...when] });
        break;
      case "unitary":
        this.#requireUnmeasured(step.label ?? "a unitary", step.qubits);
        this.#addMatrix(step.matrix, step.qubits, [...step.controls, ...when], step.label ?? "U");
        break;
      case "reset":
      case "while":
      case "assign":
        refuse({ reset: "a reset", while: "a loop", assign: "an assignment" }[step.kind]);
        break;
      case "box":
      case "lookup":
      case "phaseOracle":
      case "reflectUniform":
      case "qft":
        this.addAll(expand(new Circuit(this.#wires, 0, [step])).operations, when);
        break;
    }
  }

  #addWhen(bits: readonly BitValue[], steps: readonly Operation[], when: readonly Control[]): void {
    const controls: Control[] = [];
    for (const { bit, value } of bits) {
      const qubit = this.#qubitOfBit.get(bit);
      // A bit that nothing was measured into is 0.
      if (qubit === undefined) {
        if (value === 1) return;
      } else if (!controls.some((control) => control.qubit === qubit)) controls.push({ qubit, value });
      else if (controls.some((control) => control.qubit === qubit && control.value !== value)) return;
    }
    this.addAll(steps, [...when, ...controls]);
  }

  #addGate({ gate: name, parameters, qubits, controls }: GateStep): void {
    const gate: Gate = gateTable[name];
    const core = gate.base as GateName;
    const own = qubits.slice(0, gate.controls).map((qubit): Control => ({ qubit, value: 1 }));
    const all = mergeControls([...own, ...controls]);
    if (all === undefined) return;
    const targets = qubits.slice(gate.controls);
    const angles = parameters.map((parameter) => requireNumber(name, parameter));
    this.#requireUnmeasured(name, targets);
    const fixed = gate.parameters.length === 0 ? fixedGates[core] : undefined;
    const formula = gate.parameters.length === 1 ? formulaGates[core] : undefined;
    if (core === "gphase") this.#addPhase(angles[0], all);
    else if (core === "swap")
      this.#placeControlled(new Map(targets.map((wire) => [wire, "Swap"])), all, true);
    else if (fixed !== undefined) this.#placeControlled(new Map([[targets[0], fixed]]), all);
    else if (formula !== undefined) {
      const cell = { id: formula.id, arg: `${angles[0]}${formula.per}` };
      this.#placeControlled(new Map([[targets[0], cell]]), all);
    } else this.#addMatrix(gate.core(angles), targets, all, core);
  }

  /** The global phase, or the phase of the states that satisfy some controls, by a multiple of the unit matrix. */
  #addPhase(angle: number, controls: readonly Control[]): void {
    const [re, im] = [Math.cos(angle), Math.sin(angle)];
    const wires = Array.from({ length: this.#wires }, (_, wire) => wire);
    const free = wires.filter((wire) => !controls.some(({ qubit }) => qubit === wire));
    const wire = free.find((k) => !this.#measured.has(k)) ?? free[0];
    const scalar = complexMatrix([
      [[re, im], 0],
      [0, [re, im]],
    ]);
    if (wire !== undefined) {
      this.#addMatrix(scalar, [wire], controls, "phase");
      return;
    }
    const last = controls[controls.length - 1];
    const phase =
      last.value === 1
        ? ([
            [1, 0],
            [0, [re, im]],
          ] as const)
        : ([
            [[re, im], 0],
            [0, 1],
          ] as const);
    this.#addMatrix(complexMatrix(phase), [last.qubit], controls.slice(0, -1), "phase");
  }

  #addMatrix(
    matrix: ComplexMatrix,
    qubits: readonly number[],
    controls: readonly Control[],
    name: string,
  ): void {
    const merged = mergeControls(controls);
    if (merged === undefined) return;
    const ascending = [...qubits].sort((a, b) => a - b);
    const sideBySide = ascending.every((qubit, k) => qubit === ascending[0] + k);
    if (!sideBySide || qubits.length > quirkMatrixQubits) {
      const step: Operation = { kind: "unitary", matrix, qubits, controls: merged };
      this.addAll(expand(new Circuit(this.#wires, 0, [step])).operations);
      return;
    }
    const text = matrixToQuirk(
      permuteMatrix(
        matrix,
        ascending.map((qubit) => qubits.indexOf(qubit)),
      ),
    );
    let custom = this.#custom.get(text);
    if (custom === undefined) {
      custom = { id: `~${name.replace(/[^A-Za-z0-9]/g, "")}${this.#custom.size}`, name, matrix: text };
      this.#custom.set(text, custom);
    }
    this.#placeControlled(new Map([[ascending[0], custom.id]]), merged, false, ascending);
  }

  #placeControlled(
    cells: Map<number, QuirkCell>,
    controls: readonly Control[],
    alone = false,
    covers: Iterable<number> = cells.keys(),
  ): void {
    const wires = [...covers, ...controls.map(({ qubit }) => qubit)];
    for (const { qubit, value } of controls) cells.set(qubit, value === 1 ? "•" : "◦");
    this.#place(cells, wires, alone || controls.length > 0);
  }

  #place(cells: Map<number, QuirkCell>, covers: Iterable<number> = cells.keys(), alone = false): void {
    const wires = [...covers];
    for (const wire of wires) this.#used.add(wire);
    this.#columns.place(cells, wires, alone);
  }

  #requireUnmeasured(name: string, targets: readonly number[]): void {
    const wire = targets.find((target) => this.#measured.has(target));
    if (wire !== undefined && name !== "id") refuse(`${name} on qubit ${wire} after its measurement`);
  }
}

/** Controls without repetitions; undefined when two contradict each other, so that nothing ever happens. */
function mergeControls(controls: readonly Control[]): readonly Control[] | undefined {
  const merged = new Map<number, Control>();
  for (const control of controls) {
    const before = merged.get(control.qubit);
    if (before !== undefined && before.value !== control.value) return undefined;
    merged.set(control.qubit, control);
  }
  return [...merged.values()];
}

function requireNumber(name: string, parameter: unknown): number {
  if (typeof parameter === "number") return parameter;
  throw new RangeError(
    `toQuirk: expected numbers for the angles of ${name}, got a parameter; bind it first.`,
  );
}

function refuse(what: string): never {
  throw new RangeError(`toQuirk: expected what Quirk has a word for, got ${what}; export OpenQASM instead.`);
}
