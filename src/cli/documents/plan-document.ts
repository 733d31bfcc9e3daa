import * as v from "valibot";
import { inputSchema, readingSchema, seedSchema, sketchParametersSchema } from "./document-head.ts";
import { failureBudgetSchema } from "./failure-budget-schema.ts";
import { ledgerEntrySchema } from "./ledger-schema.ts";

const count = v.pipe(v.number(), v.minValue(0));

/** Everything that `kronket sketch --dry-run --json` prints. */
export const planDocumentSchema = v.strictObject({
  schema: v.literal("kronket/sketch-plan/1"),
  version: v.string(),
  seed: seedSchema,
  inputs: v.array(inputSchema),
  parameters: v.strictObject({ ...sketchParametersSchema.entries, reading: readingSchema }),
  predicted: v.strictObject({ ledger: v.array(ledgerEntrySchema), nonzeros: v.nullable(v.number()) }),
  rival: v.strictObject({ ledger: v.array(ledgerEntrySchema) }),
  /** Qubits of the modelled circuit, per factor and register. */
  registers: v.array(
    v.strictObject({
      name: v.string(),
      index: count,
      row: count,
      score: count,
      hash: count,
      flag: count,
      total: count,
    }),
  ),
  /** What the simulation needs, beside what it may have. */
  limits: v.strictObject({
    memory: v.strictObject({ bytes: count, limit: count, fits: v.boolean() }),
    /** An estimate on the short side, by formula and not by measuring. */
    time: v.strictObject({ seconds: count, limit: v.nullable(count), fits: v.boolean() }),
    /** At gate level only. */
    qubits: v.nullable(v.strictObject({ needed: count, limit: count, fits: v.boolean() })),
  }),
  failureBudget: failureBudgetSchema,
  warnings: v.array(v.string()),
});

export type PlanDocument = v.InferOutput<typeof planDocumentSchema>;
