import type { ParquetParsers, SchemaTree } from "hyparquet";
import { ParseError } from "../../errors/parse-error.ts";

/** A column of a Parquet file that holds numbers, or something that numbers can stand for. */
export interface ParquetColumn {
  readonly name: string;
  /** Its position in the file, from 0. */
  readonly position: number;
}

/** Times as milliseconds since 1970 (UTC), instead of the Date objects that hyparquet makes. */
export const millisecondParsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis: bigint) => Number(millis),
  timestampFromMicroseconds: (micros: bigint) => Number(micros) / 1e3,
  timestampFromNanoseconds: (nanos: bigint) => Number(nanos) / 1e6,
  dateFromDays: (days: number) => days * 86_400_000,
};

/**
 * Checks from the schema alone that the wanted columns can be read as numbers.
 *
 * Errors: ParseError that names the column and, as remedy, the columns of numbers.
 */
export function requireNumberColumns(
  source: string,
  columns: readonly SchemaTree[],
  wanted: readonly number[],
  dates: "error" | "milliseconds",
): ParquetColumn[] {
  return wanted.map((position) => {
    const column = columns[position];
    const kind = kindOf(column);
    const { name } = column.element;
    if (kind === "number" || (kind === "time" && dates === "milliseconds")) return { name, position };
    const numbers = columns
      .filter((other) => kindOf(other) === "number")
      .map((other) => `"${other.element.name}"`);
    const choice = numbers.length === 0 ? "of which there are none here" : numbers.slice(0, 12).join(", ");
    throw new ParseError(
      { source, line: 1, column: position + 1 },
      `numbers in column ${position + 1} ("${name}")`,
      kind === "time" ? "times" : kind,
      kind === "time"
        ? 'leave the column out, or pass dates: "milliseconds" for milliseconds since 1970'
        : `choose columns of numbers with the option columns: ${choice}`,
    );
  });
}

function kindOf({ element, children }: SchemaTree): "number" | "time" | "text or bytes" | "lists or records" {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0 || element.repetition_type === "REPEATED") return "lists or records";
  const isTime = converted === "DATE" || converted?.startsWith("TIMESTAMP") || type === "INT96";
  if (isTime || logical?.type === "DATE" || logical?.type === "TIMESTAMP") return "time";
  if (converted === "DECIMAL" || logical?.type === "FLOAT16") return "number";
  return type === "BYTE_ARRAY" || type === "FIXED_LEN_BYTE_ARRAY" ? "text or bytes" : "number";
}
