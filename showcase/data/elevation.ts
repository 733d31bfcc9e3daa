import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { type ShowcaseData, vegaFile, vegaPackage } from "./showcase-data.ts";

const file = "volcano.json";

/** An elevation grid: entry (row, column) is the height at that place, row 0 at the top of a map. */
export interface ElevationData extends ShowcaseData {
  /** The distance of neighbours along rows and columns. */
  readonly cell: { readonly size: number; readonly unit: string };
  /** The unit of the entries. */
  readonly unit: string;
}

/**
 * Reads the elevation of Maunga Whau (Mt Eden), a volcano in Auckland: 61 rows of 87 heights in metres, about ten
 * metres apart both ways. Column names are distances from the left edge.
 */
export function elevation(): ElevationData {
  const { width, height, values } = JSON.parse(vegaFile(file).toString("utf8")) as {
    width: number;
    height: number;
    values: number[];
  };
  return {
    matrix: new DenseMatrix(height, width, Float64Array.from(values)),
    columnNames: Array.from({ length: width }, (_, k) => `${10 * k} m`),
    source: {
      title: "Elevation of Maunga Whau (Mt Eden), Auckland",
      description:
        "Digitized from a topographic map by Ross Ihaka, a rectangle of 870 m by 610 m; not to be regarded as accurate.",
      file,
      package: vegaPackage(),
      rows: height,
    },
    rowsDropped: 0,
    cell: { size: 10, unit: "m" },
    unit: "m",
  };
}
