import * as v from "valibot";
import { circuitInputSchema } from "./circuit-input.ts";
import { seedSchema } from "./document-head.ts";
import { ledgerEntrySchema } from "./ledger-schema.ts";

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const seconds = v.pipe(v.number(), v.minValue(0));

const figures = {
  /** Wall-clock time of one simulation; with --cold, compiling included. */
  seconds: v.strictObject({ min: seconds, median: seconds }),
  /** Time to compile the circuit when it is first run; 0 where nothing is compiled. */
  compileSeconds: seconds,
  qubits: whole,
  /** Gates and other steps that change the state, boxes opened, final measurements left out. */
  gates: whole,
  /** How often a run goes through the state. */
  passes: whole,
  bytesPerAmplitude: v.picklist([8, 16]),
};

/** Everything that `kronket bench --json` prints: the figures stand at the top too, for readers of nothing else. */
export const benchDocumentSchema = v.strictObject({
  schema: v.literal("kronket/bench/1"),
  version: v.string(),
  /** null for the start |0…0⟩, which draws nothing. */
  seed: v.nullable(seedSchema),
  inputs: v.array(circuitInputSchema),
  parameters: v.strictObject({
    threads: whole,
    precision: v.picklist([64, 32]),
    repeat: whole,
    start: v.picklist(["zero", "random"]),
    cold: v.boolean(),
    /** The values of --param. */
    values: v.record(v.string(), v.number()),
    strict: v.boolean(),
  }),
  /** The engine that did the work, and where. */
  engine: v.string(),
  machine: v.strictObject({ processor: v.string(), processors: whole, memory: whole, node: v.string() }),
  ...figures,
  result: v.strictObject(figures),
  /** A simulation asks no oracle. */
  ledger: v.array(ledgerEntrySchema),
  warnings: v.array(v.string()),
});

export type BenchDocument = v.InferOutput<typeof benchDocumentSchema>;
