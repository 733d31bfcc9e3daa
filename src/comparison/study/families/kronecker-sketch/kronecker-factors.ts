import type { RealMatrix } from "../../../../matrix/real-matrix.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import { namedMatrix } from "../named-matrix.ts";
import type { KroneckerSetting } from "./kronecker-setting.ts";

/** The factors of one instance. */
export function kroneckerFactors(setting: KroneckerSetting, random: RandomStream): readonly RealMatrix[] {
  return Array.from({ length: setting.q }, (_, k) => namedMatrix(setting, random.split("factor", k)));
}
