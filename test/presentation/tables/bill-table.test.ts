import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../src/oracles/ledger-entry.ts";
import { billTable } from "../../../src/presentation/tables/bill-table.ts";

const entry = (change: Partial<LedgerEntry>): LedgerEntry => ({
  oracle: "A1",
  access: "quantum",
  unit: "row",
  use: "forward",
  stage: "refinement",
  count: 1000,
  label: "measured",
  ...change,
});

const totals = (entries: readonly LedgerEntry[]) =>
  billTable(entries)
    .rows.filter(({ total }) => total)
    .map(({ cells }) => cells.join("|").replaceAll("\u202f", " "));

describe("billTable", () => {
  it("shows one row per entry with its count, label and note", () => {
    const table = billTable([entry({ note: "rule 1" })]);
    expect(table.rows[0].cells).toEqual([
      "A1",
      "quantum",
      "row",
      "forward",
      "refinement",
      "1\u202f000",
      "measured",
      "rule 1",
    ]);
    expect(table.columns).toHaveLength(8);
  });

  it("adds up over uses and stages, and over nothing else", () => {
    expect(
      totals([
        entry({}),
        entry({ use: "inverse", count: 500 }),
        entry({ stage: "certificate", count: 7 }),
        entry({ access: "classical", use: "check", count: 20 }),
        entry({ oracle: "A2", count: 3 }),
        entry({ unit: "lookup", count: 9 }),
        entry({ label: "expected", count: 1600 }),
      ]),
    ).toEqual([
      "A1|quantum|row||total|1 507|measured|",
      "A1|classical|row||total|20|measured|",
      "A2|quantum|row||total|3|measured|",
      "A1|quantum|lookup||total|9|measured|",
      "A1|quantum|row||total|1 600|expected|",
    ]);
  });

  it("gives an unknown count as unavailable, also in its total", () => {
    expect(totals([entry({}), entry({ count: null, use: "inverse" })])).toEqual([
      "A1|quantum|row||total|unavailable|measured|",
    ]);
  });

  it("gives no total for what has dropped its constants or is not known", () => {
    expect(totals([entry({ label: "asymptotic" }), entry({ label: "unavailable", count: null })])).toEqual(
      [],
    );
  });
});
