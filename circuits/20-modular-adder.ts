import { Circuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const modulus = 5;
const a = [0, 1, 2];
/** One qubit more than a: its highest bit is the sign. */
const b = [3, 4, 5, 6];
const borrow = 7;
const sign = b[b.length - 1];
const wide = 2 ** b.length;

/** Adds a to b, both in the Fourier basis of b. */
let addA = new Circuit(7);
a.forEach((control, j) => {
  b.forEach((target, k) => {
    if (j + k < b.length) addA = addA.cp((2 * Math.PI * 2 ** (j + k)) / wide, control, target);
  });
});
/** Adds the modulus to b in the Fourier basis. */
let addModulus = new Circuit(b.length);
b.forEach((_, k) => {
  addModulus = addModulus.p((2 * Math.PI * modulus * 2 ** k) / wide, k);
});

const circuit = Circuit.withRegisters([
  ["a", a.length],
  ["b", b.length],
  ["borrow", 1],
])
  .qft(b)
  .box("+a", addA)
  .box("−5", addModulus.inverse(), b) // a + b − 5
  .inverseQft(b)
  .cx(sign, borrow) // negative: 5 is needed back
  .qft(b)
  .control([borrow], (body) => body.box("+5", addModulus, b))
  .box("−a", addA.inverse()) // negative now exactly if the sum was 5 or more
  .inverseQft(b)
  .x(sign)
  .cx(sign, borrow) // clears the borrow qubit
  .x(sign)
  .qft(b)
  .box("+a", addA)
  .inverseQft(b);

export const program: Program = {
  title: "Modular adder",
  explanation:
    "|a⟩|b⟩ → |a⟩|a + b mod 5⟩ for a, b below 5: subtract 5, look at the sign, put 5 back if it was too much, and clean the qubit that remembers the sign by comparing the result with a. The heart of modular multiplication in order finding.",
  source: "Beauregard, quant-ph/0205095, figure 5",
  circuit,
  expect: [
    {
      kind: "map",
      pairs: Array.from({ length: modulus ** 2 }, (_, k) => {
        const [x, y] = [k % modulus, Math.floor(k / modulus)];
        return [x + 8 * y, x + 8 * ((x + y) % modulus)] as const;
      }),
    },
  ],
};
