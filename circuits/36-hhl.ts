import { Circuit, complexMatrix, off } from "../src/index.ts";
import type { Program } from "./program.ts";

const [x, low, high, flag] = [0, 1, 2, 3];

/** e^{iAπ/2} for A = (3/2, 1/2; 1/2, 3/2): eigenvalue 1 gives the phase 1/4, eigenvalue 2 the phase 2/4. */
const evolution = complexMatrix([
  [
    [-1 / 2, 1 / 2],
    [-1 / 2, -1 / 2],
  ],
  [
    [-1 / 2, -1 / 2],
    [-1 / 2, 1 / 2],
  ],
]);

const estimate = Circuit.withRegisters([
  ["x", 1],
  ["eigenvalue", 2],
  ["flag", 1],
])
  .onEach("h", [low, high])
  .control([low], (body) => body.unitary(evolution, [x], "exp(iAπ/2)"))
  .control([high], (body) => body.unitary(evolution, [x], "exp(iAπ/2)").unitary(evolution, [x], "exp(iAπ/2)"))
  .inverseQft([low, high]);

const circuit = estimate
  .control([low, off(high)], (body) => body.ry(2 * Math.asin(1), flag)) // eigenvalue 1: amplitude 1
  .control([off(low), high], (body) => body.ry(2 * Math.asin(1 / 2), flag)) // eigenvalue 2: amplitude 1/2
  .append(estimate.inverse());

const rest = Math.sqrt(3) / 4;

export const program: Program = {
  title: "Solving a 2 × 2 linear system (HHL)",
  explanation:
    "Phase estimation writes down the eigenvalue, a rotation divides by it, and the estimate is undone. Where the flag (leftmost) is 1, the amplitudes are the solution of Ax = (1, 0) for A = (3/2, 1/2; 1/2, 3/2): x = (3/4, −1/4). Reading it out is another matter.",
  source: "Harrow, Hassidim and Lloyd, arXiv:0811.3171",
  circuit,
  expect: [
    {
      kind: "state",
      amplitudes: { "1000": 3 / 4, "1001": -1 / 4, "0000": rest, "0001": rest },
    },
  ],
};
