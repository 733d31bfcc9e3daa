import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import { predictKronecker } from "../../src/algorithms/predict-kronecker.ts";
import { certifyKronecker } from "../../src/comparison/certify-kronecker.ts";
import { type SizeSweep, sizeSweepTask } from "../../src/comparison/size-sweep.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { complete } from "../../src/task/complete.ts";

const options = { epsilon: 0.5, delta: 0.05, constant: "practical", search: "known" } as const;
const second = gaussianMatrix({ rows: 40, columns: 1 }, seededRandom(1));
const sweep: SizeSweep = {
  factors: (rows) => [replicatedBasisMatrix({ counts: [rows - 3, 3] }), second],
  sizes: [200, 2 ** 22, 2 ** 26],
  seeds: [4, 9],
  options,
  random: seededRandom(2),
};

describe("sizeSweepTask", () => {
  const points = complete(sizeSweepTask(sweep));

  it("runs each size with each seed, in order", () => {
    expect(points.map(({ rows, seed }) => [rows, seed])).toEqual(
      sweep.sizes.flatMap((rows) => sweep.seeds.map((seed) => [rows, seed])),
    );
  });

  it("reports what the run of that size and seed did, beside its prediction and the classical bill", () => {
    for (const point of points) {
      const factors = sweep.factors(point.rows);
      const random = sweep.random.split("rows", point.rows).split("seed", point.seed);
      const sketch = approximateKronecker(
        factors.map((factor) => rowOracle(factor)),
        { ...options, random },
      );
      expect(point.quantum).toBe(sketch.ledger.total({ access: "quantum" }));
      expect(point.checks + point.reads).toBe(sketch.ledger.total({ access: "classical" }));
      expect(point.reads).toBe(sketch.ledger.total({ stage: "base read" }));
      expect(point.nonzeros).toBe(sketch.weights.length);
      expect(point.certificate).toEqual(certifyKronecker(factors, sketch));
      expect(point.classical).toBe(point.rows + 40);

      const { ledger } = predictKronecker(factors, options);
      const all = ledger.reduce((sum, { count }) => sum + count!, 0);
      const { quantum, checks, reads } = point.predicted;
      expect(quantum + checks + reads).toBeCloseTo(all, 6);
      expect(reads).toBe(point.reads);
    }
  });

  it("reads everything at small sizes and asks for less than that at large ones", () => {
    for (const { rows, quantum, reads, classical, predicted } of points) {
      if (rows === 200) {
        expect([quantum, reads]).toEqual([0, classical]);
        expect(predicted).toEqual({ quantum: 0, checks: 0, reads: classical });
      } else {
        expect(quantum).toBeGreaterThan(0);
        expect(predicted.quantum).toBeGreaterThan(quantum / 1.2);
        if (rows === 2 ** 26) expect(quantum + reads).toBeLessThan(classical);
      }
    }
  });

  it("gives a point that does not depend on the others", () => {
    const alone = complete(sizeSweepTask({ ...sweep, sizes: [2 ** 22], seeds: [9] }));
    expect(alone).toEqual([points[3]]);
  });

  it("reports its progress in points", () => {
    const reports = [...sizeSweepTask(sweep)];
    for (const { done, total } of reports) {
      expect(total).toBe(6);
      expect(done).toBeGreaterThanOrEqual(0);
      expect(done).toBeLessThan(6);
    }
    expect(reports.map(({ done }) => done)).toEqual(reports.map(({ done }) => done).sort((a, b) => a - b));
    expect(reports[0].stage).toBe("n = 200, seed 4");
  });

  it("predicts the literal drawing of rows too", () => {
    const literal = {
      ...sweep,
      sizes: [2 ** 22],
      seeds: [1],
      options: { ...options, method: "many-copies" as const },
    };
    const [{ predicted, quantum }] = complete(sizeSweepTask(literal));
    expect(quantum).toBeGreaterThan(0);
    expect(predicted.quantum).toBeGreaterThan(quantum / 1.1);
  });

  it("passes on what is wrong with its options, at the first point", () => {
    const bad = { ...sweep, options: { ...options, epsilon: 2 } };
    expect(() => complete(sizeSweepTask(bad))).toThrow(
      /approximateKronecker: expected 0 < epsilon < 1, got 2/,
    );
    expect(complete(sizeSweepTask({ ...sweep, sizes: [] }))).toEqual([]);
  });
});
