import * as v from "valibot";

/** How δ is shared; the parts add up to at most δ. */
export const failureBudgetSchema = v.strictObject({
  delta: v.number(),
  perSampling: v.number(),
  perCertificate: v.number(),
  tuples: v.number(),
  stages: v.array(v.number()),
});
