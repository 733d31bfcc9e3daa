import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { amplitudeRegister } from "../../../src/simulator/search/amplitude-register.ts";
import { MarkedPositions } from "../../../src/simulator/search/marked-positions.ts";
import { referenceRegister } from "../../../src/simulator/search/reference-register.ts";
import { subspaceRegister } from "../../../src/simulator/search/subspace-register.ts";
import { expectFits } from "../../support/chi-square.ts";
import { randomMarked } from "../../support/random-marked.ts";

const settings = [1, 2, 3, 8, 37, 64, 500].flatMap((size) =>
  [0, 1, 2, Math.floor(size / 3), size - 1, size]
    .filter((count, i, all) => count >= 0 && count <= size && all.indexOf(count) === i)
    .map((count) => [size, count] as const),
);

function randomStart(size: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const start = Float64Array.from({ length: size }, (_, x) => (x % 5 === 3 ? 0 : random.normal()));
  const norm = Math.sqrt(start.reduce((sum, a) => sum + a * a, 0));
  return start.map((a) => a / norm);
}

/** The same random sequence of iterations and rotations on several registers. */
function drive(registers: { iterate(j: number): void; rotate(a: number, b: number): void }[], seed: number) {
  const random = seededRandom(seed);
  for (let step = 0; step < 12; step++) {
    const j = random.integer(6);
    const alpha = 7 * random.normal();
    const beta = 7 * random.normal();
    const rotates = random.uniform() < 0.5;
    for (const register of registers) rotates ? register.rotate(alpha, beta) : register.iterate(j);
  }
}

function largestGap(a: { re: Float64Array; im: Float64Array }, b: { re: Float64Array; im: Float64Array }) {
  let gap = 0;
  a.re.forEach((re, x) => {
    gap = Math.max(gap, Math.abs(re - b.re[x]), Math.abs(a.im[x] - b.im[x]));
  });
  return gap;
}

