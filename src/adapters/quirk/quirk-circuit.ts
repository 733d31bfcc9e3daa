/** What stands at one wire of a column: nothing (1), a gate by its id, or a gate with a formula. */
export type QuirkCell = 1 | string | { readonly id: string; readonly arg?: string };

/** A gate that the circuit brings along: a matrix, or a circuit of its own. */
export interface QuirkCustomGate {
  readonly id: string;
  readonly name?: string;
  readonly matrix?: string;
  readonly circuit?: Pick<QuirkCircuit, "cols">;
}

/** A circuit in the words of Quirk: columns from left to right, cells from the top wire, which is the lowest bit. */
export interface QuirkCircuit {
  readonly cols: readonly (readonly QuirkCell[])[];
  readonly gates?: readonly QuirkCustomGate[];
  /** States that the wires start in, 0 where none is named. */
  readonly init?: readonly (0 | 1 | "+" | "-" | "i" | "-i")[];
}

/** The most wires that Quirk shows. */
export const quirkWires = 16;

/** The most qubits of a matrix that Quirk takes. */
export const quirkMatrixQubits = 4;
