import { describe, expect, it } from "vitest";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { expectedFindAll } from "../../src/primitives/expected-find-all.ts";
import { expectedUnknownCountSearch } from "../../src/primitives/expected-search.ts";
import { findAll, findAllTask, leastCutOff } from "../../src/primitives/find-all.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectMean } from "../support/expect-mean.ts";
import { searchSetting } from "../support/search-setting.ts";

const modes = ["unknown", "known", "exact"] as const;
const certificates = ["fixed-point", "bbht"] as const;

describe("findAll", () => {
  it.each(modes)("finds every marked position in mode %s, and bills what it reports", (mode) => {
    for (const certificate of certificates) {
      for (const count of [0, 1, 2, 17, 64]) {
        const setting = searchSetting(64, count, count);
        const result = findAll(setting.oracle, {
          mode,
          certificate,
          missProbability: 1e-9,
          random: seededRandom(count),
        });
        expect([...result.positions].sort((a, b) => a - b)).toEqual([...setting.marked.positions]);
        expect(setting.oracle.promisedCount()).toBe(0);
        expect(setting.quantum()).toBe(2 * result.iterations);
        expect(setting.classical()).toBe(result.checks);
        expect(result.promise === null).toBe(mode === "unknown");
        expect(result.missProbability).toBe(mode === "unknown" ? 1e-9 : 0);
      }
    }
  });

  it("bills two look-ups per phase from the first find on", () => {
    const setting = searchSetting(256, 3);
    const options = { mode: "exact", certificate: "none", missProbability: 1e-3 } as const;
    const first = findAll(searchSetting(256, 1).oracle, { ...options, random: seededRandom(1) });
    expect(first.certificates).toBe(0);
    const result = findAll(setting.oracle, { ...options, random: seededRandom(1) });
    const beforeFirst = 7;
    expect(setting.ledger.total({ oracle: "found list", unit: "lookup" })).toBe(
      2 * (result.iterations - beforeFirst),
    );
  });

  it("is the same run, find by find, on amplitudes and in the plane", () => {
    for (const mode of modes) {
      for (const count of [0, 3, 40]) {
        const [one, other] = (["amplitude", "subspace"] as const).map((fidelity) => {
          const setting = searchSetting(2048, count, 5, fidelity);
          const result = findAll(setting.oracle, { mode, missProbability: 1e-3, random: seededRandom(7) });
          return { result, bill: setting.ledger.entries() };
        });
        expect(one).toEqual(other);
      }
    }
  });

  it("is the same run on a marking circuit, qubit by qubit, as on amplitudes and in the plane", () => {
    const matrix = new DenseMatrix(8, 1, Float64Array.of(1, 0, -1, 1, 0, 0, 1, 0));
    for (const mode of modes) {
      const runs = (["gate", "amplitude", "subspace"] as const).map((fidelity) => {
        const oracle = rowOracle(matrix, { name: "A1" });
        const marks = oracle.subsets(seededRandom(1)).mark({
          level: 0,
          probability: ([value], inNext) => (value === 0 ? 0 : inNext ? 1 : 0.6),
          hash: seededRandom(2),
          fidelity,
          bits: 2,
        });
        const result = findAll(marks, { mode, missProbability: 1e-3, random: seededRandom(3) });
        return {
          result,
          rows: result.positions.map((position) => marks.found(position)),
          bill: oracle.ledger.entries(),
        };
      });
      expect(runs[0].rows.length).toBeGreaterThan(1);
      expect(runs[0]).toEqual(runs[2]);
      expect(runs[1]).toEqual(runs[2]);
    }
  });

  it("costs as expected in every mode", () => {
    for (const mode of modes) {
      for (const [size, count] of [
        [2 ** 12, 0],
        [2 ** 12, 1],
        [2 ** 14, 6],
        [2 ** 16, 60],
        [100, 70],
      ]) {
        const runs = Array.from({ length: mode === "exact" ? 3 : 150 }, (_, seed) =>
          findAll(searchSetting(size, count).oracle, {
            mode,
            missProbability: 1e-6,
            random: seededRandom(seed),
          }),
        );
        const expected = expectedFindAll({ size, marked: count, mode, missProbability: 1e-6 });
        if (mode === "exact") {
          for (const run of runs) expect((2 * run.iterations) / expected.quantum).toBeCloseTo(1, 1);
        } else {
          // The sum over k is integrated from k = 12 on: one percent of slack there.
          const slack = count > 12 ? 0.01 : 0;
          const ratio =
            runs.reduce((sum, run) => sum + 2 * run.iterations, 0) / runs.length / expected.quantum;
          if (Math.abs(ratio - 1) > slack) {
            expectMean(
              runs.map((run) => 2 * run.iterations),
              expected.quantum,
            );
          }
          if (count <= 12)
            expectMean(
              runs.map((run) => run.checks),
              expected.checks,
            );
        }
      }
    }
  });

  it("misses anything at most at the stated rate, with certificates that let through one in five", () => {
    for (const [size, count] of [
      [8, 2],
      [40, 1],
      [40, 5],
      [300, 3],
    ]) {
      const runs = 400;
      let incomplete = 0;
      for (let seed = 0; seed < runs; seed++) {
        const { oracle } = searchSetting(size, count, seed);
        const result = findAll(oracle, { missProbability: 0.2, random: seededRandom(seed) });
        if (result.positions.length < count) incomplete++;
      }
      // One-sided, false alarm below 1e-6.
      expect(incomplete).toBeLessThan(runs * 0.2 + 5 * Math.sqrt(runs * 0.16));
    }
  });

  it("is expected to run less than one certificate too early at the least cut-off, whatever N and t", () => {
    const sizes = [...Array.from({ length: 130 }, (_, i) => i + 1), 1000, 2 ** 12, 2 ** 20, 2 ** 30, 2 ** 40];
    for (const size of sizes) {
      let early = 0;
      for (let k = 1; k <= Math.min(size, 400); k++) {
        early += expectedUnknownCountSearch(size, k, { cutOff: leastCutOff }).failure;
      }
      expect(early).toBeLessThan(0.64);
    }
  });

  it("reports progress at least once per item", () => {
    const { oracle } = searchSetting(512, 5);
    const task = findAllTask(oracle, { missProbability: 1e-6, random: seededRandom(1) });
    const done = new Set<number>();
    for (let step = task.next(); !step.done; step = task.next()) {
      expect(step.value.stage).toBe("find all");
      expect(step.value.done).toBeLessThanOrEqual(step.value.total);
      done.add(step.value.done);
    }
    expect([...done]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("gives the same result for a seed", () => {
    const run = () =>
      findAll(searchSetting(1000, 9).oracle, { missProbability: 1e-3, random: seededRandom(11) });
    expect(run()).toEqual(run());
  });

  it("works on one state and where everything is marked", () => {
    for (const [size, count] of [
      [1, 0],
      [1, 1],
      [2, 2],
      [5, 5],
    ]) {
      const result = findAll(searchSetting(size, count).oracle, {
        missProbability: 1e-6,
        random: seededRandom(1),
      });
      expect(result.positions).toHaveLength(count);
    }
  });

  it("refuses bad options before the first query", () => {
    const { oracle, ledger } = searchSetting(8, 1);
    const good = { missProbability: 1e-3, random: seededRandom(1) };
    expect(() => findAll(oracle, { ...good, missProbability: 0 })).toThrow(/miss probability/);
    expect(() => findAll(oracle, { ...good, certificate: "none" })).toThrow(/certificate/);
    expect(() => findAll(oracle, { ...good, cutOff: 0.4 })).toThrow(/cut-off/);
    expect(() => findAll(oracle, { ...good, mode: "other" as "known" })).toThrow(/mode/);
    expect(() => findAll(oracle, { ...good, certificate: "other" as "none" })).toThrow(/certificate/);
    expect(ledger.entries()).toEqual([]);
  });
});
