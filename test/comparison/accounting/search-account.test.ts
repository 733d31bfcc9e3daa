import { describe, expect, it } from "vitest";
import { iterationLimit, searchAccount } from "../../../src/comparison/accounting/search-account.ts";
import { Ledger, markedSetOracle, seededRandom, unknownCountSearch } from "../../../src/index.ts";

const published = { size: 100, marked: 1, failure: 1e-5, classicalDraws: 130 };

describe("searchAccount", () => {
  it("gives the six numbers of N = 100, T = 1, ε = 1e-5 and 130 draws to the last digit", () => {
    const account = searchAccount({ ...published, classicalActual: 57 });
    expect(account.classicalActual).toBe(57);
    expect(account.classicalExpected).toBe(50.5);
    expect(Math.abs(Number(account.quantumExpected.classical) - 72.9245740488006)).toBeLessThan(1e-12);
    expect(Math.abs(Number(account.quantumExpected.quantum) - 37.983057481329425)).toBeLessThan(1e-12);
    expect(account.quantumWorstCase.classical).toBe(130);
    expect(Math.abs(Number(account.quantumWorstCase.quantum) - 497.9317227558481)).toBeLessThan(1e-12);
  });

  it("expects draws as a truncated geometric law does, summed term by term", () => {
    const { size, marked, classicalDraws } = published;
    let mean = 0;
    for (let k = 0; k < classicalDraws; k++) mean += (1 - marked / size) ** k;
    expect(searchAccount(published).quantumExpected.classical).toBeCloseTo(mean, 10);
  });

  it("bounds what a search with an unknown count asks on the mean", () => {
    const [size, marked, rounds] = [1024, 3, 400];
    const random = seededRandom(5).split("account");
    const ledger = new Ledger();
    const set = { size, positions: Float64Array.of(5, 77, 900) };
    for (let round = 0; round < rounds; round++) {
      const oracle = markedSetOracle({
        name: "f",
        marked: set,
        ledger,
        fidelity: "subspace",
        queriesPerPhase: 2,
      });
      for (;;) {
        const maxIterations = iterationLimit * Math.sqrt(size);
        if (
          unknownCountSearch(oracle, { random: random.split("run", round), maxIterations }).position !== null
        )
          break;
      }
    }
    const mean = ledger.total({ unit: "phase", access: "quantum" }) / rounds;
    const { quantum } = searchAccount({ size, marked, failure: 1e-5, classicalDraws: 0 }).quantumExpected;
    expect(mean).toBeLessThan(Number(quantum));
    expect(mean).toBeGreaterThan(0.1 * Number(quantum));
  });

  it("charges the full cost where nothing is marked, and nothing where the draws are sure", () => {
    const empty = searchAccount({ ...published, marked: 0 });
    expect(empty.classicalExpected).toBe(100);
    expect(empty.quantumExpected).toEqual({ classical: 130, quantum: 2 * 92 * 11 });
    expect(searchAccount({ ...published, marked: 100 }).quantumExpected).toEqual({
      classical: 1,
      quantum: 0,
    });
  });

  it("counts as many queries per iteration as the oracle takes", () => {
    const [two, one] = [2, 1].map((queriesPerIteration) =>
      searchAccount({ ...published, queriesPerIteration }),
    );
    expect(two.quantumExpected.quantum).toBe(2 * Number(one.quantumExpected.quantum));
    expect(two.quantumWorstCase.quantum).toBe(2 * Number(one.quantumWorstCase.quantum));
  });

  it("refuses what is no search", () => {
    expect(() => searchAccount({ ...published, size: 0 })).toThrow(/expected a whole size ≥ 1, got 0/);
    expect(() => searchAccount({ ...published, marked: 101 })).toThrow(
      /expected marked from 0 to 100, got 101/,
    );
    expect(() => searchAccount({ ...published, failure: 0 })).toThrow(/expected 0 < failure < 1/);
    expect(() => searchAccount({ ...published, classicalDraws: 1.5 })).toThrow(/classicalDraws ≥ 0/);
    expect(() => searchAccount({ ...published, queriesPerIteration: 0 })).toThrow(/queriesPerIteration > 0/);
  });
});
