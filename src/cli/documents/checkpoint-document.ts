import * as v from "valibot";
import { inputSchema, readingSchema, seedSchema, sketchParametersSchema } from "./document-head.ts";
import { ledgerEntrySchema } from "./ledger-schema.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The bytes of numbers in base64, so that every float64 survives. */
const packedSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/** A weighted list of rows. */
const packedRowsSchema = v.strictObject({
  columns: whole,
  values: packedSchema,
  weights: packedSchema,
  counts: packedSchema,
  indices: packedSchema,
});

/** A subset of rows that was read completely, by its row numbers alone: the file has the values. */
const subsetRowsSchema = v.strictObject({ columns: whole, subset: packedSchema });

/** The state of one factor; see FactorState. */
const factorStateSchema = v.strictObject({
  level: whole,
  refined: v.boolean(),
  exact: v.boolean(),
  rows: v.union([packedRowsSchema, subsetRowsSchema]),
  reports: v.array(v.strictObject({ stage: v.string(), level: whole, size: whole, kept: whole })),
});

export type PackedFactorState = v.InferOutput<typeof factorStateSchema>;

/** A file from which a sketch that was interrupted goes on. */
export const checkpointDocumentSchema = v.strictObject({
  schema: v.literal("kronket/sketch-checkpoint/1"),
  version: v.string(),
  seed: seedSchema,
  inputs: v.array(inputSchema),
  parameters: v.strictObject({ ...sketchParametersSchema.entries, reading: readingSchema }),
  factors: v.array(factorStateSchema),
  ledger: v.array(ledgerEntrySchema),
});

export type CheckpointDocument = v.InferOutput<typeof checkpointDocumentSchema>;