describe("the three registers", () => {
  it.each(settings)("agree to 1e-12 for %d states of which %d are marked", (size, count) => {
    const marked = randomMarked(size, count);
    const [subspace, amplitude, reference] = [subspaceRegister, amplitudeRegister, referenceRegister].map(
      (make) => make(marked),
    );
    for (let seed = 0; seed < 5; seed++) {
      drive([subspace, amplitude, reference], seed);
      expect(Math.abs(subspace.markedProbability() - reference.markedProbability())).toBeLessThan(1e-12);
      expect(Math.abs(amplitude.markedProbability() - reference.markedProbability())).toBeLessThan(1e-12);
      if (seed % 2 === 1) for (const register of [subspace, amplitude, reference]) register.reset();
    }
  });

  it.each(settings)("see the same positions for %d states of which %d are marked", (size, count) => {
    const marked = randomMarked(size, count);
    const registers = [subspaceRegister, amplitudeRegister, referenceRegister].map((make) => make(marked));
    const streams = registers.map(() => seededRandom(9));
    for (let run = 0; run < 40; run++) {
      for (const register of registers) register.reset();
      drive(registers, run);
      const seen = registers.map((register, k) => register.measure(streams[k]));
      expect(new Set(seen).size).toBe(1);
      expect(seen[0] >= 0 && seen[0] < size && Number.isInteger(seen[0])).toBe(true);
    }
  });

  it("turn success j times by 2θ: sin²((2j + 1)θ)", () => {
    const marked = randomMarked(1000, 7);
    const angle = Math.asin(Math.sqrt(7 / 1000));
    for (const make of [subspaceRegister, amplitudeRegister, referenceRegister]) {
      const register = make(marked);
      for (let j = 0; j < 60; j++) {
        expect(register.markedProbability()).toBeCloseTo(Math.sin((2 * j + 1) * angle) ** 2, 12);
        register.iterate(1);
      }
    }
  });

  it("take iterate(j) as j times rotate(π, π)", () => {
    for (const make of [subspaceRegister, amplitudeRegister, referenceRegister]) {
      const [one, other] = [make(randomMarked(90, 4)), make(randomMarked(90, 4))];
      for (const register of [one, other]) register.rotate(0.7, -1.9);
      one.iterate(5);
      for (let k = 0; k < 5; k++) other.rotate(Math.PI, Math.PI);
      expect(Math.abs(one.markedProbability() - other.markedProbability())).toBeLessThan(1e-13);
    }
  });

  it("read the marked set anew at a reset, as it has shrunk", () => {
    for (const make of [subspaceRegister, amplitudeRegister]) {
      const marked = new MarkedPositions(randomMarked(50, 3));
      const register = make(marked);
      marked.remove(marked.positions[1]);
      register.reset();
      expect(register.markedProbability()).toBeCloseTo(2 / 50, 14);
    }
  });

  it("refuse bad sets, iterations and phases", () => {
    for (const make of [subspaceRegister, amplitudeRegister, referenceRegister]) {
      expect(() => make({ size: 4, positions: Float64Array.of(4) })).toThrow(RangeError);
      const register = make({ size: 4, positions: Float64Array.of(1) });
      expect(() => register.iterate(1.5)).toThrow(/whole number/);
      expect(() => register.iterate(-1)).toThrow(RangeError);
      expect(() => register.rotate(Number.NaN, 1)).toThrow(/finite/);
      expect(() => register.rotate(1, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    }
  });
});

describe("amplitudeRegister", () => {
  it("has the amplitudes of the plain sweep, for a uniform and for any other start", () => {
    for (const start of [undefined, randomStart(200, 3)]) {
      for (const count of [0, 1, 17, 200]) {
        const registers = [amplitudeRegister, referenceRegister].map((make) =>
          make(randomMarked(200, count), start),
        );
        drive(registers, 5);
        expect(largestGap(registers[0].amplitudes(), registers[1].amplitudes())).toBeLessThan(1e-13);
      }
    }
  });

  it("sees the same positions as the plain sweep from any start, across blocks", () => {
    const start = randomStart(5000, 4);
    const marked = randomMarked(5000, 900);
    const registers = [amplitudeRegister, referenceRegister].map((make) => make(marked, start));
    const streams = registers.map(() => seededRandom(10));
    for (let run = 0; run < 60; run++) {
      for (const register of registers) register.reset();
      drive(registers, run);
      const [fast, plain] = registers.map((register, k) => register.measure(streams[k]));
      expect(fast).toBe(plain);
      expect(start[fast]).not.toBe(0);
    }
  });

  it("stays normalised and right to 1e-10 over 100,000 iterations of 2^20 states", () => {
    const marked = randomMarked(2 ** 20, 3);
    const register = amplitudeRegister(marked);
    register.iterate(100_000);
    const angle = Math.asin(Math.sqrt(3 / 2 ** 20));
    expect(register.markedProbability()).toBeCloseTo(Math.sin(200_001 * angle) ** 2, 9);
    const { re, im } = register.amplitudes();
    expect(re.reduce((sum, a, x) => sum + a * a + im[x] ** 2, 0)).toBeCloseTo(1, 10);
  });

  it("measures a hundred thousand misses of three million states without a sweep each", () => {
    const register = amplitudeRegister(randomMarked(3_000_000, 10));
    const random = seededRandom(1);
    let sum = 0;
    for (let k = 0; k < 100_000; k++) sum += register.measure(random);
    // The mean of a uniform position; 5.3 standard errors are 14,500.
    expect(Math.abs(sum / 100_000 - 1_500_000)).toBeLessThan(14_500);
  });

  it("measures with the squared amplitudes, from a uniform and from another start", () => {
    for (const start of [undefined, randomStart(12, 6)]) {
      const marked = randomMarked(12, 4);
      const register = amplitudeRegister(marked, start);
      drive([register], 2);
      const { re, im } = register.amplitudes();
      const random = seededRandom(3);
      const counts = new Float64Array(12);
      for (let k = 0; k < 20_000; k++) counts[register.measure(random)]++;
      // Chi-square at false alarm 1e-6.
      const law = [...re].map((a, x) => 20_000 * (a * a + im[x] ** 2)).map((p) => (p < 1e-9 ? 0 : p));
      law.forEach((p, x) => {
        if (p === 0) expect(counts[x]).toBe(0);
      });
      expectFits(
        [...counts].filter((_, x) => law[x] > 0),
        law.filter((p) => p > 0),
      );
    }
  });

  it("refuses a start of another length, not finite or not normalised", () => {
    const marked = { size: 2, positions: Float64Array.of(1) };
    expect(() => amplitudeRegister(marked, Float64Array.of(1))).toThrow(/2 start amplitudes/);
    expect(() => amplitudeRegister(marked, Float64Array.of(1, 1))).toThrow(/squared sum of 1/);
    expect(() => amplitudeRegister(marked, Float64Array.of(Number.NaN, 1))).toThrow(RangeError);
  });
});
