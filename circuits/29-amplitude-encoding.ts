import { amplitudeEncoding, asMatrix, rowOracle } from "../src/index.ts";
import type { Program } from "./program.ts";

const rows = [
  [3, 0],
  [0, 4],
  [1, 2],
  [2, -1],
];
const norm = Math.sqrt(35);

const { circuit } = amplitudeEncoding(rowOracle(asMatrix(rows)));

export const program: Program = {
  title: "A matrix as a quantum state",
  explanation:
    "|A⟩ = Σ A_{ik}|i⟩|k⟩/‖A‖_{F}: the entries of a 4 × 2 matrix are the amplitudes of three qubits. Measuring the row shows row i with probability ‖a_{i}‖²/‖A‖²: length-squared sampling.",
  source: "Kerenidis and Prakash, arXiv:1603.08675, theorem 5.1",
  circuit,
  expect: [
    {
      kind: "state",
      rowQubits: 2,
      amplitudes: Object.fromEntries(
        rows.flatMap((row, i) =>
          row.map((entry, k) => [`${i.toString(2).padStart(2, "0")}${k}`, entry / norm]),
        ),
      ),
    },
  ],
};
