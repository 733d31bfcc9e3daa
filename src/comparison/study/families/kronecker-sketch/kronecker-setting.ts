import { numberOf, type Setting } from "../../setting.ts";

/** A setting of the family in its own terms. */
export interface KroneckerSetting {
  readonly n: number;
  readonly d: number;
  readonly q: number;
  readonly epsilon: number;
  readonly delta: number;
  readonly constant: number;
  readonly matrix: string;
}

/** Reads a setting whose values have been checked against the parameters. */
export function kroneckerSetting(setting: Setting): KroneckerSetting {
  const number = (name: string) => numberOf(setting, name);
  return {
    n: number("n"),
    d: number("d"),
    q: number("q"),
    epsilon: number("epsilon"),
    delta: number("delta"),
    constant: number("constant"),
    matrix: String(setting["matrix"]),
  };
}
