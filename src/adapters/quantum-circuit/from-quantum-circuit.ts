import { Circuit, type Operation, type Register } from "../../index.ts";
import { evaluateFormula } from "../quirk/quirk-formula.ts";
import { knownGates } from "./known-gates.ts";
import type {
  QuantumCircuit,
  QuantumCircuitCell,
  QuantumCircuitData,
  QuantumCircuitOptions,
} from "./quantum-circuit-object.ts";

/** Gates made of gates, one in another, that are followed. */
const deepest = 100;

/**
 * Reads a circuit of quantum-circuit: the object, or what its `save()` gives.
 *
 * Wires and bits keep their numbers, registers their names; gates made of gates become boxes; conditions become
 * branches. Angles may be formulas of numbers and pi, and the global parameters of the circuit.
 *
 * Errors: TypeError for what is no circuit; RangeError for a gate that is unknown, where quantum-circuit itself goes on
 * as if it were not there, for wires that are missing, and for angles that are no numbers. All by name and place.
 *
 * @example fromQuantumCircuit(toQuantumCircuit(circuit)) // acts like the circuit
 */
export function fromQuantumCircuit(source: QuantumCircuit | QuantumCircuitData): Circuit {
  const { numQubits, cregs = {} } = source;
  if (!Number.isInteger(numQubits) || !Array.isArray(source.gates)) {
    throw new TypeError(
      "fromQuantumCircuit: expected a circuit of quantum-circuit or its saved form, got neither; pass circuit.save().",
    );
  }
  let start = 0;
  const bitRegisters = Object.entries(cregs).map(([name, bits]): Register => {
    const register = { name, start, size: bits.length };
    start += bits.length;
    return register;
  });
  const operations = readGrid(source, bitRegisters, source.options?.params ?? {}, 0);
  return new Circuit(numQubits, start, operations, { qubitRegisters: [], bitRegisters });
}

interface PlacedGate {
  readonly name: string;
  readonly wires: readonly number[];
  readonly options: QuantumCircuitOptions;
  readonly place: string;
}

function readGrid(
  { gates, numQubits, customGates = {} }: QuantumCircuitData,
  registers: readonly Register[],
  values: Readonly<Record<string, string | number>>,
  depth: number,
): Operation[] {
  return placedGates(gates, numQubits).flatMap((gate): readonly Operation[] => {
    const steps = readGate(gate, registers, values, customGates, depth);
    const { condition } = gate.options;
    if (condition?.creg === undefined || condition.creg === "") return steps;
    const register = registers.find(({ name }) => name === condition.creg);
    if (register === undefined) return refuse(gate, "a register of the circuit", `"${condition.creg}"`);
    const bits = Array.from({ length: register.size }, (_, k) => register.start + k);
    // A value beyond the register never comes up.
    if (!(condition.value < 2 ** bits.length)) return [];
    return [
      {
        kind: "conditional",
        condition: { kind: "equals", bits, value: condition.value },
        operations: steps,
        otherwise: [],
      },
    ];
  });
}

/** The gates of a grid, column by column and down the wires, each with all its wires in the order of its ends. */
function placedGates(gates: QuantumCircuitData["gates"], numQubits: number): PlacedGate[] {
  const columns = Math.max(0, ...gates.map((row) => row.length));
  const placed: PlacedGate[] = [];
  for (let column = 0; column < columns; column++) {
    const cells = gates.map((row) => row[column] ?? null);
    cells.forEach((cell, wire) => {
      if (cell === null || cell.connector !== 0) return;
      const ends = cells
        .map((other, at) => ({ other, at }))
        .filter(({ other }) => other !== null && belongsTo(other, cell));
      ends.sort((a, b) => (a.other?.connector ?? 0) - (b.other?.connector ?? 0));
      const place = `column ${column}, wire ${wire}`;
      const gate = { name: cell.name, wires: ends.map(({ at }) => at), options: cell.options ?? {}, place };
      if (ends.some(({ other }, k) => other?.connector !== k)) refuse(gate, "one of each end", "others");
      if (gate.wires.some((at) => at >= numQubits))
        refuse(gate, `wires below ${numQubits}`, gate.wires.join(", "));
      placed.push(gate);
    });
  }
  return placed;
}

/** Saved without ids, a gate is alone with its name in a column if it has several ends. */
function belongsTo(other: QuantumCircuitCell, cell: QuantumCircuitCell): boolean {
  if (cell.id !== undefined) return other.id === cell.id;
  return other === cell || (other.connector > 0 && other.name === cell.name);
}

function readGate(
  gate: PlacedGate,
  registers: readonly Register[],
  values: Readonly<Record<string, string | number>>,
  customGates: Readonly<Record<string, QuantumCircuitData>>,
  depth: number,
): readonly Operation[] {
  const { name, wires, options } = gate;
  if (name === "barrier") return [{ kind: "barrier", qubits: wires }];
  if (name === "reset") return [{ kind: "reset", qubit: wires[0] }];
  if (name === "measure") {
    const register = registers.find((one) => one.name === options.creg?.name);
    if (register === undefined)
      return refuse(gate, "a register to measure into", `"${options.creg?.name ?? ""}"`);
    return [{ kind: "measure", qubit: wires[0], bit: register.start + Number(options.creg?.bit ?? 0) }];
  }
  if (Object.hasOwn(knownGates, name)) {
    const known = knownGates[name];
    if (wires.length !== known.wires) refuse(gate, `${known.wires} wires`, `${wires.length}`);
    return known.read(
      wires,
      known.angles.map((angle) => angleOf(gate, angle, values)),
    );
  }
  if (!Object.hasOwn(customGates, name)) return refuse(gate, "a gate that quantum-circuit has", `"${name}"`);
  if (depth === deepest) return refuse(gate, `gates at most ${deepest} deep in each other`, "more");
  const custom = customGates[name];
  const inner = Object.fromEntries(
    Object.keys(options.params ?? {}).map((angle) => [angle, angleOf(gate, angle, values)]),
  );
  const operations = readGrid({ customGates, ...custom }, [], inner, depth + 1);
  if (operations.some((step) => step.kind !== "barrier" && !("controls" in step))) {
    return refuse(gate, "a gate made of gates without measurements", `"${name}"`);
  }
  return [{ kind: "box", label: name, qubits: wires, operations, controls: [] }];
}

function angleOf(gate: PlacedGate, angle: string, values: Readonly<Record<string, string | number>>): number {
  const given = gate.options.params?.[angle];
  if (given === undefined) return refuse(gate, `a value for ${angle}`, "none");
  const text = String(given).trim();
  const formula = Object.hasOwn(values, text) ? String(values[text]) : text;
  const [re, im] = evaluateFormula(formula);
  return im === 0 ? re : refuse(gate, `a real value for ${angle}`, `"${text}"`);
}

function refuse({ name, place }: PlacedGate, expected: string, got: string): never {
  throw new RangeError(
    `fromQuantumCircuit: expected ${expected} for ${name} at ${place}, got ${got}; change the circuit there.`,
  );
}
