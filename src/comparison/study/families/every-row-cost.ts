import type { CostModel } from "../cost-model.ts";

/** Every row once: what a classical method reads that knows nothing of the rows. */
export const everyRowCost: CostModel = {
  name: "read every row once",
  expression: "n",
  access: "classical",
  label: "exact",
  paper: "derived",
  theorem: "every row once",
};
