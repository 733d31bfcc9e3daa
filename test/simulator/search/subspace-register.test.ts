import { describe, expect, it } from "vitest";
import { fixedPointPhases, fixedPointSuccess } from "../../../src/primitives/fixed-point-angles.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { MarkedPositions } from "../../../src/simulator/search/marked-positions.ts";
import type { RotationSequence } from "../../../src/simulator/search/rotation-sequence.ts";
import type { SearchRegister } from "../../../src/simulator/search/search-register.ts";
import { subspaceRegister } from "../../../src/simulator/search/subspace-register.ts";
import { expectUniform } from "../../support/chi-square.ts";
import { expectRate } from "../../support/expect-mean.ts";

describe("subspaceRegister", () => {
  it("finds one of four states with certainty after one iteration", () => {
    const register = subspaceRegister({ size: 4, positions: Float64Array.of(2) });
    register.iterate(1);
    expect(register.markedProbability()).toBeCloseTo(1, 15);
    expect(register.measure(seededRandom(1))).toBe(2);
  });

  it("keeps sin²((2j + 1)θ) to 1e-9 at 2^50 states", () => {
    const register = subspaceRegister({ size: 2 ** 50, positions: Float64Array.of(5, 2 ** 49) });
    const angle = Math.asin(Math.sqrt(2 / 2 ** 50));
    register.iterate(18_000_000);
    expect(register.markedProbability()).toBeCloseTo(Math.sin(36_000_001 * angle) ** 2, 9);
  });

  it("sees marked and unmarked positions uniformly within their groups", () => {
    const positions = Float64Array.of(0, 3, 4);
    const register = subspaceRegister({ size: 9, positions });
    register.rotate(1.1, 0.4);
    const random = seededRandom(2);
    const counts = new Float64Array(9);
    for (let k = 0; k < 30_000; k++) counts[register.measure(random)]++;
    const marked = [...positions].map((x) => counts[x]);
    // Each check has false alarm at most 1e-6.
    expectUniform(marked);
    expectUniform([...counts].filter((_, x) => !positions.includes(x)));
    expectRate(
      marked.reduce((sum, count) => sum + count, 0),
      30_000,
      register.markedProbability(),
    );
  });

  it("answers from the closed law of a sequence as from its rotations, whatever comes before or after", () => {
    const phases = fixedPointPhases(21, 0.01);
    const { success: _, ...withoutLaw } = phases;
    const steps: ((register: SearchRegister, sequence: RotationSequence) => void)[] = [
      (register, sequence) => register.rotateThrough(sequence),
      (register) => register.iterate(2),
      (register) => register.rotate(0.3, 1.1),
      (register) => register.reset(),
    ];
    for (const order of [[0], [0, 0], [1, 0], [0, 1], [0, 2, 0], [0, 3, 0], [2, 3, 0, 1], [0, 3, 1]]) {
      const probabilities = [phases, withoutLaw].map((sequence) => {
        const register = subspaceRegister({ size: 37, positions: Float64Array.of(4, 9, 30) });
        for (const step of order) steps[step](register, sequence);
        return register.markedProbability();
      });
      expect(Math.abs(probabilities[0] - probabilities[1])).toBeLessThan(1e-12);
    }
  });

  it("follows a set that shrinks, after a sequence too", () => {
    const marked = new MarkedPositions({ size: 64, positions: Float64Array.of(3, 40) });
    const register = subspaceRegister(marked);
    const phases = fixedPointPhases(9, 0.1);
    register.rotateThrough(phases);
    marked.remove(3);
    register.reset();
    register.rotateThrough(phases);
    expect(register.markedProbability()).toBeCloseTo(fixedPointSuccess(9, 0.1, 1 / 64), 14);
    expect([null, 40]).toContain(register.attempt(6, seededRandom(5)));
  });

  it("draws two numbers for every measurement, whatever is marked", () => {
    for (const positions of [[], [1], [0, 1, 2]]) {
      const random = seededRandom(3);
      subspaceRegister({ size: 3, positions: Float64Array.from(positions) }).measure(random);
      const other = seededRandom(3);
      other.uniform();
      other.uniform();
      expect(random.uniform()).toBe(other.uniform());
    }
  });
});
