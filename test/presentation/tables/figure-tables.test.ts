import { describe, expect, it } from "vitest";
import {
  certificateTable,
  growthTable,
  pairsTable,
  queriesTable,
  spectrumTable,
  surfaceTable,
  type Table,
  tableHtml,
} from "../../../src/presentation/index.ts";
import {
  certificatesSample,
  growthSample,
  queriesSample,
  spectrumSample,
  surfacesSample,
  weightsSample,
} from "../../support/figure-samples.ts";

const plain = (table: Table) =>
  table.rows.map(({ cells }) => cells.map((cell) => cell.replaceAll("\u202f", " ")));

describe("tables of figures", () => {
  it("can all be shown", () => {
    for (const table of [
      certificateTable(certificatesSample),
      growthTable(growthSample),
      pairsTable(weightsSample),
      queriesTable(queriesSample),
      spectrumTable(spectrumSample),
      surfaceTable(surfacesSample),
    ]) {
      expect(tableHtml(table)).toContain("<tbody>");
    }
  });

  it("queriesTable has a row per size, a column per series, and keeps counted and predicted apart", () => {
    const table = queriesTable({
      series: [
        {
          name: "a",
          kind: "counted",
          role: "quantum",
          points: [{ size: 4, queries: 1200, low: 1100, high: 1300 }],
        },
        { name: "a", kind: "predicted", role: "quantum", points: [{ size: 2, queries: 900 }] },
      ],
    });
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      "rows n of each factor",
      "a (counted)",
      "a (predicted)",
    ]);
    expect(plain(table)).toEqual([
      ["2¹", "–", "900"],
      ["2²", "1 200 [1 100, 1 300]", "–"],
    ]);
  });

  it("growthTable ends with the exponents", () => {
    expect(plain(growthTable(growthSample)).at(-1)).toEqual(["exponent", "0.50", "1.00", "1.50", "–"]);
  });

  it("certificateTable says of each certificate whether it holds", () => {
    const rows = plain(certificateTable(certificatesSample));
    expect(rows).toHaveLength(109);
    expect(rows[0]).toEqual(["A₁ flights", "1", "0.9510", "1.0430", "1 ± 0.125", "yes"]);
    expect(rows.filter((row) => row[5] === "no")).toHaveLength(1);
  });

  it("pairsTable shows the greatest weights first and says how many it leaves out", () => {
    const table = pairsTable(weightsSample, 3);
    expect(table.caption).toBe("The 3 greatest of 300 weights");
    const weights = table.rows.map(({ cells }) => Number(cells[2]));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(pairsTable(weightsSample, 300).caption).toBeUndefined();
  });

  it("spectrumTable pairs the eigenvalues", () => {
    expect(plain(spectrumTable(spectrumSample))[0]).toEqual(["1", "0.52", "0.54"]);
  });

  it("surfaceTable gives the range of each panel", () => {
    const [row] = plain(
      surfaceTable({
        rows: 2,
        columns: 2,
        unit: "m",
        panels: [{ name: "a", values: [3, -1, 2, 0], scale: "value" }],
      }),
    );
    expect(row).toEqual(["a", "−1", "3", "", ""]);
  });
});
