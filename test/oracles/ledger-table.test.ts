import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import { ledgerTable } from "../../src/oracles/ledger-table.ts";

const entry = {
  oracle: "A1",
  access: "classical",
  unit: "row",
  use: "read",
  stage: "base read",
  count: 1024,
  label: "measured",
} as const;

describe("ledgerTable", () => {
  it("aligns columns, groups thousands and leaves the note out where there is none", () => {
    expect(ledgerTable([entry, { ...entry, oracle: "found list", count: 1234567 }])).toBe(
      [
        "oracle      access     unit  use   stage          count  label",
        "──────────  ─────────  ────  ────  ─────────  ─────────  ────────",
        "A1          classical  row   read  base read      1,024  measured",
        "found list  classical  row   read  base read  1,234,567  measured",
      ].join("\n"),
    );
  });

  it("writes unavailable for an unknown count, and rounds expected ones to a digit", () => {
    const table = ledgerTable([
      { ...entry, count: null, label: "unavailable", note: "no formula" },
      { ...entry, count: 1234.56, label: "expected" },
    ]);
    expect(table.split("\n")[2]).toBe(
      "A1      classical  row   read  base read  unavailable  unavailable  no formula",
    );
    expect(table.split("\n")[3]).toBe("A1      classical  row   read  base read      1,234.6  expected");
  });

  it("is what a ledger shows of itself; an empty one shows its header", () => {
    const ledger = new Ledger();
    expect(ledger.toTable().split("\n")).toHaveLength(2);
    ledger.add(entry);
    expect(ledger.toTable()).toBe(ledgerTable([entry]));
  });
});
