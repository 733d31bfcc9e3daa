import type { ComplexMatrix, GateName, Operation } from "../../index.ts";
import { quirkMatrixQubits, quirkWires } from "./quirk-circuit.ts";
import { evaluateFormula } from "./quirk-formula.ts";
import { displays, fixedGates, fractions, scalars } from "./quirk-gates.ts";
import { describeJson, refuse } from "./quirk-refusal.ts";

/** What a gate is, once its id is understood. */
export type Meaning =
  | { readonly kind: "nothing"; readonly wires: number }
  | { readonly kind: "swap" | "measure"; readonly wires: 1 }
  | {
      readonly kind: "control";
      readonly wires: 1;
      readonly value: 0 | 1;
      readonly before?: GateName;
      readonly after?: GateName;
    }
  | { readonly kind: "operations"; readonly wires: number; readonly operations: readonly Operation[] };

const half: Record<string, GateName> = { x: "x", y: "y", z: "z" };

const controlMeanings: Record<string, Meaning> = {
  "•": { kind: "control", wires: 1, value: 1 },
  "◦": { kind: "control", wires: 1, value: 0 },
  // Controls along other axes turn the axis to Z and back. Quirk swapped the drawn signs once and kept the ids.
  "⊕": { kind: "control", wires: 1, value: 0, before: "h", after: "h" },
  "⊖": { kind: "control", wires: 1, value: 1, before: "h", after: "h" },
  "⊗": { kind: "control", wires: 1, value: 0, before: "sx", after: "sxdg" },
  "(/)": { kind: "control", wires: 1, value: 1, before: "sx", after: "sxdg" },
};

const ownIds = new Map(Object.entries(fixedGates).map(([name, id]) => [id, name as GateName]));

/** What Quirk itself means by an id; undefined for what kronket has no operation for. */
export function knownMeaning(id: string): Meaning | undefined {
  if (displays.test(id)) return { kind: "nothing", wires: Number(/\d+$/.exec(id)?.[0] ?? 1) };
  if (id === "Swap") return { kind: "swap", wires: 1 };
  if (id === "Measure") return { kind: "measure", wires: 1 };
  if (Object.hasOwn(controlMeanings, id)) return controlMeanings[id];
  if (Object.hasOwn(scalars, id)) return single(gate("gphase", [scalars[id]], []));
  const own = ownIds.get(id);
  if (own !== undefined) return single(gate(own, [], [0]));
  const root = /^([XYZ])\^(-?)(.+)$/.exec(id);
  if (root !== null && Object.hasOwn(fractions, root[3])) {
    return turns(root[1].toLowerCase(), (root[2] === "-" ? -1 : 1) * fractions[root[3]]);
  }
  const family = /^(QFT†|QFT|rev|PhaseGradient|PhaseUngradient)(\d*)$/.exec(id);
  if (family === null) return undefined;
  const wires = family[2] === "" ? 1 : Number(family[2]);
  return wires >= 1 && wires <= quirkWires ? spanning(family[1], wires) : undefined;
}

/** A gate of a family on so many wires. */
function spanning(family: string, wires: number): Meaning {
  const qubits = Array.from({ length: wires }, (_, k) => k);
  const sign = family === "PhaseUngradient" ? -1 : 1;
  const operations: readonly Operation[] =
    family === "rev"
      ? qubits.slice(0, Math.floor(wires / 2)).map((k) => gate("swap", [], [k, wires - 1 - k]))
      : family.startsWith("Phase")
        ? qubits.map((k) => gate("p", [(sign * Math.PI * 2 * 2 ** k) / 2 ** wires / 2], [k]))
        : [{ kind: "qft", qubits, inverse: family === "QFT†", controls: [] }];
  return { kind: "operations", wires, operations };
}

/** A gate with a formula; undefined for a gate that takes none. */
export function formulaMeaning(place: string, id: string, arg: unknown): Meaning | undefined {
  const named = /^(?:R([xyz])ft|([XYZ])\^ft)$/.exec(id);
  if (named === null) return undefined;
  if (typeof arg !== "string" && typeof arg !== "number") {
    refuse(place, "a formula", describeJson(arg), "write it as text");
  }
  const [value, imaginary] = evaluateFormula(String(arg));
  if (imaginary !== 0) refuse(place, "a real formula", `"${arg}"`, "change it");
  return named[1] === undefined
    ? turns(named[2].toLowerCase(), value)
    : single(gate(`r${named[1]}` as GateName, [value], [0]));
}

/** P^t for a Pauli operator P: e^{iπt/2} e^{−iπtP/2}, the identity at t = 0 and P at t = 1. */
function turns(axis: string, exponent: number): Meaning {
  const angle = Math.PI * exponent;
  if (exponent === 1) return single(gate(half[axis], [], [0]));
  if (axis === "z") return single(gate("p", [angle], [0]));
  const operations = [gate(`r${axis}` as GateName, [angle], [0]), gate("gphase", [angle / 2], [])];
  return { kind: "operations", wires: 1, operations };
}

/** A gate by its matrix, the top wire being the low bit. */
export function matrixMeaning(place: string, matrix: ComplexMatrix): Meaning {
  const wires = Math.log2(matrix.size);
  if (!Number.isInteger(wires) || wires < 1 || wires > quirkMatrixQubits) {
    refuse(place, "a matrix of 2, 4, 8 or 16 rows", `${matrix.size}`, "change its size");
  }
  const qubits = Array.from({ length: wires }, (_, k) => k);
  return { kind: "operations", wires, operations: [{ kind: "unitary", matrix, qubits, controls: [] }] };
}

function single(step: Operation): Meaning {
  return { kind: "operations", wires: 1, operations: [step] };
}

/** A gate of the table as plain data. */
export function gate(name: GateName, parameters: readonly number[], qubits: readonly number[]): Operation {
  return { kind: "gate", gate: name, parameters, qubits, controls: [] };
}
