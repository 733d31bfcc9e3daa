import { numberOf, type Setting } from "../../setting.ts";
import { type MatrixSetting, matrixSetting } from "../matrix-setting.ts";

/** A setting of the family in its own terms. */
export interface KroneckerSetting extends MatrixSetting {
  readonly q: number;
}

/** Reads a setting whose values have been checked against the parameters. */
export function kroneckerSetting(setting: Setting): KroneckerSetting {
  return { ...matrixSetting(setting), q: numberOf(setting, "q") };
}
