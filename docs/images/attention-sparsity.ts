import {
  attentionRow,
  closedFormShare,
  gaussianLogits,
  heavyEntries,
  Ledger,
  seededRandom,
  valueOracle,
} from "../../src/index.ts";
import { growthChart } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

const n = 4096;

/** Attention: what a search for the keys that hold 90 % of a row costs, by the spread of the logits. */
export function drawHeavyKeys(): string {
  const spreads = [0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6];
  // The same rows at every spread, so that only the spread changes along a line.
  const rows = Array.from({ length: 5 }, (_, r) => gaussianLogits(n, 1, seededRandom(7).split("row", r)));
  const points = spreads.map((spread) => {
    const runs = rows.map((row, r) => {
      const logits = row.map((value) => spread * value);
      const k = attentionRow(logits).keysFor(0.9);
      const threshold = Float64Array.from(logits).sort().reverse()[k];
      const queries = (goal: { count: number } | { threshold: number }) => {
        const ledger = new Ledger();
        const door = valueOracle(logits, { name: "keys", ledger, fidelity: "subspace", unit: "key" });
        const random = seededRandom(8).split("search", r);
        const found = heavyEntries(door, { goal, countIsPromised: true, random });
        return found.quantumQueries + found.classicalQueries;
      };
      return { free: queries({ count: k }), promised: queries({ threshold }) };
    });
    return {
      free: spreadOf(
        spread,
        runs.map(({ free }) => free),
      ),
      promised: spreadOf(
        spread,
        runs.map(({ promised }) => promised),
      ),
    };
  });
  return withMargin(
    growthChart({
      parameter: "spread s of the logits",
      costLabel: "key queries",
      title: "Finding the keys that hold 90 % of an attention row, n = 4096",
      series: [
        {
          name: "search, threshold unknown",
          role: "quantum",
          kind: "counted",
          points: points.map(({ free }) => free),
        },
        {
          name: "threshold and number promised",
          role: "third",
          kind: "counted",
          points: points.map(({ promised }) => promised),
        },
        {
          name: "leading term (π/2)√(nk)",
          role: "third",
          kind: "predicted",
          points: spreads.map((spread) => ({
            value: spread,
            cost: (Math.PI / 2) * n * Math.sqrt(closedFormShare(spread, 0.9)),
          })),
        },
        {
          name: "reading all keys",
          role: "classical",
          kind: "counted",
          points: spreads.map((spread) => ({ value: spread, cost: n })),
        },
      ],
    }),
    16,
  );
}

/** The median of some counts with their extremes. */
function spreadOf(value: number, counts: readonly number[]) {
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return { value, cost: sorted[middle], low: sorted[0], high: sorted[sorted.length - 1] };
}
