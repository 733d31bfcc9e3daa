import * as v from "valibot";

/** A line of a bill. */
export const ledgerEntrySchema = v.strictObject({
  oracle: v.string(),
  access: v.picklist(["classical", "quantum"]),
  unit: v.picklist(["row", "entry", "key", "kernel", "gradient", "phase", "preparation", "lookup"]),
  use: v.picklist(["read", "check", "forward", "inverse", "controlled"]),
  stage: v.string(),
  count: v.nullable(v.pipe(v.number(), v.minValue(0))),
  label: v.picklist(["measured", "exact", "expected", "upper-bound", "asymptotic", "unavailable"]),
  note: v.exactOptional(v.string()),
});

const perOracle = v.record(v.string(), v.pipe(v.number(), v.minValue(0)));

/** Sums of row queries per access and oracle. */
export const totalsSchema = v.strictObject({ quantum: perOracle, classical: perOracle });

export type Totals = v.InferOutput<typeof totalsSchema>;
