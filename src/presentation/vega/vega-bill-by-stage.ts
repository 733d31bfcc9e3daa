import type { BillByStage } from "../svg/bill-by-stage.ts";
import { palette } from "../svg/palette.ts";
import { type VegaLite, vegaSchema } from "./vega-lite.ts";

/** Bills as a Vega-Lite specification: stacked bars of what was counted, by stage and kind of access, one row an oracle. */
export function vegaBillByStage({ factors, sides, unit = "row", title }: BillByStage): VegaLite {
  const values = factors.flatMap(({ oracle, name: factor }) =>
    sides.flatMap(({ name: side, entries }) =>
      entries
        .filter((entry) => entry.oracle === oracle && entry.unit === unit && entry.label === "measured")
        .map(({ stage, access, use, count }) => ({ factor, side, stage, access, use, count })),
    ),
  );
  return {
    $schema: vegaSchema,
    title: title ?? "Bill by stage",
    data: { values },
    facet: { row: { field: "factor", type: "nominal", title: null } },
    resolve: { scale: { x: "independent" } },
    spec: {
      width: 520,
      height: { step: 26 },
      mark: { type: "bar", stroke: palette.paper.light },
      encoding: {
        y: { field: "side", type: "nominal", title: null, sort: sides.map(({ name }) => name) },
        x: { aggregate: "sum", field: "count", type: "quantitative", title: `measured ${unit} queries` },
        color: {
          field: "access",
          type: "nominal",
          title: null,
          scale: {
            domain: ["quantum", "classical"],
            range: [palette.quantum.light, palette.classical.light],
          },
        },
        detail: [
          { field: "stage", type: "nominal" },
          { field: "use", type: "nominal" },
        ],
        tooltip: ["stage", "access", "use", "count"].map((field) => ({ field })),
      },
    },
  };
}
