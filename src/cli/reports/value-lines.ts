import { numberText, tableText } from "../../presentation/index.ts";

/** How much of a long list the report shows. */
const SHOWN = 8;

/**
 * Plain values as lines for a terminal: one a value, the beginning of long lists, a table for a list of records.
 *
 * @example valueLines({ error: 1.5e-9, distances: [0.1, 0.002] }) // ["error      1.5 × 10⁻⁹", "distances  0.1, 0.002"]
 */
export function valueLines(values: Readonly<Record<string, unknown>>): string[] {
  const width = Math.max(0, ...Object.keys(values).map((key) => key.length));
  return Object.entries(values).flatMap(([key, value]) => {
    const head = key.padEnd(width);
    if (Array.isArray(value) && value.length > 0 && value.every(isRecord)) {
      return [head.trimEnd(), ...recordTable(value).map((line) => `  ${line}`)];
    }
    if (isRecord(value)) return [head.trimEnd(), ...valueLines(value).map((line) => `  ${line}`)];
    return [`${head}  ${valueText(value)}`.trimEnd()];
  });
}

function recordTable(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return tableText({
    columns: keys.map((key) => ({
      heading: key,
      numeric: records.every((record) => typeof record[key] === "number"),
    })),
    rows: records.map((record) => ({
      cells: keys.map((key) => (key in record ? valueText(record[key]) : "")),
    })),
  }).split("\n");
}

function valueText(value: unknown): string {
  if (typeof value === "number") {
    const style = Number.isInteger(value) && Math.abs(value) < 1e15 ? "grouped" : "significant";
    return numberText(value, { style, digits: 4 });
  }
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    const shown = value.slice(0, SHOWN).map(valueText).join(", ");
    return value.length > SHOWN ? `${shown}, … (${value.length} in all; with --json)` : shown;
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
