import { Circuit, type Control, type GateName, LimitError, type Operation } from "../../index.ts";
import { quirkWires } from "./quirk-circuit.ts";
import { matrixFromQuirk } from "./quirk-matrix.ts";
import { formulaMeaning, gate, knownMeaning, type Meaning, matrixMeaning } from "./quirk-meaning.ts";
import { describeJson, refuse, requireList, requireRecord } from "./quirk-refusal.ts";

/** A row of cells. */
interface Column {
  readonly operations: readonly Operation[];
  readonly wires: number;
}

/** Reads one circuit of Quirk, column by column. */
export class QuirkReader {
  readonly #limit: number;
  readonly #custom = new Map<string, Meaning>();
  #made = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  read(source: unknown): Circuit {
    const { cols, gates = [], init = [] } = requireRecord("the circuit", source);
    for (const [k, gate] of requireList("gates", gates).entries()) {
      this.#define(`gates[${k}]`, requireRecord(`gates[${k}]`, gate));
    }
    const body = this.#columns("cols", cols);
    const start = this.#initial(requireList("init", init));
    const qubits = Math.max(1, body.wires, start.wires);
    if (qubits > quirkWires) {
      refuse("cols", `at most ${quirkWires} wires`, `${qubits}`, "Quirk leaves out what stands below");
    }
    return new Circuit(qubits, 0, [...start.operations, ...body.operations]);
  }

  #define(place: string, gate: Record<string, unknown>): void {
    const { id } = gate;
    if (typeof id !== "string") refuse(place, "an id", describeJson(id), 'give the gate an id such as "~a"');
    this.#custom.set(id as string, this.#customMeaning(place, gate));
  }

  #customMeaning(place: string, { matrix, circuit }: Record<string, unknown>): Meaning {
    if (typeof matrix === "string") return matrixMeaning(place, matrixFromQuirk(matrix));
    if (circuit === undefined) refuse(place, "a matrix or a circuit", "neither", "define what the gate does");
    const { operations, wires } = this.#columns(
      `${place}.circuit.cols`,
      requireRecord(`${place}.circuit`, circuit).cols,
    );
    const measured = operations.find(({ kind }) => kind === "measure");
    if (measured !== undefined) {
      refuse(place, "a gate without measurement", "one with", "measure outside of the gate");
    }
    return { kind: "operations", wires: Math.max(1, wires), operations };
  }

  #columns(place: string, cols: unknown): Column {
    let wires = 0;
    const operations: Operation[] = [];
    for (const [k, column] of requireList(place, cols).entries()) {
      const read = this.#column(`${place}[${k}]`, requireList(`${place}[${k}]`, column));
      wires = Math.max(wires, read.wires);
      for (const step of read.operations) operations.push(step);
    }
    return { operations, wires };
  }

  #column(place: string, cells: readonly unknown[]): Column {
    const controls: Control[] = [];
    const before: Operation[] = [];
    const after: Operation[] = [];
    const steps: Operation[] = [];
    const measures: Operation[] = [];
    const swapped: number[] = [];
    let wires = 0;
    cells.forEach((cell, wire) => {
      if (cell === 1 || cell === null) return;
      const meaning = this.#meaning(`${place}[${wire}]`, cell);
      wires = Math.max(wires, wire + meaning.wires);
      if (meaning.kind === "control") {
        controls.push({ qubit: wire, value: meaning.value });
        if (meaning.before) before.push(gate(meaning.before, [], [wire]));
        if (meaning.after) after.push(gate(meaning.after, [], [wire]));
      } else if (meaning.kind === "swap") swapped.push(wire);
      else if (meaning.kind === "measure") measures.push({ kind: "measure", qubit: wire, bit: wire });
      else if (meaning.kind === "operations") {
        for (const step of meaning.operations) steps.push(shifted(step, wire));
      }
    });
    if (swapped.length === 2) steps.push(gate("swap", [], swapped));
    else if (swapped.length !== 0) {
      refuse(place, "two halves of a swap", `${swapped.length}`, "put two Swap cells in a column");
    }
    if (measures.length > 0 && controls.length > 0) {
      refuse(place, "measurements without controls", "a controlled one", "measure in a column of its own");
    }
    const controlled = steps.map((step) => withControls(step, controls));
    const operations = [...before, ...controlled, ...after, ...measures];
    this.#made += operations.length;
    if (this.#made > this.#limit) {
      throw new LimitError("fromQuirk", this.#limit, this.#made, "operations", "raise the limit");
    }
    return { operations: controlled.length === 0 ? measures : operations, wires };
  }

  #meaning(place: string, cell: unknown): Meaning {
    if (typeof cell === "string") return this.#named(place, cell);
    const record = requireRecord(place, cell);
    if (record.matrix !== undefined || record.circuit !== undefined)
      return this.#customMeaning(place, record);
    const { id, arg } = record;
    if (typeof id !== "string") refuse(place, "the id of a gate", describeJson(id), "name the gate");
    if (arg === undefined) return this.#named(place, id as string);
    const formula = formulaMeaning(place, id as string, arg);
    return formula ?? refuse(place, "a gate with a formula such as Rzft", `"${id}"`, "leave arg out");
  }

  #named(place: string, id: string): Meaning {
    const meaning = this.#custom.get(id) ?? knownMeaning(id);
    return meaning ?? refuse(place, "a gate that kronket has", `"${id}"`, "replace it in Quirk");
  }

  #initial(init: readonly unknown[]): Column {
    const operations: Operation[] = [];
    init.forEach((state, wire) => {
      const gates = typeof state === "string" || typeof state === "number" ? initials.get(state) : undefined;
      if (gates === undefined)
        refuse(`init[${wire}]`, "one of 0, 1, +, -, i, -i", describeJson(state), "change it");
      for (const name of gates ?? []) operations.push(gate(name, [], [wire]));
    });
    return { operations, wires: init.length };
  }
}

const initials = new Map<string | number, readonly GateName[]>([
  [0, []],
  [1, ["x"]],
  ["+", ["h"]],
  ["-", ["h", "z"]],
  ["i", ["h", "s"]],
  ["-i", ["h", "sdg"]],
]);

/** The same operation so many wires down. */
function shifted(step: Operation, by: number): Operation {
  if (!("controls" in step) || !("qubits" in step)) return step;
  return {
    ...step,
    qubits: step.qubits.map((qubit) => qubit + by),
    controls: step.controls.map(({ qubit, value }) => ({ qubit: qubit + by, value })),
  };
}

function withControls(step: Operation, controls: readonly Control[]): Operation {
  return "controls" in step ? { ...step, controls: [...step.controls, ...controls] } : step;
}
