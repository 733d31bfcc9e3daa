import { asMatrix, kroneckerEncoding, leverageState, rowOracle } from "../src/index.ts";
import type { Program } from "./program.ts";

const times = [0, 1, 2, 3];
const line = times.map((t) => [1, t]);
const parabola = times.map((t) => [1, t, t * t]);

const states = kroneckerEncoding([line, parabola].map((rows) => leverageState(rowOracle(asMatrix(rows)))));
let { circuit } = states;
states.row.forEach((qubit, bit) => {
  circuit = circuit.measure(qubit, bit);
});

/** 1/4 + (t − 1.5)²/5 for the line; all of the unit vector but the cubic contrast (−1, 3, −3, 1)/√20 for the parabola. */
const leverages = [
  [0.7, 0.3, 0.3, 0.7],
  [0.95, 0.55, 0.55, 0.95],
];
const name = (i: number) => i.toString(2).padStart(2, "0");

export const program: Program = {
  title: "Leverage state of a Kronecker product",
  explanation:
    "Leverage scores multiply: a surface that is a line in one direction and a parabola in the other is fitted on a 4 × 4 grid, and grid point (i, j) pulls with τ_{i}·τ_{j}. Two small leverage states side by side draw from the scores of all 16 rows.",
  source:
    "τ(A ⊗ B) = τ(A) ⊗ τ(B): the projector onto the columns of A ⊗ B is the Kronecker product of the projectors",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(
        times.flatMap((i) => times.map((j) => [name(i) + name(j), (leverages[0][i] * leverages[1][j]) / 6])),
      ),
    },
  ],
};
