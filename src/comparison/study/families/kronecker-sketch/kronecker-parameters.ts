import type { StudyParameter } from "../../study-family.ts";
import { matrixKinds } from "../named-matrix.ts";

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
  epsilon: {
    kind: "number",
    default: 0.5,
    least: 1e-6,
    most: 0.999,
    description: "accuracy: (1−ε)AᵀA ⪯ AᵀD²A ⪯ (1+ε)AᵀA",
    symbol: "ε",
    inverse: true,
  },
  delta: {
    kind: "number",
    default: 0.05,
    least: 1e-90,
    most: 0.999,
    description: "probability that the guarantee may fail",
    symbol: "δ",
    inverse: true,
  },
  constant: {
    kind: "number",
    default: 3,
    least: 0.01,
    most: 100,
    description: "constant c of the sampling rates: 3 is proven, 1 is usual in practice",
    symbol: "c",
  },
  matrix: {
    kind: "choice",
    default: "blocks",
    choices: matrixKinds,
    description:
      "blocks: d blocks of equal rows · needle: the same rows but for one row in each further direction · gaussian · ill-conditioned (1e8)",
    symbol: "matrix",
  },
} as const satisfies Readonly<Record<string, StudyParameter>>;
