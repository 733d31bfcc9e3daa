import { Circuit } from "../circuit/circuit.ts";
import { prepareRealState } from "../circuit/synthesis/prepare-real-state.ts";
import { prepareSelectedState } from "../circuit/synthesis/prepare-selected-state.ts";
import { readAllRows } from "./read-all-rows.ts";
import type { RowOracle } from "./row-oracle.ts";

/** A unitary whose top left block is a matrix divided by `scale`: an (a, q)-encoding with a = scale, q = ancillas. */
export interface BlockEncoding {
  /** The unitary: system qubits lowest, then the ancillas. */
  readonly circuit: Circuit;
  /** Number of system qubits s: the block has 2^s rows and columns, padded with zeros. */
  readonly systemQubits: number;
  /** Number of ancillas q: the block is where they go from |0…0⟩ to |0…0⟩. */
  readonly ancillas: number;
  readonly scale: number;
}

/**
 * Builds a block-encoding of A/‖A‖_F from the row data structure: ⟨0, i|U|0, k⟩ = A_ik/‖A‖_F.
 *
 * Formula: U = swap · U_R† · U_L with U_L|0⟩|k⟩ = Σ_i (‖a_i‖/‖A‖_F)|i⟩|k⟩ and U_R|i⟩|0⟩ = |i⟩|a_i/‖a_i‖⟩; the swap
 * moves the row index, which appears in the ancillas, to the system qubits.
 * Qubits: s = max(1, ⌈lg rows⌉, ⌈lg columns⌉) for the system and as many ancillas.
 * Queries: n classical row queries, for the trees.
 *
 * Errors: RangeError for a matrix of zeros.
 *
 * Source: Kerenidis and Prakash, arXiv:1603.08675; Gilyén, Su, Low and Wiebe, arXiv:1806.01838, lemma 50.
 */
export function blockEncoding(oracle: RowOracle): BlockEncoding {
  const matrix = readAllRows(oracle);
  const s = Math.max(1, Math.ceil(Math.log2(Math.max(matrix.rows, matrix.columns))));
  const system = Array.from({ length: s }, (_, q) => q);
  const ancilla = Array.from({ length: s }, (_, q) => s + q);
  const rows = Array.from({ length: 2 ** s }, (_, i) => {
    const padded = new Float64Array(2 ** s);
    if (i < matrix.rows) padded.set(matrix.row(i));
    return padded;
  });
  const norms = rows.map((row) => Math.hypot(...row));
  const left = prepareRealState(norms);
  const right = new Circuit(2 * s).addAll(prepareSelectedState(rows, ancilla, system));
  let circuit = new Circuit(2 * s).append(left, ancilla).append(right.inverse());
  for (let q = 0; q < s; q++) circuit = circuit.swap(system[q], ancilla[q]);
  return { circuit, systemQubits: s, ancillas: s, scale: Math.hypot(...norms) };
}

/**
 * The block-encoding of a Kronecker product from those of its two factors, ancillas grouped above the system.
 *
 * An (a1, q1)- and an (a2, q2)-encoding give an (a1·a2, q1 + q2)-encoding of A1 ⊗ A2.
 */
export function tensorEncodings(first: BlockEncoding, second: BlockEncoding): BlockEncoding {
  const systemQubits = first.systemQubits + second.systemQubits;
  const place = (encoding: BlockEncoding, system: number, ancilla: number) =>
    Array.from({ length: encoding.circuit.qubits }, (_, q) =>
      q < encoding.systemQubits ? system + q : ancilla + q - encoding.systemQubits,
    );
  const circuit = new Circuit(first.circuit.qubits + second.circuit.qubits)
    .append(second.circuit, place(second, 0, systemQubits))
    .append(first.circuit, place(first, second.systemQubits, systemQubits + second.ancillas));
  return {
    circuit,
    systemQubits,
    ancillas: first.ancillas + second.ancillas,
    scale: first.scale * second.scale,
  };
}
