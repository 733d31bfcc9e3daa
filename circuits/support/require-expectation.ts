import type { Circuit } from "../../src/index.ts";
import type { Expectation } from "../program.ts";
import { asComplex } from "./as-complex.ts";

const tolerance = 1e-12;

/**
 * Checks that an expectation can be true of some run of a circuit: lengths fit, a state has norm 1, a law adds up to 1.
 *
 * Errors: RangeError that says what does not fit.
 */
export function requireExpectation(circuit: Circuit, expectation: Expectation): void {
  switch (expectation.kind) {
    case "state": {
      const amplitudes = Object.entries(expectation.amplitudes);
      for (const [ket] of amplitudes) requireLength("state", ket, circuit.qubits);
      requireOne(
        "state",
        amplitudes.map(([, entry]) => asComplex(entry)).reduce((sum, [re, im]) => sum + re * re + im * im, 0),
      );
      break;
    }
    case "counts": {
      for (const bits of Object.keys(expectation.law)) requireLength("counts", bits, circuit.bits);
      const places = new Set(Object.keys(expectation.law).map((bits) => bits.replace(/[01]/g, ".")));
      if (places.size !== 1) {
        throw new RangeError(
          `expect: expected the digit x at the same places of every outcome, got ${[...places].join(", ")}; write out the others.`,
        );
      }
      requireOne("counts", total(Object.values(expectation.law)));
      break;
    }
    case "most likely":
      requireLength("most likely", expectation.outcome, circuit.bits);
      break;
    case "spectrum":
      requireOne("spectrum", total(expectation.values));
      break;
    default:
      break;
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function requireLength(kind: string, bits: string, length: number): void {
  if (bits.length !== length) {
    throw new RangeError(
      `expect: expected ${length} digits in each outcome of ${kind}, got ${bits}; name qubits or bits from the highest to 0.`,
    );
  }
}

function requireOne(kind: string, sum: number): void {
  if (!(Math.abs(sum - 1) <= tolerance)) {
    throw new RangeError(
      `expect: expected probabilities of ${kind} that add up to 1, got ${sum}; check them.`,
    );
  }
}
