import { describe, expect, it } from "vitest";
import { type ClassicalSketchOptions, classicalSketch } from "../../src/baselines/classical-sketch.ts";
import { certifyKronecker } from "../../src/comparison/certify-kronecker.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { needleMatrix } from "../../src/matrix/generators/needle-matrix.ts";
import { orthonormalMatrix } from "../../src/matrix/generators/orthonormal-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { tuplesNeeded } from "../../src/matrix/kronecker/tuples-needed.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFailures } from "../support/expect-failures.ts";
import { expectRate } from "../support/expect-mean.ts";
import { factorFamilies } from "../support/factor-families.ts";

const good = { epsilon: 0.5, delta: 0.05 } as const;
const laws = ["leverage", "length-squared", "uniform"] as const;

function sketchOf(
  factors: readonly RealMatrix[],
  seed: number,
  options: Partial<ClassicalSketchOptions> = {},
) {
  return classicalSketch(
    factors.map((factor) => rowOracle(factor)),
    { ...good, random: seededRandom(seed), ...options },
  );
}

describe("classicalSketch by leverage", () => {
  // Exact binomial test at false alarm 1e-6 over 60 seeds a family; at c = 3 the worst error is far from ε.
  it.each(factorFamilies)("keeps ε with probability ≥ 1 − δ on factors $name", ({ small }) => {
    const seeds = 60;
    let failures = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const factors = small(seededRandom(seed));
      const { holds, upper, lower } = certifyKronecker(factors, sketchOf(factors, seed), 0.5);
      if (!holds) failures++;
      expect(Math.max(1 - lower, upper - 1)).toBeLessThan(0.65 * good.epsilon);
    }
    expectFailures(failures, seeds, good.delta);
  });

  it("draws m = ⌈c·r·ln(2r/δ)/ε²⌉ tuples, r the rank", () => {
    const factors = [
      gaussianMatrix({ rows: 100, columns: 2 }, seededRandom(1)),
      needleMatrix({ rows: 90, position: 2 }),
    ];
    const rank = { rank: 4, ratio: 4, ...good };
    expect(sketchOf(factors, 1).draws).toBe(tuplesNeeded({ constant: 3, ...rank }));
    expect(sketchOf(factors, 1, { constant: 1 }).draws).toBe(tuplesNeeded({ constant: 1, ...rank }));
    expect(sketchOf(factors, 1, { draws: 17 }).draws).toBe(17);
    const deficient = [replicatedBasisMatrix({ counts: [100, 0] }), factors[1]];
    expect(sketchOf(deficient, 1).draws).toBe(tuplesNeeded({ constant: 3, ...rank, rank: 2, ratio: 2 }));
  });

  it("takes plain matrices in one call, with the same draws and bill as their oracles", () => {
    const factors = [
      gaussianMatrix({ rows: 40, columns: 2 }, seededRandom(1)),
      needleMatrix({ rows: 30, position: 2 }),
    ];
    const plain = classicalSketch(factors, { ...good, random: seededRandom(3) });
    const behind = sketchOf(factors, 3);
    expect(plain.indices).toEqual(behind.indices);
    expect(plain.weights).toEqual(behind.weights);
    expect(plain.ledger.entries()).toEqual(behind.ledger.entries());
  });

  it("reads every row of every factor once, at 2^40 rows too", () => {
    for (const law of ["leverage", "length-squared"] as const) {
      const factors = [
        needleMatrix({ rows: 2 ** 40, position: 5, form: "row-class" }),
        needleMatrix({ rows: 300, position: 0 }),
      ];
      const { ledger, weights, draws } = sketchOf(factors, 2, { law, draws: 50 });
      expect(
        ledger.entries().map(({ oracle, access, use, stage, count }) => [oracle, access, use, stage, count]),
      ).toEqual([
        ["A1", "classical", "read", "reading", 2 ** 40],
        ["A2", "classical", "read", "reading", 300],
      ]);
      expect(weights.length).toBeLessThanOrEqual(draws);
    }
  });
});

