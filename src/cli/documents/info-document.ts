import * as v from "valibot";
import { circuitInputSchema } from "./circuit-input.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Everything that `kronket info --json` prints. */
export const infoDocumentSchema = v.strictObject({
  schema: v.literal("kronket/info/1"),
  version: v.string(),
  inputs: v.array(circuitInputSchema),
  qubits: whole,
  bits: whole,
  registers: v.strictObject({
    qubits: v.array(v.strictObject({ name: v.string(), size: whole })),
    bits: v.array(v.strictObject({ name: v.string(), size: whole })),
  }),
  /** Names of the parameters without a value. */
  parameters: v.array(v.string()),
  /** The gate set of `inGateSet`, by name or with commas. */
  gateSet: v.string(),
  result: v.strictObject({
    /** Steps as written, boxes closed. */
    operations: whole,
    /** How often each gate and kind of step occurs, boxes opened. */
    gates: v.record(v.string(), whole),
    depth: whole,
    twoQubitDepth: whole,
    /** The same, written in the gate set; null where that would be too long, or a gate cannot be written in it. */
    inGateSet: v.nullable(
      v.strictObject({
        gates: v.record(v.string(), whole),
        depth: whole,
        twoQubitDepth: whole,
        /** T gates and their inverses. */
        tGates: whole,
        /** Gates with an angle, global phases aside. */
        rotations: whole,
      }),
    ),
  }),
  /** What one state takes, at 16 bytes an amplitude. */
  memory: v.strictObject({ bytes: v.number(), label: v.literal("exact") }),
  /** How long one pass through the circuit takes here; null where the state does not fit. */
  time: v.strictObject({ seconds: v.nullable(v.number()), label: v.literal("expected") }),
  warnings: v.array(v.string()),
});

export type InfoDocument = v.InferOutput<typeof infoDocumentSchema>;
