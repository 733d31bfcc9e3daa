import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../src/oracles/ledger-entry.ts";
import { vegaBillByStage } from "../../../src/presentation/vega/vega-bill-by-stage.ts";

const entry: LedgerEntry = {
  oracle: "A1",
  access: "quantum",
  unit: "row",
  use: "forward",
  stage: "halving",
  count: 40,
  label: "measured",
};

describe("vegaBillByStage", () => {
  it("holds what was counted in the unit of the figure, oracle by oracle and side by side", () => {
    const spec = vegaBillByStage({
      factors: [
        { oracle: "A1", name: "flights" },
        { oracle: "A2", name: "weather" },
      ],
      sides: [
        {
          name: "quantum",
          role: "quantum",
          entries: [entry, { ...entry, label: "expected", count: 41 }, { ...entry, unit: "entry" }],
        },
        {
          name: "classical",
          role: "classical",
          entries: [
            { ...entry, oracle: "A2", access: "classical", use: "read", stage: "read once", count: 9 },
          ],
        },
      ],
    });
    expect(spec["$schema"]).toContain("vega-lite/v5");
    expect(spec["data"]).toEqual({
      values: [
        {
          factor: "flights",
          side: "quantum",
          stage: "halving",
          access: "quantum",
          use: "forward",
          count: 40,
        },
        {
          factor: "weather",
          side: "classical",
          stage: "read once",
          access: "classical",
          use: "read",
          count: 9,
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  });
});
