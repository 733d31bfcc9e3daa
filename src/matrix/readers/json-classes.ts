import { LimitError } from "../../errors/limit-error.ts";
import { type RowClass, RowClassMatrix } from "../row-class-matrix.ts";
import { isRecord, type JsonSource, jsonKind } from "./json-entry.ts";
import type { ParsedMatrix } from "./read-options.ts";
import { selectColumns } from "./select-columns.ts";

/** The matrix that the list of `{ "classes": [{ "count": …, "row": […] }, …] }` writes: blocks of identical rows. */
export function matrixFromJsonClasses(
  list: readonly unknown[],
  source: JsonSource,
): ParsedMatrix<RowClassMatrix> {
  const { name, columns, intercept, maxBytes } = source.options;
  if (list.length === 0)
    throw source.error(["classes"], "at least one class of rows", "none", "add { count, row }");
  const width = requireClass(list[0], 0, undefined, source).row.length;
  const fields = selectColumns(name, width, undefined, columns);
  const lead = intercept ? 1 : 0;
  const need = list.length * (fields.length + lead) * 8;
  if (need > maxBytes)
    throw new LimitError(name, maxBytes, need, "bytes", "raise maxBytes or keep fewer columns");

  const classes: RowClass[] = [];
  let total = 0;
  let skippedRows = 0;
  for (const [k, item] of list.entries()) {
    const { count, row } = requireClass(item, k, width, source);
    total += count;
    if (!Number.isSafeInteger(total)) {
      const path = ["classes", k, "count"];
      throw source.error(path, "at most 2^53 − 1 rows in total", `${total}`, "use smaller counts");
    }
    const values = new Float64Array(fields.length + lead).fill(1, 0, lead);
    let complete = true;
    for (const [j, field] of fields.entries()) {
      const entry = row[field];
      if (typeof entry === "number" && Number.isFinite(entry)) values[lead + j] = entry;
      else {
        source.requireMissing(entry, ["classes", k, "row", field]);
        complete = false;
      }
    }
    if (complete) classes.push({ count, row: values });
    else skippedRows += count;
  }
  if (classes.length === 0) {
    const got = `${skippedRows} rows that all lack a value`;
    throw source.error(["classes"], "at least one complete row", got, "choose other columns");
  }
  return { matrix: new RowClassMatrix(classes), columnNames: undefined, skippedRows };
}

function requireClass(
  item: unknown,
  k: number,
  width: number | undefined,
  source: JsonSource,
): { count: number; row: readonly unknown[] } {
  const path = ["classes", k];
  const shape = "a class of rows { count, row }";
  if (!isRecord(item)) throw source.error(path, shape, jsonKind(item), "write count and row");
  const { count, row } = item;
  if (!Array.isArray(row)) {
    throw source.error([...path, "row"], shape, `row: ${jsonKind(row)}`, "write row as an array of numbers");
  }
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) {
    const expected = "a whole count from 1 to 2^53 − 1";
    throw source.error([...path, "count"], expected, jsonKind(count), "leave empty classes out");
  }
  if (row.length === 0)
    throw source.error([...path, "row"], "at least one number in a row", "none", "add a number");
  if (width !== undefined && row.length !== width) {
    const expected = `${width} numbers as in the first class`;
    throw source.error([...path, "row"], expected, `${row.length}`, "make all rows equally long");
  }
  return { count, row };
}
