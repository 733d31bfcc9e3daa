import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dilutedRegister } from "../../../src/simulator/search/diluted-register.ts";
import { referenceRegister } from "../../../src/simulator/search/reference-register.ts";
import { subspaceRegister } from "../../../src/simulator/search/subspace-register.ts";
import { randomMarked } from "../../support/random-marked.ts";

/** The definition: 2N amplitudes, position x with ancilla 1 at index N + x, the phase on marked x with ancilla 1. */
function spelledOut(size: number, positions: Float64Array, share: number) {
  const start = Float64Array.from({ length: 2 * size }, (_, i) =>
    Math.sqrt((i < size ? 1 - share : share) / size),
  );
  return referenceRegister({ size: 2 * size, positions: positions.map((x) => x + size) }, start);
}

describe("dilutedRegister", () => {
  it("has the laws of the register with the ancilla spelled out", () => {
    for (const [size, count, share] of [
      [16, 1, 0.3],
      [16, 5, 0.8],
      [10, 10, 0.5],
      [10, 10, 1],
      [7, 0, 0.5],
    ] as const) {
      const marked = randomMarked(size, count);
      const diluted = dilutedRegister(marked, share);
      const reference = spelledOut(size, marked.positions, share);
      for (let step = 0; step < 6; step++) {
        const { re, im } = reference.amplitudes();
        const probability = (i: number) => re[i] ** 2 + im[i] ** 2;
        const markedMass = [...marked.positions].reduce(
          (sum, x) => sum + probability(x) + probability(x + size),
          0,
        );
        expect(diluted.markedProbability()).toBeCloseTo(markedMass, 12);
        for (const register of [diluted, reference]) {
          step % 2 === 0 ? register.iterate(step + 1) : register.rotate(0.3 * step, 1.7);
        }
      }
    }
  });

  it("is the plain register at share 1", () => {
    const marked = randomMarked(100, 6);
    const [diluted, plain] = [dilutedRegister(marked, 1), subspaceRegister(marked)];
    const streams = [seededRandom(1), seededRandom(1)];
    for (let run = 0; run < 20; run++) {
      for (const register of [diluted, plain]) {
        register.reset();
        register.iterate(run);
      }
      expect(diluted.measure(streams[0])).toBe(plain.measure(streams[1]));
    }
  });

  it.each([0, -0.1, 1.1, Number.NaN])("refuses a share of %d", (share) => {
    expect(() => dilutedRegister(randomMarked(4, 1), share)).toThrow(/share/);
  });

  it("refuses bad sets, iterations and phases", () => {
    expect(() => dilutedRegister({ size: 1, positions: Float64Array.of(1) }, 0.5)).toThrow(RangeError);
    const register = dilutedRegister(randomMarked(4, 1), 0.5);
    expect(() => register.iterate(-1)).toThrow(RangeError);
    expect(() => register.rotate(Number.NaN, 0)).toThrow(RangeError);
  });
});
