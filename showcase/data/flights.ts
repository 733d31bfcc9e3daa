import { parquetMetadata, parquetRead } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { type ShowcaseData, vegaFile, vegaPackage } from "./showcase-data.ts";

const file = "flights-3m.parquet";
const columns = ["date", "delay", "distance"] as const;
const hour = 3_600_000;

/**
 * Reads flights inside the United States, January to June 2001: 3 000 000 rows in the order of their departure.
 *
 * Columns: 1 · delay in minutes (negative: early) · distance in miles · departure hour in [0, 24), local time, which
 * is the time of day of the file's `date`. A flight with a missing value in one of these is dropped and counted.
 *
 * Errors: RangeError when `rows` is not a whole number from 1 up.
 *
 * @param rows read only the first rows of the file; default all
 */
export async function flights(rows: number = Number.POSITIVE_INFINITY): Promise<ShowcaseData> {
  if (!(rows === Number.POSITIVE_INFINITY || (Number.isSafeInteger(rows) && rows >= 1))) {
    throw new RangeError(
      `flights: expected rows to be a whole number ≥ 1, got ${rows}; leave it out for all.`,
    );
  }
  const bytes = vegaFile(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(buffer);
  const inFile = Number(metadata.num_rows);
  const count = Math.min(rows, inFile);
  const read = Object.fromEntries(columns.map((name) => [name, new Float64Array(count).fill(Number.NaN)]));
  await parquetRead({
    file: buffer,
    metadata,
    compressors,
    columns: [...columns],
    parsers: { timestampFromMicroseconds: (micros: bigint) => Number(micros) / 1000 },
    rowEnd: count,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const target = read[columnName];
      const length = Math.min(columnData.length, count - rowStart);
      for (let k = 0; k < length; k++) {
        const value: unknown = columnData[k];
        if (value !== null && value !== undefined) target[rowStart + k] = Number(value);
      }
    },
  });

  const { date, delay, distance } = read;
  const data = new Float64Array(count * 4);
  let end = 0;
  for (let i = 0; i < count; i++) {
    // NaN stands for a missing value, and a sum with it is NaN.
    if (Number.isNaN(date[i] + delay[i] + distance[i])) continue;
    data[end] = 1;
    data[end + 1] = delay[i];
    data[end + 2] = distance[i];
    data[end + 3] = (date[i] % (24 * hour)) / hour;
    end += 4;
  }
  const kept = end / 4;
  return {
    matrix: new DenseMatrix(kept, 4, data.subarray(0, end)),
    columnNames: ["intercept", "delay (min)", "distance (miles)", "departure hour (h)"],
    source: {
      title: "Flights inside the United States, January to June 2001",
      description:
        "On-time reports that airlines must file with the U.S. Bureau of Transportation Statistics; times are local. " +
        "Outliers of the delay are left as they are.",
      file,
      package: vegaPackage(),
      rows: inFile,
    },
    rowsDropped: count - kept,
  };
}
