import * as v from "valibot";

const value = v.union([v.number(), v.boolean(), v.string()]);
const values = v.record(v.string(), value);
const names = v.array(v.string());

/** A study as a file. Which names and values make sense is checked by `planStudy`. */
export const studyFileSchema = v.strictObject({
  schema: v.exactOptional(v.literal("kronket/study/1")),
  family: v.string(),
  title: v.exactOptional(v.string()),
  /** Parameters that are not the defaults of the family. */
  base: v.exactOptional(values),
  /** Each varies one parameter and keeps the others. */
  sweeps: v.exactOptional(
    v.array(
      v.strictObject({
        vary: v.string(),
        values: v.array(v.number()),
        with: v.exactOptional(values),
        methods: v.exactOptional(names),
        fitFrom: v.exactOptional(v.number()),
      }),
    ),
  ),
  methods: v.exactOptional(names),
  seeds: v.array(v.number()),
  /** Prices of one quantum query in classical ones. */
  prices: v.exactOptional(v.array(v.number())),
  confidence: v.exactOptional(v.number()),
});
