import { ParseError } from "../../errors/parse-error.ts";
import { isNpy } from "./npy-header.ts";

/** A file format that matrices can be read from; "csv" stands for all delimited text. */
export type MatrixFormat = "csv" | "json" | "npy" | "matrix-market" | "parquet";

const byExtension: Readonly<Record<string, MatrixFormat>> = {
  csv: "csv",
  tsv: "csv",
  tab: "csv",
  txt: "csv",
  dat: "csv",
  json: "json",
  geojson: "json",
  npy: "npy",
  mtx: "matrix-market",
  mm: "matrix-market",
  parquet: "parquet",
  pq: "parquet",
};

/** First bytes of formats that hold a file inside. */
const packed: readonly (readonly [string, readonly number[]])[] = [
  ["gzip data", [0x1f, 0x8b]],
  ["a zip archive (or .npz, .xlsx)", [0x50, 0x4b, 0x03, 0x04]],
  ["zstd data", [0x28, 0xb5, 0x2f, 0xfd]],
  ["bzip2 data", [0x42, 0x5a, 0x68]],
  ["xz data", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
];

/**
 * Finds the format of a file from its first bytes and its name: a mark that only one format has decides, then the
 * extension, then whether the text looks like JSON; all else is delimited text.
 *
 * Errors: ParseError for a compressed file or an archive.
 *
 * @example matrixFormat("a.mtx", bytes) // "matrix-market"
 */
export function matrixFormat(name: string, head: Uint8Array): MatrixFormat {
  const begins = (mark: readonly number[]): boolean => mark.every((byte, k) => head[k] === byte);
  if (isNpy(head)) return "npy";
  if (begins([0x50, 0x41, 0x52, 0x31])) return "parquet";
  const archive = packed.find(([, mark]) => begins(mark));
  if (archive !== undefined) {
    const place = { source: name, line: 1, column: 1 };
    const formats = "CSV, JSON, NumPy, MatrixMarket or Parquet";
    throw new ParseError(place, `a file in ${formats}`, archive[0], "unpack or convert it first");
  }
  const text = new TextDecoder().decode(head.subarray(0, 4096)).trimStart();
  if (text.toLowerCase().startsWith("%%matrixmarket")) return "matrix-market";
  const extension = /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? "";
  return byExtension[extension] ?? (/^[[{]/.test(text) ? "json" : "csv");
}
