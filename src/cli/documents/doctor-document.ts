import * as v from "valibot";

/** Everything that `kronket doctor --json` prints. */
export const doctorDocumentSchema = v.strictObject({
  schema: v.literal("kronket/doctor/1"),
  version: v.string(),
  node: v.string(),
  platform: v.string(),
  processor: v.string(),
  cores: v.number(),
  memory: v.strictObject({ totalBytes: v.number(), freeBytes: v.number() }),
  /** The largest state vector that fits into the free memory, at 16 bytes an amplitude. */
  largestState: v.strictObject({ qubits: v.number(), bytes: v.number() }),
  tests: v.array(
    v.strictObject({
      name: v.string(),
      ok: v.boolean(),
      detail: v.string(),
      milliseconds: v.number(),
    }),
  ),
  optional: v.array(v.strictObject({ name: v.string(), version: v.nullable(v.string()) })),
  ok: v.boolean(),
  warnings: v.array(v.string()),
});

export type DoctorDocument = v.InferOutput<typeof doctorDocumentSchema>;
