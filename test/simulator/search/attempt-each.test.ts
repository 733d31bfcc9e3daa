import { describe, expect, it } from "vitest";
import { Ledger } from "../../../src/oracles/ledger.ts";
import { markedSetOracle } from "../../../src/oracles/marked-set-oracle.ts";
import { searchRanges } from "../../../src/primitives/unknown-count-search.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { amplitudeRegister } from "../../../src/simulator/search/amplitude-register.ts";
import { attemptEach } from "../../../src/simulator/search/attempt-each.ts";
import type { SearchRegister } from "../../../src/simulator/search/search-register.ts";
import { subspaceRegister } from "../../../src/simulator/search/subspace-register.ts";
import { randomMarked } from "../../support/random-marked.ts";

describe("attemptEach", () => {
  const sizes = [
    [1, 0],
    [1, 1],
    [2, 1],
    [5, 5],
    [64, 0],
    [64, 3],
    [1000, 1],
    [1000, 999],
  ] as const;

  it.each(sizes)("ends as its attempts one by one, with %d states and %d marked", (size, count) => {
    const marked = randomMarked(size, count);
    const registers: (() => SearchRegister)[] = [
      () => subspaceRegister(marked),
      () => amplitudeRegister(marked),
    ];
    for (const open of registers) {
      for (let seed = 0; seed < 50; seed++) {
        const short = seededRandom(seed);
        const long = seededRandom(seed);
        const limit = seed % 3 === 0 ? 20 : undefined;
        const ranges = searchRanges(size, { cutOff: 1 + (seed % 2) });
        expect(open().attemptEach(ranges, short, limit)).toEqual(attemptEach(open(), ranges, long, limit));
        // Both have drawn the same numbers.
        expect(short.bits32()).toBe(long.bits32());
      }
    }
  });

  it("is billed as its attempts one by one, exclusions included", () => {
    const bills = [true, false].map((atOnce) => {
      const ledger = new Ledger();
      const marked = randomMarked(4096, 9);
      const oracle = markedSetOracle({ name: "f", marked, ledger, fidelity: "subspace", queriesPerPhase: 2 });
      const random = seededRandom(11);
      const ranges = searchRanges(4096);
      for (;;) {
        const { position } = atOnce
          ? oracle.attemptEach(ranges, random)
          : attemptEach(oracle, ranges, random);
        if (position === null) return { bill: ledger.entries(), left: oracle.promisedCount() };
        oracle.exclude(position);
      }
    });
    expect(bills[0]).toEqual(bills[1]);
    expect(bills[0].bill.length).toBeGreaterThan(3);
  });
});
