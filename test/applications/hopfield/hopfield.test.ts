import { describe, expect, it } from "vitest";
import { differenceJacobian } from "../../../src/applications/difference-jacobian.ts";
import { hopfield } from "../../../src/applications/hopfield/hopfield.ts";
import { hopfieldLowRank } from "../../../src/applications/hopfield/hopfield-low-rank.ts";
import { memoryCapacity } from "../../../src/applications/hopfield/memory-capacity.ts";
import { randomMemory } from "../../../src/applications/hopfield/random-memory.ts";
import { retrievalBound } from "../../../src/applications/hopfield/retrieval-bound.ts";
import { relativeError } from "../../../src/applications/relative-error.ts";
import { softmax } from "../../../src/applications/softmax-weights.ts";
import type { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { RowClassMatrix } from "../../../src/matrix/row-class-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(4520);

/** Σ_μ softmax(β⟨ξ_μ, x⟩)_μ ξ_μ, from the definition. */
function plainRetrieval(patterns: DenseMatrix, x: Float64Array, beta: number): number[] {
  const dot = (row: Float64Array) => row.reduce((sum, value, k) => sum + value * x[k], 0);
  const weights = softmax(
    Array.from({ length: patterns.rows }, (_, i) => dot(patterns.row(i))),
    beta,
  );
  return Array.from({ length: patterns.columns }, (_, k) =>
    weights.reduce((sum, weight, i) => sum + weight * patterns.at(i, k), 0),
  );
}

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - b[k])));