describe("classicalSketch by other laws, on the needle tensored with itself", () => {
  const n = 64;
  const needles = [needleMatrix({ rows: n, position: 11 }), needleMatrix({ rows: n, position: 40 })];
  const draws = 40;
  const seeds = 400;

  // A direction of the product is missed when no draw hits it. The rarest one has the probability 1/n² a draw, the two next
  // ones (n − 1)/n², and the common one is hit in any case. Rates within 5.3 standard deviations, false alarm 1e-7.
  it.each(["uniform", "length-squared"] as const)(
    "%s misses a direction at the predicted rate, and is then wrong by 1",
    (law) => {
      let missed = 0;
      for (let seed = 0; seed < seeds; seed++) {
        const sketch = sketchOf(needles, seed, { law, draws });
        const { lower, holds } = certifyKronecker(needles, sketch, 0.5);
        const kinds = new Set(
          Array.from(
            { length: sketch.weights.length },
            (_, e) => `${sketch.indices[2 * e] === 11} ${sketch.indices[2 * e + 1] === 40}`,
          ),
        );
        if (kinds.size < 4) {
          missed++;
          expect(Math.abs(lower)).toBeLessThan(1e-12);
          expect(holds).toBe(false);
        }
      }
      const [rarest, other] = [1 / n ** 2, (n - 1) / n ** 2];
      const none = (probability: number) => (1 - probability) ** draws;
      // All three are hit: inclusion and exclusion over the sets of missed ones.
      const hit =
        1 -
        none(rarest) -
        2 * none(other) +
        2 * none(rarest + other) +
        none(2 * other) -
        none(rarest + 2 * other);
      expectRate(missed, seeds, 1 - hit);
    },
  );

  it("uniform draws of one factor miss the needle with probability (1 − 1/n)^m", () => {
    const rows = 4096;
    const pair = [needleMatrix({ rows, position: 77 }), replicatedBasisMatrix({ counts: [1] })];
    let missed = 0;
    for (let seed = 0; seed < 200; seed++) {
      const sketch = sketchOf(pair, seed, { law: "uniform", draws: 400 });
      const { lower, rank } = certifyKronecker(pair, sketch, 0.5);
      expect(rank).toBe(2);
      if (lower < 1e-9) missed++;
    }
    expectRate(missed, 200, (1 - 1 / rows) ** 400);
  });

  it("leverage never misses it", () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(certifyKronecker(needles, sketchOf(needles, seed), 0.5).holds).toBe(true);
    }
  });

  it("uniform draws read only what they draw, each row once", () => {
    const { ledger, indices, weights } = sketchOf(needles, 3, { law: "uniform", draws: 20 });
    const distinct = (k: number) => new Set(Array.from(weights, (_, e) => indices[2 * e + k])).size;
    expect(ledger.total({ oracle: "A1" })).toBe(distinct(0));
    expect(ledger.total({ oracle: "A2" })).toBe(distinct(1));
  });

  it("says that they have no guarantee", () => {
    for (const law of laws) {
      expect(sketchOf(needles, 4, { law, draws: 20 }).warnings).toEqual(
        law === "leverage"
          ? []
          : [
              `law ${law}: no guarantee; a row that alone carries a direction is missed with high probability.`,
            ],
      );
    }
  });

  it("length-squared is leverage for orthonormal columns", () => {
    const random = seededRandom(5);
    const factors = [70, 60].map((rows, k) =>
      orthonormalMatrix({ rows, columns: 2 }, random.split("factor", k)),
    );
    const [one, other] = (["leverage", "length-squared"] as const).map((law) =>
      sketchOf(factors, 6, { law, draws: 500 }),
    );
    expect(other.indices).toEqual(one.indices);
    one.weights.forEach((weight, e) => {
      expect(other.weights[e]).toBeCloseTo(weight, 9);
    });
  });
});

describe("classicalSketch", () => {
  it("refuses bad options before it reads anything", () => {
    const oracles = [
      rowOracle(needleMatrix({ rows: 9, position: 1 })),
      rowOracle(needleMatrix({ rows: 8, position: 1 })),
    ];
    const bad: readonly [Record<string, unknown>, string][] = [
      [{ epsilon: 0 }, "expected 0 < epsilon < 1, got 0; try 0.5."],
      [{ epsilon: Number.NaN }, "expected 0 < epsilon < 1, got NaN; try 0.5."],
      [{ delta: 1 }, "expected 0 < delta < 1, got 1; try 0.05."],
      [
        { law: "gut feeling" },
        "expected law to be one of leverage, length-squared, uniform, got gut feeling; pick one.",
      ],
      [{ constant: 0 }, "expected a constant > 0, got 0; 3 is rigorous for leverage."],
      [{ constant: Number.NaN }, "expected a constant > 0, got NaN; 3 is rigorous for leverage."],
      [{ draws: 0 }, "expected a whole number of draws ≥ 1, got 0; leave it out for the guarantee."],
      [
        { draws: 2.5, law: "uniform" },
        "expected a whole number of draws ≥ 1, got 2.5; leave it out for the guarantee.",
      ],
    ];
    for (const [options, message] of bad) {
      const all = { ...good, random: seededRandom(1), ...options } as ClassicalSketchOptions;
      expect(() => classicalSketch(oracles, all)).toThrow(new RangeError(`classicalSketch: ${message}`));
    }
    expect(() => classicalSketch([], { ...good, random: seededRandom(1) })).toThrow(
      "classicalSketch: expected at least one factor, got none; pass their row oracles.",
    );
    expect(oracles.flatMap(({ ledger }) => ledger.entries())).toEqual([]);
  });

  it("refuses a factor of rank 0", () => {
    const zero = new DenseMatrix(5, 2, new Float64Array(10));
    for (const law of ["leverage", "length-squared"] as const) {
      expect(() => sketchOf([zero, needleMatrix({ rows: 8, position: 1 })], 1, { law })).toThrow(
        /expected a factor with a non-zero row, got rank 0/,
      );
    }
  });
});
