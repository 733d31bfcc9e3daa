import { numberOf, type Setting } from "../setting.ts";

/** A setting of a study of matrices in its own terms. */
export interface MatrixSetting {
  readonly n: number;
  readonly d: number;
  readonly epsilon: number;
  readonly delta: number;
  readonly constant: number;
  readonly matrix: string;
}

/** Reads a setting whose values have been checked against the parameters. */
export function matrixSetting(setting: Setting): MatrixSetting {
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
