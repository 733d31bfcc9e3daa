import { InvalidArgumentError } from "commander";

/** A seed as it is typed: a whole number, or any other text. */
export type Seed = number | string;

/** The wanted columns of one factor: names, or indices counted from 0. */
export type ColumnList = readonly (string | number)[];

/** `--columns` for all factors, or for one of them (counted from 1). */
export interface ColumnChoice {
  readonly factor: number | null;
  readonly columns: ColumnList;
}

/** A decimal number. */
export function parseNumber(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError(`Expected a number, got ${quoted(text)}.`);
  return value;
}

/** A whole number ≥ least. */
export function parseWhole(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`Expected a whole number ≥ ${least}, got ${quoted(text)}.`);
    }
    return value;
  };
}

/** A probability. */
export function parseProbability(text: string): number {
  const value = parseNumber(text);
  if (value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError(`Expected a probability from 0 to 1, got ${quoted(text)}.`);
}

/** How measured bits are misread: one probability, or two with a comma, of 0 read as 1 and of 1 read as 0. */
export function parseReadout(text: string): { readonly p01: number; readonly p10: number } {
  const list = text.split(",").map(parseProbability);
  if (list.length > 2) {
    throw new InvalidArgumentError(`Expected one probability or two with a comma, got ${quoted(text)}.`);
  }
  return { p01: list[0], p10: list[1] ?? list[0] };
}

/** The constant c: a name or a number. */
export function parseConstant(text: string): "rigorous" | "practical" | number {
  if (text === "rigorous" || text === "practical") return text;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new InvalidArgumentError(`Expected rigorous, practical or a number, got ${quoted(text)}.`);
}

/** A seed: whole numbers are numbers, anything else is a text seed. */
export function parseSeed(text: string): Seed {
  if (text === "") throw new InvalidArgumentError("Expected a number or a text, got an empty text.");
  if (!/^\d+$/.test(text)) return text;
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError(`Expected a whole number up to 2^53 − 1 or another text, got ${text}.`);
}

/** An amount of memory: bytes, or with a unit K, M, G, T (powers of 1024; `GiB` and `GB` mean the same). */
export function parseBytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?(?:e\d+)?)\s*(?:([KMGT])(?:i?B)?|B)?$/i.exec(text.trim());
  const value =
    match === null ? Number.NaN : Number(match[1]) * 1024 ** " KMGT".indexOf((match[2] ?? " ").toUpperCase());
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new InvalidArgumentError(`Expected an amount of memory such as 512M or 8G, got ${quoted(text)}.`);
  }
  return Math.floor(value);
}

/** `a,b,0` for all factors or `2:a,b,0` for one; digits are indices counted from 0. Collects repeated uses. */
export function parseColumns(text: string, before: readonly ColumnChoice[] = []): readonly ColumnChoice[] {
  const match = /^(?:(\d+):)?(.*)$/s.exec(text);
  const factor = match?.[1] === undefined ? null : Number(match[1]);
  const columns = (match?.[2] ?? "").split(",").map((column) => column.trim());
  if (factor === 0) throw new InvalidArgumentError("Factors count from 1.");
  if (columns.includes("")) {
    throw new InvalidArgumentError(
      `Expected names or indices with commas between them, got ${quoted(text)}.`,
    );
  }
  if (before.some((choice) => choice.factor === factor)) {
    throw new InvalidArgumentError(
      `Expected the columns of ${factor === null ? "all factors" : `factor ${factor}`} once, got them twice.`,
    );
  }
  const list = columns.map((column) => (/^\d+$/.test(column) ? Number(column) : column));
  return [...before, { factor, columns: list }];
}

/** A list of row numbers, counted from 0. */
export function parseRows(text: string): readonly number[] {
  return text.split(",").map((part) => parseWhole(0)(part));
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
