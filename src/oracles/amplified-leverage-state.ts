import { Circuit } from "../circuit/circuit.ts";
import { amplificationRound } from "../circuit/synthesis/amplification-round.ts";
import { prepareSelectedState } from "../circuit/synthesis/prepare-selected-state.ts";
import { DenseMatrix } from "../matrix/dense-matrix.ts";
import { defaultEngine } from "../simulator/default-engine.ts";
import type { Engine } from "../simulator/engine.ts";
import type { StateVector } from "../simulator/state-vector.ts";
import { whitened } from "./leverage-state.ts";
import { packRow, unpackRow } from "./pack-row.ts";
import type { RowOracle } from "./row-oracle.ts";

/** How rows and scores are known to the circuit. */
export interface AmplifiedLeverageOptions {
  /** C, r × d: the score of a row is ‖C a‖², at most 1 for every row. From the row space of a sketch, or of the matrix. */
  readonly whitener: DenseMatrix;
  /** Bits of one entry, two's complement; the rows are whole numbers. */
  readonly width: number;
}

/** The preparation of a leverage state by a flag, to be amplified. */
export interface AmplifiedLeverageState {
  /** 𝒜: |0⟩ → n^{−1/2} Σ_i |i⟩ (Σ_k (A Cᵀ)_ik |k⟩|1⟩ + √(1 − u_i) |0⟩|0⟩). */
  readonly preparation: Circuit;
  /** The sign change of the states whose flag is 1. */
  readonly sign: Circuit;
  /** Registers, lowest bit first: the row index, the coordinate k, and the flag. */
  readonly row: readonly number[];
  readonly column: readonly number[];
  readonly flag: number;
  /** The probability Σu/n that the flag is 1 before amplification. */
  readonly success: number;
  /** round(π/(4 asin √success) − 1/2), about (π/4)√(n/d). */
  readonly bestRounds: number;
  /** The circuit with so many rounds of amplification. */
  circuit(rounds: number): Circuit;
  /** Runs it. Queries: 2 rows for each use of 𝒜 (1 + rounds) and of 𝒜⁻¹ (rounds). */
  prepare(rounds: number, engine?: Engine): StateVector;
}

/**
 * Prepares the leverage state one at a time: uniform superposition, row query, score, flag rotated to amplitude √u_i,
 * row query undone, amplification.
 *
 * Where the flag is 1 the state is (Σu)^{−1/2} Σ_{i,k} (A Cᵀ)_ik |i⟩|k⟩, the leverage state if C whitens A itself. The
 * rotations know the rule for every row that fits the width, not the data.
 *
 * Errors: RangeError for a number of rows that is no power of two, entries that do not fit, or a score above 1.
 *
 * Source: Apers and Gribling, arXiv:2311.03215, for the scores; Brassard, Høyer, Mosca and Tapp, quant-ph/0005055.
 */
export function amplifiedLeverageState(
  oracle: RowOracle,
  options: AmplifiedLeverageOptions,
): AmplifiedLeverageState {
  const { whitener, width } = options;
  const { rows: n, columns: d, name, ledger } = oracle;
  const indexQubits = Math.log2(n);
  if (!Number.isInteger(indexQubits)) {
    throw new RangeError(
      `amplifiedLeverageState: expected a power of two of rows, got ${n}; add rows of zeros to ${name}.`,
    );
  }
  let next = 0;
  const take = (count: number) => Array.from({ length: count }, () => next++);
  const column = take(Math.ceil(Math.log2(whitener.rows)));
  const [flag] = take(1);
  const row = take(indexQubits);
  const data = take(d * width);
  const qubits = next;

  // What one coherent query reads in bulk: the simulator's own work, paid for by the uses of 𝒜.
  const matrix = oracle.reveal();
  const table = Uint32Array.from({ length: n }, (_, i) => packRow(matrix.row(i), width));
  const states = Array.from({ length: 2 ** data.length }, (_, pattern) =>
    flagState(unpackRow(pattern, d, width), whitener, column.length),
  );
  let total = 0;
  table.forEach((pattern, i) => {
    const { score } = states[pattern];
    if (score > 1 + 1e-9) {
      throw new RangeError(
        `amplifiedLeverageState: expected scores of at most 1, got ${score} for row ${i}; scale the whitener down.`,
      );
    }
    total += score;
  });
  const load = new Circuit(qubits).lookup({ inputs: row, outputs: data, table, label: name });
  const preparation = new Circuit(qubits)
    .onEach("h", row)
    .append(load)
    .addAll(
      prepareSelectedState(
        states.map(({ amplitudes }) => amplitudes),
        data,
        [...column, flag],
      ),
    )
    .append(load.inverse());
  const sign = new Circuit(qubits).z(flag);
  const circuit = (rounds: number) =>
    preparation.append(amplificationRound(preparation, sign).repeat(rounds));
  const success = total / n;
  return {
    preparation,
    sign,
    row,
    column,
    flag,
    success,
    bestRounds: Math.max(0, Math.round(Math.PI / (4 * Math.asin(Math.sqrt(Math.min(1, success)))) - 0.5)),
    circuit,
    prepare(rounds, engine = defaultEngine) {
      const { state } = engine.run(circuit(rounds));
      ledger.charge({
        oracle: name,
        access: "quantum",
        unit: "row",
        use: "forward",
        count: 2 * (1 + rounds),
      });
      ledger.charge({ oracle: name, access: "quantum", unit: "row", use: "inverse", count: 2 * rounds });
      return state;
    },
  };
}

/** Σ_k (C a)_k |k⟩|1⟩ + √(1 − ‖C a‖²)|0⟩|0⟩, the flag being the high bit. A row that no data have may be longer: normalised. */
function flagState(values: Float64Array, whitener: DenseMatrix, columnQubits: number) {
  const coordinates = whitened(new DenseMatrix(1, values.length, values), whitener).data;
  const score = coordinates.reduce((sum, x) => sum + x * x, 0);
  const amplitudes = new Float64Array(2 ** (columnQubits + 1));
  amplitudes[0] = Math.sqrt(Math.max(0, 1 - score));
  amplitudes.set(coordinates, 2 ** columnQubits);
  return { score, amplitudes };
}
