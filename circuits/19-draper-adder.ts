import { Circuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const bits = 3;
const size = 2 ** bits;
const [a, b] = [0, bits].map((start) => Array.from({ length: bits }, (_, k) => start + k));

/** Turns basis state y of the transformed b by e^{2πi·ay/2^n}, which is what adding a does there. */
let turn = new Circuit(2 * bits);
for (let j = 0; j < bits; j++) {
  for (let k = 0; j + k < bits; k++) turn = turn.cp((2 * Math.PI * 2 ** (j + k)) / size, a[j], b[k]);
}

export const program: Program = {
  title: "Draper's adder",
  explanation:
    "Adds one register to another, |a⟩|b⟩ → |a⟩|a + b mod 8⟩, by phases alone: between a Fourier transform and its inverse an addition is a product of controlled phases. No carry bits are needed.",
  source: "Draper, quant-ph/0008033",
  circuit: Circuit.withRegisters([
    ["a", bits],
    ["b", bits],
  ])
    .qft(b)
    .append(turn)
    .inverseQft(b),
  expect: [
    {
      kind: "map",
      pairs: Array.from({ length: size * size }, (_, input) => {
        const [x, y] = [input % size, Math.floor(input / size)];
        return [input, x + size * ((x + y) % size)] as const;
      }),
    },
  ],
};
