import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

/** A table of normal numbers as CSV text, with a header if names are given. */
export function gaussianCsv(rows: number, columns: number, seed: number, names?: readonly string[]): string {
  const matrix = gaussianMatrix({ rows, columns }, seededRandom(seed));
  const lines = Array.from({ length: rows }, (_, i) => [...matrix.row(i)].join(","));
  return `${names === undefined ? "" : `${names.join(",")}\n`}${lines.join("\n")}\n`;
}
