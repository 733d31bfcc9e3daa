import { Circuit, complexMatrix, cyclicFourierCircuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const p = 5;
const secret = [3, 2];
/** Registers of three qubits, of whose eight states the lowest five are used. */
const [first, second, answer] = [0, 3, 6].map((start) => [start, start + 1, start + 2]);

const fourier = cyclicFourierCircuit(p);
/** |y⟩ → |y + constant mod 5⟩, and the three unused states stay. */
const adding = (constant: number) =>
  complexMatrix(
    Array.from({ length: 8 }, (_, y) =>
      Array.from({ length: 8 }, (_, x) => (y === (x < p ? (x + constant) % p : x) ? 1 : 0)),
    ),
  );

/** |a⟩|y⟩ → |a⟩|y + s·a mod p⟩: each bit of a digit controls the addition of what it is worth. */
let query = new Circuit(9);
[first, second].forEach((digit, j) => {
  digit.forEach((qubit, bit) => {
    const worth = (secret[j] * 2 ** bit) % p;
    query = query.control([qubit], (body) => body.unitary(adding(worth), answer, `+${worth} mod ${p}`));
  });
});

let circuit = Circuit.withRegisters(
  [
    ["a0", 3],
    ["a1", 3],
    ["y", 3],
  ],
  [["s", 6]],
)
  .x(answer[2])
  .append(fourier, answer) // Σ ω^{4y}|y⟩: adding c gives it the phase ω^c
  .append(fourier, first)
  .append(fourier, second)
  .box("O_s", query)
  .append(fourier.inverse(), first)
  .append(fourier.inverse(), second);
[...first, ...second].forEach((qubit, bit) => {
  circuit = circuit.measure(qubit, bit);
});

export const program: Program = {
  title: "Bernstein–Vazirani modulo 5",
  explanation:
    "f(a) = s₀a₀ + s₁a₁ mod 5 hides the digits s₀ = 3, s₁ = 2. One query reads both; a classical machine needs one query for each digit. The Fourier transform of five states does what Hadamard gates do for bits.",
  source:
    "Bernstein and Vazirani, SIAM Journal on Computing 26, 1411 (1997), over Z_{p} with the Fourier transform of Z_{p}",
  circuit,
  expect: [{ kind: "counts", law: { "010011": 1 } }],
};
