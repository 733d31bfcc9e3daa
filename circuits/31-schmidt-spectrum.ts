import { amplitudeEncoding, asMatrix, rowOracle } from "../src/index.ts";
import type { Program } from "./program.ts";

/** An orthogonal matrix: its rows are orthonormal, and so are its columns. */
const frame = [
  [2, -2, 1],
  [1, 2, 2],
  [2, 1, -2],
].map((row) => row.map((entry) => entry / 3));
const singularValues = [3, 2, 1];

// A = Σ_k σ_k u_k v_kᵀ with the columns u_k and the rows v_k of the frame.
const matrix = [0, 1, 2].map((i) =>
  [0, 1, 2].map((j) => singularValues.reduce((sum, value, k) => sum + value * frame[i][k] * frame[k][j], 0)),
);
const { circuit, row } = amplitudeEncoding(rowOracle(asMatrix(matrix)));

export const program: Program = {
  title: "Schmidt coefficients are singular values",
  explanation:
    "In |A⟩ the row register is entangled with the column register as strongly as A is far from rank one: the Schmidt coefficients are the singular values over ‖A‖_{F}. A has the singular values 3, 2, 1, so the reduced state of the rows has eigenvalues 9/14, 4/14, 1/14.",
  source:
    "Nielsen and Chuang, theorem 2.7 (Schmidt decomposition); Eckart and Young, Psychometrika 1, 211 (1936)",
  circuit,
  expect: [{ kind: "spectrum", qubits: row, values: [9 / 14, 4 / 14, 1 / 14] }],
};
