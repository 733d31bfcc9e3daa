import { type Circuit, circuitSummary, countGates, type Operation } from "../../index.ts";
import type { CircuitCheck, CircuitLimits } from "../check-schema.ts";
import type { Difference } from "../difference.ts";

/** What a circuit costs, as far as limits name it. */
export interface CircuitCost {
  readonly gates: number;
  readonly twoQubitGates: number;
  readonly tGates: number | null;
  readonly depth: number;
  readonly qubits: number;
  readonly calls: number;
  readonly names: readonly string[];
}

/** Counts what a circuit costs, the given gate closed. */
export function circuitCost(circuit: Circuit, { given }: CircuitCheck): CircuitCost {
  const isPart = (name: string) => !/^(measure|reset|barrier|conditional|while|assign)$/.test(name);
  const counted = Object.entries(countGates(circuit)).filter(([name]) => isPart(name));
  const { depth, tGates } = circuitSummary(circuit);
  return {
    gates: counted.reduce((sum, [, times]) => sum + times, 0),
    twoQubitGates: twoQubitGates(circuit.operations),
    tGates,
    depth,
    qubits: circuit.qubits,
    calls: given === undefined ? 0 : calls(circuit.operations, given.gate),
    names: Object.keys(countGates(circuit, { boxes: "closed" })).filter(isPart),
  };
}

/** Uses of a box by its name, under controls and inverted too; of two branches the dearer one counts, of a loop all rounds it may take. */
function calls(operations: readonly Operation[], gate: string): number {
  let total = 0;
  for (const operation of operations) {
    if (operation.kind === "box") {
      const isGiven = operation.label === gate || operation.label === `${gate}†`;
      total += isGiven ? 1 : calls(operation.operations, gate);
    } else if (operation.kind === "conditional") {
      total += Math.max(calls(operation.operations, gate), calls(operation.otherwise, gate));
    } else if (operation.kind === "while") {
      total += operation.limit * calls(operation.operations, gate);
    } else if (operation.kind === "unitary") {
      throw new RangeError(
        `answer: expected whole powers of gates beside the given gate ${gate}, got ${operation.label ?? "a matrix"}; a fractional power would hide how often it is used.`,
      );
    }
  }
  return total;
}

function twoQubitGates(operations: readonly Operation[]): number {
  let total = 0;
  for (const operation of operations) {
    if (operation.kind === "box") total += twoQubitGates(operation.operations);
    else if (operation.kind === "conditional") {
      total += twoQubitGates(operation.operations) + twoQubitGates(operation.otherwise);
    } else if (operation.kind === "while") total += twoQubitGates(operation.operations);
    else if ("qubits" in operation && "controls" in operation) {
      if (operation.qubits.length + operation.controls.length >= 2) total++;
    }
  }
  return total;
}

const words = {
  gates: "gates",
  twoQubitGates: "gates on two or more qubits",
  tGates: "T gates",
  depth: "layers (depth)",
  qubits: "qubits",
  calls: "uses of the given gate",
} as const;

/** The first limit that a circuit exceeds, in words; null where it keeps them all. */
export function overLimits(cost: CircuitCost, limits: CircuitLimits = {}): Difference | null {
  for (const key of Object.keys(words) as (keyof typeof words)[]) {
    const limit = limits[key];
    const value = cost[key];
    if (limit === undefined) continue;
    if (value === null || value > limit) {
      return {
        reason: `It does what it should, but takes ${value ?? "rotations instead of a countable number of"} ${words[key]}; at most ${limit} are allowed.`,
      };
    }
  }
  const foreign = limits.allowed && cost.names.find((name) => !limits.allowed!.includes(name));
  return foreign === undefined
    ? null
    : { reason: `It uses ${foreign}; only ${limits.allowed!.join(", ")} are allowed.` };
}
