import { numberOf, type Setting } from "../../setting.ts";
import type { StudyParameter } from "../../study-family.ts";
import { matrixKinds } from "../named-matrix.ts";

/** The parameters of studies of least squares. */
export const regressionParameters = {
  n: { kind: "integer", default: 2 ** 30, least: 4, most: 2 ** 46, description: "rows of A", symbol: "n" },
  d: { kind: "integer", default: 2, least: 1, most: 64, description: "columns of A", symbol: "d" },
  epsilon: {
    kind: "number",
    default: 0.5,
    least: 1e-4,
    most: 0.999,
    description: "accuracy: ‖Ax − b‖ ≤ (1+ε) min ‖Ax − b‖",
    symbol: "ε",
    inverse: true,
  },
  delta: {
    kind: "number",
    default: 0.1,
    least: 1e-6,
    most: 0.5,
    description: "probability that the guarantee may fail",
    symbol: "δ",
    inverse: true,
  },
  constant: {
    kind: "number",
    default: 3,
    least: 0.01,
    most: 100,
    description: "constant c of the embedding: 3 is proven, 1 is usual in practice",
    symbol: "c",
  },
  matrix: {
    kind: "choice",
    default: "blocks",
    choices: matrixKinds,
    description:
      "blocks: d blocks of equal rows · needle: the same rows but for one row in each further direction, whose values of b are large · gaussian · ill-conditioned (1e8)",
    symbol: "matrix",
  },
} as const satisfies Readonly<Record<string, StudyParameter>>;

/** A setting of the family in its own terms. */
export interface RegressionSetting {
  readonly n: number;
  readonly d: number;
  readonly epsilon: number;
  readonly delta: number;
  readonly constant: number;
  readonly matrix: string;
}

/** Reads a setting whose values have been checked against the parameters. */
export function regressionSetting(setting: Setting): RegressionSetting {
  const number = (name: string) => numberOf(setting, name);
  return {
    n: number("n"),
    d: number("d"),
    epsilon: number("epsilon"),
    delta: number("delta"),
    constant: number("constant"),
    matrix: String(setting["matrix"]),
  };
}
