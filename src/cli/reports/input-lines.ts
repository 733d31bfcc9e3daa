import { numberText } from "../../presentation/index.ts";
import type { Input } from "../documents/document-head.ts";

/** One line per file: oracle name, file, shape, names of its columns, beginning of its hash. */
export function inputLines(inputs: readonly Input[], oracles: readonly string[]): string[] {
  return inputs.map(({ name, rows, columns, columnNames, sha256 }, k) => {
    const names = columnNames === null ? "" : `  (${columnNames.join(", ")})`;
    return `  ${oracles[k]}  ${name === "-" ? "stdin" : name}  ${numberText(rows)} × ${columns}${names}  sha256 ${sha256.slice(0, 12)}…`;
  });
}
