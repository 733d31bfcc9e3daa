import type { StudyParameter } from "../../study-family.ts";
import {
  constantParameter,
  deltaParameter,
  epsilonParameter,
  matrixParameter,
} from "../matrix-parameters.ts";

/** The parameters of studies of sketches of one matrix. */
export const matrixSketchParameters = {
  n: { kind: "integer", default: 2 ** 14, least: 4, most: 2 ** 46, description: "rows of A", symbol: "n" },
  d: { kind: "integer", default: 3, least: 1, most: 64, description: "columns of A", symbol: "d" },
  epsilon: epsilonParameter(1e-3, "(1−ε)AᵀA ⪯ BᵀB ⪯ (1+ε)AᵀA"),
  delta: deltaParameter(0.1, 1e-6, 0.5),
  constant: constantParameter("the sampling rates"),
  matrix: matrixParameter("gaussian"),
} as const satisfies Readonly<Record<string, StudyParameter>>;
