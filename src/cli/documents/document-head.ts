import * as v from "valibot";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A file as it was used. */
export const inputSchema = v.strictObject({
  /** As it was named on the command line; `-` for stdin. */
  name: v.string(),
  rows: whole,
  columns: whole,
  /** Of the bytes of the file. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Names of the columns that were kept, where the file has names. */
  columnNames: v.nullable(v.array(v.string())),
  /** How many rows were left out because a value was missing. */
  skippedRows: whole,
});

export type Input = v.InferOutput<typeof inputSchema>;

export const seedSchema = v.union([whole, v.string()]);

/** How the files were turned into matrices. */
export const readingSchema = v.strictObject({
  /** Per factor, the columns that were asked for; null for all. */
  columns: v.array(v.nullable(v.array(v.union([v.string(), whole])))),
  header: v.picklist(["yes", "no", "auto"]),
  missing: v.picklist(["error", "skip-row"]),
  intercept: v.boolean(),
  dates: v.picklist(["error", "milliseconds"]),
});

export type Reading = v.InferOutput<typeof readingSchema>;

/** The parameters of a sketch with all defaults filled in. */
export const sketchParametersSchema = v.strictObject({
  epsilon: v.number(),
  delta: v.number(),
  level: v.picklist(["gate", "amplitude", "subspace"]),
  method: v.picklist(["two-stage", "many-copies", "one-at-a-time"]),
  search: v.picklist(["unknown", "known", "exact"]),
  constant: v.number(),
  certificate: v.picklist(["fixed-point", "bbht"]),
  fallback: v.picklist(["auto", "never"]),
  bits: v.nullable(whole),
  draws: v.nullable(whole),
});
