import { describe, expect, it } from "vitest";
import { failureBudget } from "../../src/algorithms/failure-budget.ts";
import type { SpectralOptions } from "../../src/algorithms/sketch-options.ts";
import {
  spectralApproximation,
  spectralApproximationAsync,
  spectralApproximationTask,
} from "../../src/algorithms/spectral-approximation.ts";
import { spectralBoundsOf } from "../../src/matrix/algebra/spectral-bounds.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { identityMatrix } from "../../src/matrix/generators/identity-matrix.ts";
import { needleMatrix } from "../../src/matrix/generators/needle-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { RowClassMatrix } from "../../src/matrix/row-class-matrix.ts";
import { Ledger } from "../../src/oracles/ledger.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { complete } from "../../src/task/complete.ts";
import { factorFamilies } from "../support/factor-families.ts";

const common = { epsilon: 0.5, delta: 0.05 } as const;

function sketchOf(matrix: RealMatrix, seed: number, options: Partial<SpectralOptions> = {}) {
  return spectralApproximation(rowOracle(matrix), { ...common, random: seededRandom(seed), ...options });
}

function errorOf(matrix: RealMatrix, seed: number, options: Partial<SpectralOptions> = {}) {
  const { lower, upper } = spectralBoundsOf(sketchOf(matrix, seed, options).rows, matrix);
  return Math.max(1 - lower, upper - 1);
}

describe("spectralApproximation", () => {
  // Eight runs a family; the measured mean is below ε/5, so a failure would be a defect and no accident.
  it.each(factorFamilies)("keeps ε on a tall matrix, $name", ({ tall }) => {
    const errors = Array.from({ length: 8 }, (_, seed) =>
      errorOf(tall(seededRandom(100 + seed))[0], seed, { search: seed % 4 === 0 ? "unknown" : "known" }),
    );
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.65 * common.epsilon);
    expect(errors.reduce((sum, error) => sum + error, 0) / 8).toBeLessThanOrEqual(0.35 * common.epsilon);
  });

  it("finds the one row among 2^40 that carries a direction, with weight 1", () => {
    const position = 2 ** 39 + 12345;
    const needle = needleMatrix({ rows: 2 ** 40, position, form: "row-class" });
    for (let seed = 0; seed < 5; seed++) {
      const { rows } = sketchOf(needle, seed, { search: "known", constant: "practical" });
      const place = rows.indices.indexOf(position);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(rows.weights[place]).toBe(1);
    }
  });

  it("returns every row of an identity with weight 1", () => {
    const { rows } = sketchOf(identityMatrix({ size: 8 }), 1);
    expect([...rows.indices].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...rows.weights]).toEqual(new Array(8).fill(1));
  });

  it("has the rows that its indices name, weights of at least 1 and no row twice", () => {
    const matrix = replicatedBasisMatrix({ counts: [2 ** 26 - 9, 9] });
    const { rows } = sketchOf(matrix, 2, { search: "known" });
    expect(new Set(rows.indices).size).toBe(rows.indices.length);
    rows.indices.forEach((index, e) => {
      expect(rows.values.subarray(2 * e, 2 * e + 2)).toEqual(matrix.row(index));
      expect(rows.weights[e]).toBeGreaterThanOrEqual(1);
    });
  });

  it("keeps a report of each stage, with the number of rows that it kept", () => {
    const { reports, plan, rows } = sketchOf(replicatedBasisMatrix({ counts: [2 ** 25, 2 ** 25] }), 3);
    expect(reports.map(({ stage, size }) => ({ stage, size }))).toEqual(
      plan.stages.map(({ stage, size }) => ({ stage, size })),
    );
    expect(reports.at(-1)!.kept).toBe(rows.weights.length);
  });

  it("gives all of δ to its samplings and certificates, as it draws no tuples", () => {
    const { budget, plan } = sketchOf(replicatedBasisMatrix({ counts: [2 ** 26] }), 4, { search: "known" });
    expect(budget).toEqual(failureBudget(0.05, [{ rows: 2 ** 26, columns: 1 }], false));
    expect(budget.tuples).toBe(0);
    expect(plan.epsilon).toBe(0.5);
  });

  it("has a bill of its own and leaves that of the oracle alone", () => {
    const ledger = new Ledger();
    const oracle = rowOracle(identityMatrix({ size: 8 }), { name: "rows of the day", ledger });
    const sketch = spectralApproximation(oracle, { ...common, random: seededRandom(1) });
    expect(ledger.entries()).toEqual([]);
    expect(sketch.ledger.total({ oracle: "rows of the day", use: "read" })).toBe(8);
  });

  it("is the same in its three forms", async () => {
    const matrix = replicatedBasisMatrix({ counts: [2 ** 25, 2 ** 25] });
    const options = { ...common, constant: "practical", search: "known", random: seededRandom(5) } as const;
    const { rows, ledger } = spectralApproximation(rowOracle(matrix), options);
    const task = complete(spectralApproximationTask(rowOracle(matrix), options));
    const promised = await spectralApproximationAsync(rowOracle(matrix), options);
    for (const other of [task, promised]) {
      expect(other.rows).toEqual(rows);
      expect(other.ledger.entries()).toEqual(ledger.entries());
    }
  });

  it("says what a reader must know", () => {
    const tall = replicatedBasisMatrix({ counts: [2 ** 26] });
    const warned = sketchOf(tall, 6, { search: "known", constant: "practical", bits: 12 }).warnings;
    expect(warned.map((text) => text.split(":")[0])).toEqual([
      expect.stringMatching(/^A$/),
      "constant c = 1",
      "search known",
      expect.stringMatching(/^coherent access to the rows .* \(QRAM\) is assumed/),
      "probabilities are rounded up to multiples of 1/4095 (12 bits)",
    ]);
    // Nothing is searched, so nothing is assumed.
    expect(sketchOf(identityMatrix({ size: 8 }), 6, { search: "known" }).warnings).toEqual([]);
  });

  it("refuses a matrix of rank 0 that was read, and tells a searched one apart", () => {
    const zero = new DenseMatrix(6, 2, new Float64Array(12));
    expect(() => sketchOf(zero, 1)).toThrow(
      /^A: expected a factor with a non-zero row, got rank 0; leave it out, its Kronecker product is zero\.$/,
    );
    const tall = new RowClassMatrix([{ count: 2 ** 26, row: new Float64Array(2) }]);
    expect(() => sketchOf(tall, 1)).toThrow(/expected a non-zero row among those kept, got none/);
  });
});
