import * as v from "valibot";
import { inputSchema, readingSchema, seedSchema, sketchParametersSchema } from "./document-head.ts";
import { ledgerEntrySchema, totalsSchema } from "./ledger-schema.ts";

const { method: _, draws: __, ...samplingParameters } = sketchParametersSchema.entries;
/** Set where the file was read in parts, pass by pass. */
const stream = v.exactOptional(v.literal(true));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Everything that `kronket leverage --json` prints. */
export const leverageDocumentSchema = v.strictObject({
  schema: v.literal("kronket/leverage/1"),
  version: v.string(),
  /** null for methods that draw nothing. */
  seed: v.nullable(seedSchema),
  inputs: v.array(inputSchema),
  parameters: v.union([
    v.strictObject({ method: v.picklist(["row-norm", "uniform"]), reading: readingSchema }),
    v.strictObject({ method: v.picklist(["exact", "generalised"]), reading: readingSchema, stream }),
    v.strictObject({
      method: v.picklist(["ridge", "online"]),
      lambda: v.number(),
      reading: readingSchema,
      stream,
    }),
    v.strictObject({
      method: v.picklist(["johnson-lindenstrauss", "count-sketch"]),
      epsilon: v.number(),
      delta: v.number(),
      reading: readingSchema,
    }),
    v.strictObject({ method: v.literal("quantum"), ...samplingParameters, reading: readingSchema }),
  ]),
  result: v.strictObject({
    /**
     * One score per row (shares that sum to 1 for row-norm and uniform), or per entry of `indices` or `counts`. Between 0 and 1,
     * except that generalised scores may be larger; null for Infinity, the score of a row outside the row space of B.
     */
    scores: v.array(v.nullable(v.pipe(v.number(), v.minValue(0)))),
    /** The sum of the scores of all rows, with a stream, of which the document lists a few; null for Infinity. */
    sum: v.exactOptional(v.nullable(v.number())),
    /** The rank of A, of B for generalised scores; null where the method does not determine it. */
    rank: v.nullable(v.number()),
    /** Which rows the scores belong to (from 0), where not all rows were asked for. */
    indices: v.exactOptional(v.array(whole)),
    /** Number of identical rows that each score stands for, where the file lists classes of rows. */
    counts: v.exactOptional(v.array(whole)),
  }),
  ledger: v.array(ledgerEntrySchema),
  totals: totalsSchema,
  rival: v.strictObject({ ledger: v.array(ledgerEntrySchema) }),
  warnings: v.array(v.string()),
});

export type LeverageDocument = v.InferOutput<typeof leverageDocumentSchema>;
