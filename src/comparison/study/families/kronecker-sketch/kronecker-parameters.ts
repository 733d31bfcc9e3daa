import type { StudyParameter } from "../../study-family.ts";
import {
  constantParameter,
  deltaParameter,
  epsilonParameter,
  matrixParameter,
} from "../matrix-parameters.ts";

/** The parameters of studies of A₁ ⊗ … ⊗ A_q with factors of one shape. */
export const kroneckerParameters = {
  n: {
    kind: "integer",
    default: 2 ** 30,
    least: 2,
    most: 2 ** 50,
    description: "rows of each factor",
    symbol: "n",
  },
  d: { kind: "integer", default: 4, least: 1, most: 256, description: "columns of each factor", symbol: "d" },
  q: { kind: "integer", default: 2, least: 2, most: 8, description: "number of factors", symbol: "q" },
  epsilon: epsilonParameter(1e-6, "(1−ε)AᵀA ⪯ AᵀD²A ⪯ (1+ε)AᵀA"),
  delta: deltaParameter(0.05, 1e-90, 0.999),
  constant: constantParameter("the sampling rates"),
  matrix: matrixParameter("blocks"),
} as const satisfies Readonly<Record<string, StudyParameter>>;
