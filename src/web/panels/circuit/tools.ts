import type { GateName, Operation } from "../../../index.ts";

/** Something that can be put into the diagram: the key for it, its sign, and the step on a wire of a circuit. */
export interface Tool {
  readonly key: string;
  readonly sign: string;
  readonly name: string;
  /** The step on a qubit; undefined where the circuit has too few wires for it. */
  readonly make: (qubit: number, qubits: number) => Operation | undefined;
}

/** The gates of the palette in its order. Angles start at π/2 and are changed beside the diagram. */
export const tools: readonly Tool[] = [
  gate("h", "H", "h"),
  gate("x", "X", "x"),
  gate("y", "Y", "y"),
  gate("z", "Z", "z"),
  gate("s", "S", "s"),
  gate("t", "T", "t"),
  gate("v", "√X", "sx"),
  gate("p", "P", "p", Math.PI / 2),
  gate("a", "Rx", "rx", Math.PI / 2),
  gate("b", "Ry", "ry", Math.PI / 2),
  gate("r", "Rz", "rz", Math.PI / 2),
  {
    key: "w",
    sign: "⨯⨯",
    name: "swap",
    make(qubit, qubits) {
      if (qubits < 2) return undefined;
      const other = qubit + 1 < qubits ? qubit + 1 : qubit - 1;
      return { kind: "gate", gate: "swap", parameters: [], qubits: [qubit, other], controls: [] };
    },
  },
  { key: "m", sign: "M", name: "measure", make: (qubit) => ({ kind: "measure", qubit, bit: qubit }) },
  { key: "0", sign: "|0⟩", name: "reset", make: (qubit) => ({ kind: "reset", qubit }) },
];

function gate(key: string, sign: string, name: GateName, ...parameters: number[]): Tool {
  return {
    key,
    sign,
    name,
    make: (qubit) => ({ kind: "gate", gate: name, parameters, qubits: [qubit], controls: [] }),
  };
}
