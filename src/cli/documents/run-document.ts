import * as v from "valibot";
import { circuitInputSchema } from "./circuit-input.ts";
import { seedSchema } from "./document-head.ts";
import { ledgerEntrySchema } from "./ledger-schema.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Everything that `kronket run --json` prints. */
export const runDocumentSchema = v.strictObject({
  schema: v.literal("kronket/run/1"),
  version: v.string(),
  /** null for a state, which draws nothing. */
  seed: v.nullable(seedSchema),
  inputs: v.array(circuitInputSchema),
  parameters: v.strictObject({
    /** null for a state. */
    shots: v.nullable(whole),
    /** The values of --param. */
    values: v.record(v.string(), v.number()),
    strict: v.boolean(),
    /** Bits of a real number; absent for 64. */
    precision: v.optional(v.literal(32)),
    /** null for none. */
    noise: v.nullable(
      v.strictObject({
        depolarizing: probability,
        amplitudeDamping: probability,
        phaseDamping: probability,
        readout: v.strictObject({ p01: probability, p10: probability }),
      }),
    ),
  }),
  qubits: whole,
  bits: whole,
  result: v.union([
    /** How often each string of bits was seen, bit 0 rightmost. */
    v.strictObject({ counts: v.record(v.pipe(v.string(), v.regex(/^[01]*$/)), whole) }),
    /** The state before the final measurements; entry i is that of basis state i, bit q of i being qubit q. */
    v.strictObject({ amplitudes: v.array(v.tuple([v.number(), v.number()])) }),
  ]),
  /** A run of a circuit asks no oracle. */
  ledger: v.array(ledgerEntrySchema),
  warnings: v.array(v.string()),
});

export type RunDocument = v.InferOutput<typeof runDocumentSchema>;
