import * as v from "valibot";
import { targetNames } from "../options/target-names.ts";
import { circuitInputSchema } from "./circuit-input.ts";

const head = { version: v.string(), inputs: v.array(circuitInputSchema) };
const warnings = v.array(v.string());

/** Everything that `kronket draw --json` prints. */
export const drawDocumentSchema = v.strictObject({
  schema: v.literal("kronket/draw/1"),
  ...head,
  parameters: v.strictObject({
    format: v.picklist(["text", "ascii", "svg", "latex"]),
    /** null for the default of the format. */
    width: v.nullable(v.number()),
    boxes: v.picklist(["closed", "open"]),
    theme: v.picklist(["light", "dark", "auto"]),
  }),
  result: v.strictObject({ drawing: v.string() }),
  warnings,
});

export type DrawDocument = v.InferOutput<typeof drawDocumentSchema>;

/** Everything that `kronket convert --json` prints. */
export const convertDocumentSchema = v.strictObject({
  schema: v.literal("kronket/convert/1"),
  ...head,
  parameters: v.strictObject({ to: v.picklist(targetNames) }),
  result: v.strictObject({ text: v.string() }),
  warnings,
});

export type ConvertDocument = v.InferOutput<typeof convertDocumentSchema>;
