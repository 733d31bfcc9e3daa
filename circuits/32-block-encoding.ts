import { asMatrix, blockEncoding, rowOracle } from "../src/index.ts";
import type { Program } from "./program.ts";

const matrix = [
  [1, 2],
  [4, -2],
];

export const program: Program = {
  title: "Block encoding",
  explanation:
    "A matrix that is not unitary becomes the corner of one that is: ⟨0|U|0⟩ = A/‖A‖_{F}, here ‖A‖_{F} = 5. Seeing the ancilla at 0 means that A has been applied.",
  source: "Gilyén, Su, Low and Wiebe, arXiv:1806.01838, lemma 50; Kerenidis and Prakash, arXiv:1603.08675",
  circuit: blockEncoding(rowOracle(asMatrix(matrix))).circuit,
  expect: [{ kind: "block", matrix: matrix.map((row) => row.map((entry) => entry / 5)) }],
};
