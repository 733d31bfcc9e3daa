import { describe, expect, it } from "vitest";
import type { RandomStream } from "../../src/random/random-stream.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { bitString } from "../../src/simulator/bit-string.ts";
import { bitStrings } from "../../src/simulator/bit-strings.ts";
import { lawWeights, sampleWeights, stateWeights } from "../../src/simulator/sample-weights.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";
import { chiSquareTail } from "../support/chi-square.ts";
import { randomState } from "../support/random-state.ts";

/** Draws one after the other, from the cumulated law: the plain definition. */
function plainSample(law: Float64Array, shots: number, random: RandomStream): Map<number, number> {
  const total = law.reduce((sum, p) => sum + p, 0);
  const counts = new Map<number, number>();
  for (let shot = 0; shot < shots; shot++) {
    const draw = random.uniform() * total;
    let below = 0;
    let outcome = 0;
    for (; outcome < law.length - 1; outcome++) {
      below += law[outcome];
      if (draw < below) break;
    }
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

describe("sampleWeights", () => {
  it.each([1, 5, 12, 13])(
    "draws what the inverse distribution function gives, shot by shot, %i qubits",
    (qubits) => {
      const state = randomState(qubits, seededRandom(qubits));
      const { outcomes, counts } = sampleWeights(stateWeights(state), 500, seededRandom(2));
      const expected = [...plainSample(state.probabilities(), 500, seededRandom(2))].sort(
        ([a], [b]) => a - b,
      );
      expect(Array.from(outcomes, (outcome, k) => [outcome, counts[k]])).toEqual(expected);
    },
  );

  it("gives the same from amplitudes as from their law, and as StateVector", () => {
    const state = randomState(13, seededRandom(1));
    const drawn = sampleWeights(stateWeights(state), 3000, seededRandom(4));
    expect(sampleWeights(lawWeights(state.probabilities()), 3000, seededRandom(4))).toEqual(drawn);
    expect(state.sampleOutcomes(3000, seededRandom(4))).toEqual(drawn);
    const strings = Object.entries(state.sample(3000, seededRandom(4)));
    expect(
      strings
        .map(([bits, count]) => [Number.parseInt(bits, 2), count])
        .sort((a, b) => Number(a[0]) - Number(b[0])),
    ).toEqual(Array.from(drawn.outcomes, (outcome, k) => [outcome, drawn.counts[k]]));
  });

  it("follows the law, weights of any total", () => {
    const law = Float64Array.of(1, 0, 3, 2, 0, 4);
    const { outcomes, counts } = sampleWeights(lawWeights(law), 100_000, seededRandom(6));
    expect(Array.from(outcomes)).toEqual([0, 2, 3, 5]);
    const square = Array.from(outcomes).reduce((sum, outcome, k) => {
      const mean = law[outcome] * 10_000;
      return sum + (counts[k] - mean) ** 2 / mean;
    }, 0);
    // False alarms: 1e-6, and the seed is fixed.
    expect(chiSquareTail(square, 3)).toBeGreaterThan(1e-6);
  });

  it("gives draws beyond the rounded end to the last possible outcome", () => {
    const end = { uniform: () => 1 } as unknown as RandomStream;
    const drawn = (law: Float64Array, random: RandomStream) => sampleWeights(lawWeights(law), 2, random);
    expect(drawn(Float64Array.of(1, 1, 0), end)).toEqual({
      outcomes: Uint32Array.of(1),
      counts: Uint32Array.of(2),
    });
    const draws = [0.5, 1];
    const both = { uniform: () => draws.pop()! } as unknown as RandomStream;
    expect(drawn(Float64Array.of(0, 1, 0), both)).toEqual({
      outcomes: Uint32Array.of(1),
      counts: Uint32Array.of(2),
    });
  });

  it("draws nothing for no shots, and refuses what is no law", () => {
    const draw = (law: number[], shots: number) =>
      sampleWeights(lawWeights(Float64Array.from(law)), shots, seededRandom(1));
    expect(draw([1, 1], 0)).toEqual({ outcomes: new Uint32Array(0), counts: new Uint32Array(0) });
    for (const law of [
      [0, 0],
      [Number.NaN, 1],
      [Number.POSITIVE_INFINITY, 1],
    ]) {
      expect(() => draw(law, 1)).toThrow(/^sample: expected probabilities with a positive sum, got/);
    }
    for (const shots of [-1, 0.5, Number.NaN]) expect(() => draw([1], shots)).toThrow(RangeError);
    expect(() => new StateVector(1).sampleOutcomes(-1, seededRandom(1))).toThrow(RangeError);
  });
});

describe("bitStrings", () => {
  it("agrees with bitString", () => {
    for (const bits of [0, 1, 2, 3, 8, 11]) {
      const label = bitStrings(bits);
      for (let value = 0; value < 2 ** bits; value += 1 + (value % 3)) {
        expect(label(value)).toBe(bitString(value, bits));
      }
    }
    expect(bitStrings(30)(2 ** 30 - 2)).toBe(bitString(2 ** 30 - 2, 30));
  });
});
