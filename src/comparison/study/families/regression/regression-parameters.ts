import type { StudyParameter } from "../../study-family.ts";
import {
  constantParameter,
  deltaParameter,
  epsilonParameter,
  matrixParameter,
} from "../matrix-parameters.ts";

/** The parameters of studies of least squares. */
export const regressionParameters = {
  n: { kind: "integer", default: 2 ** 30, least: 4, most: 2 ** 46, description: "rows of A", symbol: "n" },
  d: { kind: "integer", default: 2, least: 1, most: 64, description: "columns of A", symbol: "d" },
  epsilon: epsilonParameter(1e-4, "‖Ax − b‖ ≤ (1+ε) min ‖Ax − b‖"),
  delta: deltaParameter(0.1, 1e-6, 0.5),
  constant: constantParameter("the embedding"),
  matrix: matrixParameter("blocks", ", whose values of b are large"),
} as const satisfies Readonly<Record<string, StudyParameter>>;
