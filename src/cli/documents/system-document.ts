import * as v from "valibot";
import { seedSchema } from "./document-head.ts";
import { ledgerEntrySchema } from "./ledger-schema.ts";

const value = v.nullable(v.union([v.number(), v.boolean(), v.string()]));
const count = v.nullable(v.pipe(v.number(), v.minValue(0)));

/** Everything that `kronket system NAME --json` prints. */
export const systemDocumentSchema = v.strictObject({
  schema: v.literal("kronket/system/1"),
  version: v.string(),
  system: v.string(),
  /** The paper. */
  source: v.string(),
  seed: seedSchema,
  /** Whether this is the default study; then the parameters are those of its standard instance. */
  study: v.boolean(),
  parameters: v.record(v.string(), value),
  /** The keys of the system. */
  result: v.record(v.string(), v.unknown()),
  /** The bills of the methods, one after the other. */
  ledger: v.array(v.strictObject({ method: v.string(), ...ledgerEntrySchema.entries })),
  /** Operations and memory of each method; null where they were not counted. Not comparable with the ledger. */
  work: v.array(v.strictObject({ method: v.string(), flops: count, peakWords: count })),
  notes: v.array(v.string()),
  warnings: v.array(v.string()),
});

export type SystemDocument = v.InferOutput<typeof systemDocumentSchema>;

const number = {
  default: v.nullable(v.number()),
  description: v.string(),
  least: v.number(),
  most: v.number(),
};

/** What a parameter may be; the default null stands for a choice made from the other parameters. */
const parameter = v.variant("kind", [
  v.strictObject({ kind: v.literal("integer"), ...number }),
  v.strictObject({ kind: v.literal("number"), ...number }),
  v.strictObject({
    kind: v.literal("flag"),
    default: v.nullable(v.boolean()),
    description: v.string(),
  }),
  v.strictObject({
    kind: v.literal("choice"),
    default: v.nullable(v.string()),
    description: v.string(),
    choices: v.pipe(v.array(v.string()), v.readonly()),
  }),
]);

/** Everything that `kronket system --json` prints. */
export const systemListDocumentSchema = v.strictObject({
  schema: v.literal("kronket/systems/1"),
  version: v.string(),
  systems: v.array(
    v.strictObject({
      name: v.string(),
      title: v.string(),
      source: v.string(),
      summary: v.string(),
      parameters: v.record(v.string(), parameter),
    }),
  ),
});

export type SystemListDocument = v.InferOutput<typeof systemListDocumentSchema>;
