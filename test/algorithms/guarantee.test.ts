import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import type { SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { certifyKronecker } from "../../src/comparison/certify-kronecker.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFailures } from "../support/expect-failures.ts";
import { factorFamilies } from "../support/factor-families.ts";

const epsilon = 0.5;
const delta = 0.05;

/** Sketches the factors of one seed and measures the true error. */
function run(
  make: (random: RandomStream) => readonly RealMatrix[],
  seed: number,
  options: Partial<SketchOptions> = {},
) {
  const random = seededRandom(seed);
  const factors = make(random.split("factors"));
  const sketch = approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon, delta, random: random.split("run"), ...options },
  );
  const { lower, upper, holds } = certifyKronecker(factors, sketch);
  return {
    error: Math.max(1 - lower, upper - 1),
    holds,
    searched: sketch.ledger.total({ access: "quantum" }) > 0,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

// Failures are judged by an exact binomial test at false alarm 1e-6. With c = 3 the bounds leave so much room that
// practically none occurs, which the two bounds on the error itself say (claim: mean ≤ 0.35 ε, worst ≤ 0.65 ε).
describe("approximateKronecker with the rigorous constant", () => {
  describe.each(factorFamilies)("on factors $name", ({ small, tall }) => {
    it("keeps ε with probability ≥ 1 − δ, be the factors read or searched", () => {
      const read = Array.from({ length: 188 }, (_, seed) => run(small, seed));
      const searched = Array.from({ length: 12 }, (_, seed) =>
        run(tall, seed, { search: seed % 4 === 0 ? "unknown" : "known" }),
      );
      expect(read.some((result) => result.searched)).toBe(false);
      expect(searched.every((result) => result.searched)).toBe(true);

      for (const runs of [read, searched]) {
        const errors = runs.map(({ error }) => error);
        expectFailures(runs.filter(({ holds }) => !holds).length, runs.length, delta);
        expect(mean(errors)).toBeLessThanOrEqual(0.35 * epsilon);
        expect(Math.max(...errors)).toBeLessThanOrEqual(0.65 * epsilon);
      }
    });
  });

  it("keeps ε for dense factors searched all the way down", () => {
    const errors = Array.from({ length: 6 }, (_, seed) => {
      const { error, searched } = run(
        (random) => [
          gaussianMatrix({ rows: 4000, columns: 2 }, random.split("first")),
          gaussianMatrix({ rows: 2500, columns: 1 }, random.split("second")),
        ],
        seed,
        { fallback: "never" },
      );
      expect(searched).toBe(true);
      return error;
    });
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.65 * epsilon);
  });

  it("keeps ε for three factors", () => {
    const errors = Array.from({ length: 50 }, (_, seed) =>
      run(
        (random) => [
          gaussianMatrix({ rows: 60, columns: 2 }, random.split("first")),
          gaussianMatrix({ rows: 40, columns: 1 }, random.split("second")),
          gaussianMatrix({ rows: 25, columns: 2 }, random.split("third")),
        ],
        seed,
      ),
    ).map(({ error }) => error);
    expect(mean(errors)).toBeLessThanOrEqual(0.35 * epsilon);
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.65 * epsilon);
  });

  it("can fail: with 20 draws most sketches miss ε, and the certificate says so", () => {
    const illConditioned = factorFamilies[2].small;
    const runs = Array.from({ length: 20 }, (_, seed) => run(illConditioned, seed, { draws: 20 }));
    expect(runs.filter(({ holds }) => !holds).length).toBeGreaterThan(10);
  });
});

describe("approximateKronecker with the practical constant", () => {
  // No proof at c = 1, but the samples are still generous: each certificate holds, and the mean error stays below ε/2.
  it("keeps ε on all families in practice", () => {
    for (const { tall } of factorFamilies) {
      const runs = Array.from({ length: 2 }, (_, seed) => run(tall, seed, { constant: "practical" }));
      expect(runs.every(({ holds }) => holds)).toBe(true);
      expect(mean(runs.map(({ error }) => error))).toBeLessThanOrEqual(0.5 * epsilon);
    }
  });
});