describe("hopfield", () => {
  it("is the softmax mean of the patterns, and reads each of them once a step", () => {
    const patterns = gaussianMatrix({ rows: 50, columns: 3 }, random.split("patterns"));
    const queries = gaussianMatrix({ rows: 4, columns: 3 }, random.split("queries"));
    for (const beta of [0, 0.5, 3, Number.POSITIVE_INFINITY]) {
      const { output, ledger, work } = hopfield({ patterns, queries, beta });
      for (let l = 0; l < 4; l++) {
        expect(largestDifference(output.row(l), plainRetrieval(patterns, queries.row(l), beta))).toBeLessThan(
          1e-13,
        );
      }
      expect(ledger.map(({ stage, count }) => [stage, count])).toEqual([
        ["retrieval", 200],
        ["last energy", 200],
      ]);
      expect(work.peakWords).toBeLessThan(4 * 50);
    }
  });

  it("takes patterns in classes for what they are", () => {
    const classes = new RowClassMatrix([
      { count: 3, row: Float64Array.of(1, 0) },
      { count: 2, row: Float64Array.of(0, 1) },
    ]);
    const rows = [...new Array(3).fill([1, 0]), ...new Array(2).fill([0, 1])];
    const queries = [[0.3, 0.4]];
    const [one, other] = [classes, rows].map((patterns) => hopfield({ patterns, queries, beta: 2 }));
    expect(largestDifference(one.output.data, other.output.data)).toBeLessThan(1e-15);
    expect(one.energies[0][0]).toBeCloseTo(other.energies[0][0], 14);
    expect(one.ledger).toEqual(other.ledger);
  });

  it("never lets the energy rise beyond 1e-12", () => {
    for (let trial = 0; trial < 60; trial++) {
      const stream = random.split("energy", trial);
      const d = 1 + (trial % 8);
      const patterns = gaussianMatrix({ rows: 2 + 5 * (trial % 10), columns: d }, stream.split("patterns"));
      const queries = gaussianMatrix({ rows: 2, columns: d }, stream.split("queries"));
      const beta = [0, 0.1, 1, 5, 50, Number.POSITIVE_INFINITY][trial % 6];
      for (const path of hopfield({ patterns, queries, beta, steps: 6 }).energies) {
        for (let step = 1; step < path.length; step++)
          expect(path[step] - path[step - 1]).toBeLessThanOrEqual(1e-12);
      }
    }
  });

  it("is a step of length 1 down the gradient of the energy, which agrees with differences to 1e-7", () => {
    const patterns = gaussianMatrix({ rows: 30, columns: 4 }, random.split("descent"));
    const x = Float64Array.of(0.3, -0.2, 0.5, 0.1);
    const retrieve = (point: Float64Array) => hopfield({ patterns, queries: [Array.from(point)], beta: 2 });
    const energy = (point: Float64Array) => [retrieve(point).energies[0][0]];
    const differences = differenceJacobian(energy, x, 1e-2).data;
    const step = x.map((value, k) => value - retrieve(x).output.data[k]);
    expect(relativeError(step, differences)).toBeLessThan(1e-7);
  });

  it("keeps the retrieval bound: no violation in 300 random trials, well inside it", () => {
    const shares: number[] = [];
    for (let trial = 0; trial < 300; trial++) {
      const stream = random.split("bound", trial);
      const d = 4 + (trial % 13);
      const patterns = gaussianMatrix({ rows: 8 + (trial % 57), columns: d }, stream.split("patterns"));
      const noise = stream.split("noise");
      const query = patterns.row(trial % 8).map((value) => value + 0.1 * noise.normal());
      const beta = 0.5 + 0.1 * (trial % 20);
      const { output } = hopfield({ patterns, queries: [query], beta });
      const { error, bound } = retrievalBound({ patterns, query, retrieved: output.row(0), beta });
      expect(error).toBeLessThanOrEqual(bound * (1 + 1e-12) + 1e-12);
      shares.push(error / bound);
    }
    shares.sort((a, b) => a - b);
    expect(shares[150]).toBeLessThan(0.2);
  });

  it("nearly always names the right one of 4096 unit patterns as the most similar, while T(x) is nowhere near it", () => {
    const gaussian = gaussianMatrix({ rows: 4096, columns: 8 }, random.split("too easy"));
    const patterns = Array.from({ length: 4096 }, (_, i) => {
      const row = gaussian.row(i);
      return Array.from(row, (value) => value / Math.hypot(...row));
    });
    const noise = random.split("noise of queries");
    const queries = patterns.slice(0, 40).map((row) => row.map((value) => value + 0.05 * noise.normal()));
    const { output } = hopfield({ patterns, queries, beta: 1 });
    const results = queries.map((query, l) =>
      retrievalBound({ patterns, query, retrieved: output.row(l), beta: 1 }),
    );
    expect(results.filter(({ index }, l) => index === l).length).toBeGreaterThanOrEqual(38);
    expect(results.filter(({ error }) => error <= 0.1).length).toBe(0);
  });

  it("is in the easy regime for patterns of ±1 at β = 1/d: B is the largest entry, 1, not the norm √d", () => {
    const signs = (rows: number, purpose: string) => {
      const stream = random.split(purpose);
      return Array.from({ length: rows }, () =>
        Array.from({ length: 6 }, () => (stream.uniform() < 0.5 ? 1 : -1)),
      );
    };
    const memory = { patterns: signs(100, "±1 patterns"), queries: signs(5, "±1 queries"), beta: 1 / 6 };
    const exact = hopfield(memory).output.data;
    const { output } = hopfieldLowRank({ ...memory, degree: 6 });
    expect(largestDifference(output.data, exact)).toBeLessThan(1e-3);
  });

  it("refuses what does not fit", () => {
    const patterns = [
      [1, 0],
      [0, 1],
    ];
    const queries = [[1, 0]];
    expect(() => hopfield({ patterns, queries: [[1, 0, 0]], beta: 1 })).toThrow(
      /queries of 2 entries as the patterns have, got 3/,
    );
    expect(() => hopfield({ patterns, queries, beta: -1 })).toThrow(/β ≥ 0/);
    expect(() => hopfield({ patterns, queries, beta: Number.NaN })).toThrow(RangeError);
    expect(() => hopfield({ patterns, queries, beta: 1, steps: 0 })).toThrow(
      /steps to be a whole number ≥ 1/,
    );
    expect(() => hopfield({ patterns: [], queries, beta: 1 })).toThrow(/at least one row/);
    expect(() => hopfield({ patterns: [[1e200, 1e200]], queries: [[1e200, 1e200]], beta: 1 })).toThrow(
      /finite inner product/,
    );
    expect(() => retrievalBound({ patterns: [[1, 0]], query: [1, 0], retrieved: [1, 0], beta: 1 })).toThrow(
      /at least two patterns/,
    );
  });
});

