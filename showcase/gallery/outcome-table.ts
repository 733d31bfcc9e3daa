import type { Expectation } from "../../circuits/program.ts";
import type { Comparison } from "../../circuits/support/comparison.ts";
import { numberText, type Table } from "../../src/presentation/index.ts";
import { entryText } from "./entry-text.ts";
import { expectationName } from "./outcome-words.ts";

/** Most rows of a table; of longer lists the largest values are shown. */
const most = 8;

const headings: Record<Expectation["kind"], string> = {
  state: "basis state",
  counts: "bits",
  "most likely": "bits",
  mean: "mean of",
  spectrum: "value",
  block: "entry",
  map: "from → to",
};

/** Expected beside obtained, as a table. */
export function outcomeTable(expectation: Expectation, { entries, shots }: Comparison): Table {
  const size = ([re, im]: readonly [number, number]) => Math.hypot(re, im);
  const inOrder = [...entries.keys()];
  const shown =
    entries.length <= most
      ? inOrder
      : inOrder
          .sort((a, b) => size(entries[b].expected) - size(entries[a].expected) || a - b)
          .slice(0, most)
          .sort((a, b) => a - b);
  const rest = entries.length - shown.length;
  const ket = expectation.kind === "state" && expectation.rowQubits === undefined;
  const numeric = true;
  return {
    caption: expectationName(expectation),
    columns: [
      { heading: headings[expectation.kind] },
      { heading: expectation.kind === "most likely" ? "at least" : "expected", numeric },
      { heading: shots === undefined ? "obtained" : "seen", numeric },
    ],
    rows: [
      ...shown.map((k) => ({
        cells: [entries[k].label, entryText(entries[k].expected), entryText(entries[k].obtained)],
      })),
      ...(rest === 0 ? [] : [{ cells: [`and ${numberText(rest)} ${ket ? "more" : "others"}`, "", ""] }]),
    ],
  };
}
