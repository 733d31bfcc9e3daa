import * as v from "valibot";
import { inputSchema, readingSchema, seedSchema, sketchParametersSchema } from "./document-head.ts";
import { failureBudgetSchema } from "./failure-budget-schema.ts";
import { ledgerEntrySchema, totalsSchema } from "./ledger-schema.ts";

/** Everything that `kronket sketch --json` prints. */
export const sketchDocumentSchema = v.strictObject({
  schema: v.literal("kronket/sketch/1"),
  version: v.string(),
  seed: seedSchema,
  inputs: v.array(inputSchema),
  parameters: v.strictObject({
    ...sketchParametersSchema.entries,
    reading: readingSchema,
  }),
  result: v.strictObject({
    /** Rows of the product by their indices (from 0) in the factors, each with its entry of D. */
    rows: v.array(v.strictObject({ index: v.array(v.number()), weight: v.number() })),
    nonzeros: v.number(),
    draws: v.number(),
    keptAll: v.boolean(),
  }),
  /** The true spectral error; null when it was not asked for. */
  certificate: v.nullable(
    v.strictObject({
      lower: v.number(),
      upper: v.number(),
      epsilon: v.number(),
      holds: v.boolean(),
      rank: v.number(),
    }),
  ),
  /** What was counted while it ran. */
  ledger: v.array(ledgerEntrySchema),
  /** Sums of the measured row queries. */
  totals: totalsSchema,
  /** What was known before it ran; never mixed with what was counted. */
  predicted: v.strictObject({
    ledger: v.array(ledgerEntrySchema),
    nonzeros: v.nullable(v.number()),
  }),
  /** The classical rival with a guarantee: read each factor once. */
  rival: v.strictObject({ ledger: v.array(ledgerEntrySchema) }),
  /** Per factor and stage, how many rows were kept. */
  stages: v.array(
    v.strictObject({
      oracle: v.string(),
      stage: v.string(),
      level: v.number(),
      size: v.number(),
      kept: v.number(),
    }),
  ),
  failureBudget: failureBudgetSchema,
  warnings: v.array(v.string()),
});

export type SketchDocument = v.InferOutput<typeof sketchDocumentSchema>;