describe("hopfieldLowRank", () => {
  it("has an error that falls with the degree (β = 1, d = 4) down to rounding", () => {
    const { patterns, queries } = randomMemory({ M: 300, d: 4, L: 8 }, random.split("falling"));
    const exact = hopfield({ patterns, queries, beta: 1 }).output.data;
    const errors = [0, 2, 4, 6, 8, 10].map((degree) =>
      largestDifference(hopfieldLowRank({ patterns, queries, beta: 1, degree }).output.data, exact),
    );
    for (let k = 1; k < errors.length; k++) expect(errors[k]).toBeLessThan(0.5 * errors[k - 1]);
    expect(errors[5]).toBeLessThan(1e-3);
    const small = randomMemory({ M: 300, d: 4, L: 8, entry: 0.2 }, random.split("small"));
    const { output } = hopfieldLowRank({ ...small, beta: 1, degree: 8 });
    expect(largestDifference(output.data, hopfield({ ...small, beta: 1 }).output.data)).toBeLessThan(1e-12);
  });

  it("falls off a cliff as the entries grow: a factor of 1000 and more between B = 0.5 and B = 2 at degree 8", () => {
    const errors = [0.5, 1, 2, 3].map((entry) => {
      const memory = randomMemory({ M: 256, d: 4, L: 8, entry }, random.split("cliff"));
      const exact = hopfield({ ...memory, beta: 1 }).output.data;
      return largestDifference(hopfieldLowRank({ ...memory, beta: 1, degree: 8 }).output.data, exact);
    });
    for (let k = 1; k < errors.length; k++) expect(errors[k]).toBeGreaterThan(errors[k - 1]);
    expect(errors[2]).toBeGreaterThan(1000 * errors[0]);
    expect(errors[3]).toBeGreaterThan(0.5);
  });

  it("reads every pattern once, holds no M × L and no M × r matrix, and counts its operations", () => {
    const { patterns, queries } = randomMemory({ M: 2000, d: 3, L: 500 }, random.split("words"));
    const { ledger, work, rank } = hopfieldLowRank({ patterns, queries, beta: 1, degree: 2 });
    expect(ledger.map(({ count }) => count)).toEqual([2000]);
    expect(rank).toBe(10);
    expect(work.peakWords).toBe(10 * 5 + 3);
    const features = 2 * 9 + 3;
    expect(work.flops).toBe(2000 * (features + 10 * 8) + 500 * (features + 10 * 8 + 3));
  });

  it("runs where an M × L matrix would take 3 GB, within a few megabytes", () => {
    const { patterns, queries } = randomMemory({ M: 20_000, d: 3, L: 20_000 }, random.split("memory"));
    const before = process.memoryUsage().arrayBuffers;
    const { work } = hopfieldLowRank({ patterns, queries, beta: 1, degree: 2 });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
    expect(work.peakWords).toBe(10 * 5 + 3);
  });

  it("takes fewer operations for r < ML/(M + L) and more for r ≥ 2ML/(M + L), and says when r exceeds M", () => {
    for (const [M, L] of [
      [400, 400],
      [1000, 100],
      [60, 60],
    ]) {
      const { patterns, queries } = randomMemory({ M, d: 4, L }, random.split("flops"));
      const exact = hopfield({ patterns, queries, beta: 0.2 }).retrievalFlops;
      for (const degree of [2, 4, 6, 8]) {
        const low = hopfieldLowRank({ patterns, queries, beta: 0.2, degree });
        expect(low.rankIsSmall).toBe(low.rank < (M * L) / (M + L));
        // Exact retrieval multiplies 4d times a pair, low rank 2d times a feature: so the crossing lies within a factor of 2.
        if (low.work.flops < exact) expect(low.rank).toBeLessThan((2 * M * L) / (M + L));
        if (low.rankIsSmall) expect(low.work.flops).toBeLessThan(exact);
        expect(low.rankExceedsPatterns).toBe(low.rank > M);
      }
    }
  });

  it("refuses odd degrees, zero temperature and exponents beyond the range of numbers", () => {
    const patterns = [
      [1, 0],
      [0, 1],
    ];
    const queries = [[1, 0]];
    expect(() => hopfieldLowRank({ patterns, queries, beta: 1, degree: 3 })).toThrow(/even degree, got 3/);
    expect(() => hopfieldLowRank({ patterns, queries, beta: Number.POSITIVE_INFINITY, degree: 2 })).toThrow(
      /finite β, got Infinity; zero temperature is no polynomial/,
    );
    expect(() => hopfieldLowRank({ patterns, queries, beta: 1e200, degree: 4 })).toThrow(
      /finite positive denominator/,
    );
    expect(() => hopfieldLowRank({ patterns, queries: [[1]], beta: 1, degree: 2 })).toThrow(
      /queries of 2 entries/,
    );
  });
});

describe("memoryCapacity", () => {
  it("solves its equation and grows with dimension and temperature", () => {
    // C·W = b with W e^W = e^{a + ln b}: put back what came out.
    const [dimension, beta, radius, failureProbability] = [20, 1, 3, 0.001];
    const patterns = memoryCapacity({ dimension, beta, radius, failureProbability });
    const c = (patterns / Math.sqrt(failureProbability)) ** (4 / (dimension - 1));
    const a =
      (2 / (dimension - 1)) * (1 + Math.log(2 * beta * radius ** 2 * failureProbability * (dimension - 1)));
    const b = (2 * radius ** 2 * beta) / 5;
    expect(b / c + Math.log(b / c)).toBeCloseTo(a + Math.log(b), 10);
    // Example of the source: c ≥ 3.1546 for β = 1, K = 3, d = 20, p = 0.001.
    expect(c).toBeCloseTo(3.1546, 3);
    expect(memoryCapacity({ dimension: 40, beta, radius, failureProbability })).toBeGreaterThan(patterns);
  });

  it("refuses values out of range", () => {
    const base = { dimension: 20, beta: 1, failureProbability: 0.001 };
    for (const wrong of [
      { dimension: 1 },
      { beta: 0 },
      { failureProbability: 0 },
      { failureProbability: 2 },
      { radius: -1 },
    ]) {
      expect(() => memoryCapacity({ ...base, ...wrong })).toThrow(RangeError);
    }
  });
});
