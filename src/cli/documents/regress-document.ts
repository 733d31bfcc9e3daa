import * as v from "valibot";
import { regressChoices, sketchChoices } from "../options/regress-choices.ts";
import { inputSchema, readingSchema, seedSchema } from "./document-head.ts";
import { ledgerEntrySchema, totalsSchema } from "./ledger-schema.ts";

const size = v.pipe(v.number(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Everything that `kronket regress --json` prints. */
export const regressDocumentSchema = v.strictObject({
  schema: v.literal("kronket/regress/1"),
  version: v.string(),
  /** null for methods that draw nothing. */
  seed: v.nullable(seedSchema),
  /** The factors and, last, b. */
  inputs: v.array(inputSchema),
  parameters: v.strictObject({
    method: v.picklist(regressChoices),
    /** Which norm of Ax − b is least: 2, or 1 for absolute residuals. */
    norm: v.picklist([1, 2]),
    lambda: v.nullable(v.number()),
    epsilon: v.number(),
    delta: v.number(),
    constant: v.number(),
    sketch: v.nullable(v.picklist(sketchChoices)),
    reading: readingSchema,
  }),
  result: v.strictObject({
    coefficients: v.array(v.number()),
    /** ‖Ax − b‖ of the whole problem, in the norm of the method. */
    residualNorm: size,
    rank: whole,
    iterations: whole,
    /** Rows of the sketch or sample; null where there is none. */
    sketchRows: v.nullable(whole),
  }),
  /** How the residual compares with the least one, computed apart and not billed; null where the method is exact or promises nothing. */
  certificate: v.nullable(
    v.strictObject({
      least: size,
      /** residualNorm / least; 1 where both are 0. */
      factor: v.number(),
      /** What was promised with probability ≥ 1 − δ, or null for no promise. */
      promised: v.nullable(v.number()),
      holds: v.boolean(),
    }),
  ),
  ledger: v.array(ledgerEntrySchema),
  totals: totalsSchema,
  warnings: v.array(v.string()),
});

export type RegressDocument = v.InferOutput<typeof regressDocumentSchema>;
