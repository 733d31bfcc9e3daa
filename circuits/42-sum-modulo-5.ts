import { Circuit, registerSumCircuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const p = 5;
/** Registers of three qubits, of whose eight states the lowest five are used: a, b and the sum. */
const circuit = Circuit.withRegisters([
  ["a", 3],
  ["b", 3],
  ["sum", 3],
]).append(registerSumCircuit(p, 2));

export const program: Program = {
  title: "Sum modulo 5 by Fourier phases",
  explanation:
    "|a⟩|b⟩|0⟩ → |a⟩|b⟩|a + b mod 5⟩. The transform of Z₅ spreads the sum over all frequencies ζ, each digit turns frequency ζ by its own angle, and the inverse transform gathers them at the sum. Networks trained to add modulo p find the same waves: their scores are these amplitudes.",
  source: "Draper, quant-ph/0008033, over Z_{p}; arXiv:2402.09469 for the networks",
  circuit,
  expect: [
    {
      kind: "map",
      pairs: Array.from({ length: p * p }, (_, k) => {
        const [a, b] = [k % p, Math.floor(k / p)];
        return [a + 8 * b, a + 8 * b + 64 * ((a + b) % p)] as const;
      }),
    },
  ],
};
