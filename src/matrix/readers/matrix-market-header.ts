import type { LineTokens } from "./line-tokens.ts";

/** What the first lines of a MatrixMarket file say. */
export interface MatrixMarketHeader {
  readonly format: "array" | "coordinate";
  readonly field: "real" | "integer" | "pattern";
  readonly symmetry: "general" | "symmetric" | "skew-symmetric";
  readonly rows: number;
  readonly columns: number;
  /** How many entries the file lists. */
  readonly entries: number;
}

/** Reads the banner and the line of sizes, leaving the walk on the latter. Errors: ParseError. */
export function readMatrixMarketHeader(lines: LineTokens): MatrixMarketHeader {
  lines.nextRaw();
  const [tag, object, format, fieldWord, symmetry] = lines.words.map((word) => word.toLowerCase());
  const field = fieldWord === "double" ? "real" : fieldWord;
  const banner = "begin the file with a line such as %%MatrixMarket matrix coordinate real general";
  if (tag !== "%%matrixmarket") throw lines.error(0, "%%MatrixMarket", banner);
  if (object !== "matrix") throw lines.error(1, "matrix", banner);
  if (format !== "array" && format !== "coordinate") throw lines.error(2, "array or coordinate", banner);
  if (field !== "real" && field !== "integer" && (field !== "pattern" || format === "array")) {
    const remedy = field === "complex" ? "kronket works on real matrices, so save the real part" : banner;
    throw lines.error(3, format === "array" ? "real or integer" : "real, integer or pattern", remedy);
  }
  if (
    symmetry !== "general" &&
    symmetry !== "symmetric" &&
    (symmetry !== "skew-symmetric" || field === "pattern")
  ) {
    const remedy = symmetry === "hermitian" ? "declare a real matrix symmetric" : banner;
    throw lines.error(4, `general, symmetric${field === "pattern" ? "" : " or skew-symmetric"}`, remedy);
  }
  if (lines.words.length > 5) throw lines.error(5, "five words", banner);

  lines.next();
  const names = format === "array" ? ["rows", "columns"] : ["rows", "columns", "entries"];
  const sizes = names.map((what, k) => {
    const size = /^\d+$/.test(lines.words[k] ?? "") ? Number(lines.words[k]) : -1;
    if (!Number.isSafeInteger(size) || size < (what === "entries" ? 0 : 1)) {
      throw lines.error(k, `the number of ${what}`, `write the sizes: ${names.join(", ")}`);
    }
    return size;
  });
  if (lines.words.length > names.length) {
    throw lines.error(names.length, `${names.length} sizes`, `write the sizes: ${names.join(", ")}`);
  }
  const [rows, columns] = sizes;
  if (symmetry !== "general" && rows !== columns)
    throw lines.error(
      1,
      `${rows} columns for a ${symmetry} matrix of ${rows} rows`,
      "correct the sizes or declare it general",
    );
  const triangle = (rows * (symmetry === "symmetric" ? rows + 1 : rows - 1)) / 2;
  const entries = sizes[2] ?? (symmetry === "general" ? rows * columns : triangle);
  return { format, field, symmetry, rows, columns, entries };
}
