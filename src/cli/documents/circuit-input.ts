import * as v from "valibot";

/** A file with a circuit, as it was used. */
export const circuitInputSchema = v.strictObject({
  /** As it was named on the command line; `-` for stdin. */
  name: v.string(),
  format: v.picklist(["qasm", "json"]),
  /** Of the bytes of the file. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

export type CircuitInput = v.InferOutput<typeof circuitInputSchema>;
