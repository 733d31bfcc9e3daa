import { parseCsvMatrix } from "../../src/matrix/readers/parse-csv-matrix.ts";
import { type ShowcaseData, vegaFile, vegaPackage } from "./showcase-data.ts";

const file = "seattle-weather-hourly-normals.csv";

/**
 * Reads the hourly weather normals of Seattle: one row per hour of a year, the mean of that hour over 1981 to 2010.
 *
 * Columns: 1 · pressure in hPa · temperature in °C · wind in m/s. The file begins at one o'clock on 1 January, so it
 * has 8759 rows and not 8760.
 */
export function weather(): ShowcaseData {
  const text = vegaFile(file).toString("utf8");
  const { matrix, skippedRows } = parseCsvMatrix(text, {
    columns: ["pressure", "temperature", "wind"],
    intercept: true,
    missing: "skip-row",
  });
  return {
    matrix,
    columnNames: ["intercept", "pressure (hPa)", "temperature (°C)", "wind (m/s)"],
    source: {
      title: "Hourly weather normals of Seattle, 1981 to 2010",
      description: "Three-decade means of each hour of the year by the NOAA National Climatic Data Center.",
      file,
      package: vegaPackage(),
      rows: matrix.rows + skippedRows,
    },
    rowsDropped: skippedRows,
  };
}
