import { describe, expect, it } from "vitest";
import { countGates } from "../../src/circuit/counts/count-gates.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { cyclicFourierCircuit, digitQubits } from "../../src/primitives/cyclic-fourier-circuit.ts";
import { qftCircuit } from "../../src/primitives/qft-circuit.ts";

describe("cyclicFourierCircuit", () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 11, 13, 16])(
    "is ω^{xy}/√N on the digits and leaves the rest alone: N = %i",
    (modulus) => {
      const circuit = cyclicFourierCircuit(modulus);
      const { size, re, im } = unitary(circuit);
      expect(size).toBe(2 ** digitQubits(modulus));
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          const inside = x < modulus && y < modulus;
          const angle = (2 * Math.PI * x * y) / modulus;
          const [cosine, sine] = inside
            ? [Math.cos(angle) / Math.sqrt(modulus), Math.sin(angle) / Math.sqrt(modulus)]
            : [x === y ? 1 : 0, 0];
          expect(re[y * size + x]).toBeCloseTo(cosine, 12);
          expect(im[y * size + x]).toBeCloseTo(sine, 12);
        }
      }
    },
  );

  it("is the transform made of gates where the modulus is a power of two", () => {
    for (const t of [1, 2, 3, 4]) {
      expect(countGates(cyclicFourierCircuit(2 ** t))).toEqual(countGates(qftCircuit(t)));
      const { swap = 0, ...rotations } = countGates(cyclicFourierCircuit(2 ** t));
      expect(swap).toBe(Math.floor(t / 2));
      expect(Object.values(rotations).reduce((sum, count) => sum + count, 0)).toBe((t * (t + 1)) / 2);
    }
    expect(countGates(cyclicFourierCircuit(7))).toEqual({ unitary: 1 });
  });

  it("refuses what is no modulus", () => {
    for (const modulus of [1, 0, -3, 2.5, Number.NaN, 1025]) {
      expect(() => cyclicFourierCircuit(modulus)).toThrow(
        /expected a modulus that is a whole number from 2 to 1024/,
      );
    }
  });
});
