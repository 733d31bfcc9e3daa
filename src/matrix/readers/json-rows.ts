import type { DenseMatrix } from "../dense-matrix.ts";
import { isRecord, type JsonSource, jsonForms, jsonKind } from "./json-entry.ts";
import type { ParsedMatrix } from "./read-options.ts";
import { RowBuffer } from "./row-buffer.ts";
import { selectColumns } from "./select-columns.ts";

/** What all rows must be like, as the first row shows it. */
interface RowForm {
  readonly kind: "array" | "record" | "number";
  readonly width: number;
  readonly names: readonly string[] | undefined;
  readonly known: ReadonlySet<string>;
}

/** The matrix that a JSON list writes, of rows as arrays, of records, or of plain numbers (one column). */
export function matrixFromJsonRows(rows: readonly unknown[], source: JsonSource): ParsedMatrix<DenseMatrix> {
  const { options } = source;
  const { name, maxBytes } = options;
  if (rows.length === 0) throw source.error([], "at least one row", "none", "add a row");
  const form = formOf(rows[0]);
  if (form.width === 0) throw source.error([0], "at least one number in a row", "none", "add a number");
  const fields = selectColumns(name, form.width, form.names, options.columns);
  const keys: readonly (string | number)[] = fields.map((k) => form.names?.[k] ?? k);
  const lead = options.intercept ? 1 : 0;
  const buffer = new RowBuffer(name, keys.length + lead, maxBytes);
  let skippedRows = 0;
  for (let i = 0; i < rows.length; i++) {
    requireForm(rows[i], i, form, source);
    const row = (form.kind === "number" ? [rows[i]] : rows[i]) as Record<string | number, unknown>;
    buffer.room();
    const { block, at } = buffer;
    if (lead === 1) block[at] = 1;
    let complete = true;
    for (let k = 0; k < keys.length; k++) {
      const entry = row[keys[k]];
      // The difference is 0 for finite numbers only.
      if (typeof entry === "number" && entry - entry === 0) block[at + lead + k] = entry;
      else {
        source.requireMissing(entry, form.kind === "number" ? [i] : [i, keys[k]]);
        complete = false;
      }
    }
    if (complete) buffer.at = at + buffer.width;
    else skippedRows++;
  }
  if (buffer.rows === 0) {
    const got = `${skippedRows} rows that all lack a value`;
    throw source.error([], "at least one complete row", got, "choose other columns");
  }
  const names = form.names && fields.map((k) => String(form.names?.[k]));
  return {
    matrix: buffer.toMatrix(),
    columnNames: names && lead === 1 ? ["intercept", ...names] : names,
    skippedRows,
  };
}

function formOf(first: unknown): RowForm {
  const known = new Set<string>();
  if (Array.isArray(first)) return { kind: "array", width: first.length, names: undefined, known };
  if (!isRecord(first)) return { kind: "number", width: 1, names: undefined, known };
  const names = Object.keys(first);
  return { kind: "record", width: names.length, names, known: new Set(names) };
}

function requireForm(row: unknown, i: number, form: RowForm, source: JsonSource): void {
  const remedy = `write ${jsonForms}`;
  if (form.kind === "array") {
    if (!Array.isArray(row))
      throw source.error([i], "an array of numbers like the first row", jsonKind(row), remedy);
    if (row.length !== form.width) {
      const expected = `${form.width} numbers as in the first row`;
      throw source.error([i], expected, `${row.length}`, "make all rows equally long");
    }
  } else if (form.kind === "record") {
    if (!isRecord(row)) throw source.error([i], "a record like the first row", jsonKind(row), remedy);
    // Keys that nobody asked for may differ; without a choice of columns they would be lost unnoticed.
    if (source.options.columns !== undefined) return;
    for (const key in row) {
      if (form.known.has(key)) continue;
      const remedyKeys = "give the first record all keys, or choose some with the option columns";
      throw source.error([i, key], "the keys of the first record", `"${key}"`, remedyKeys);
    }
  } else if (typeof row === "object" && row !== null) {
    throw source.error([i], "a number like the first entry", jsonKind(row), remedy);
  }
}
