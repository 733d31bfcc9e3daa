import type { Setting } from "../../comparison/study/setting.ts";
import type { StudyFamily } from "../../comparison/study/study-family.ts";
import { numberText } from "../format/number-text.ts";

/** A value of a parameter as figures and sentences write it: powers of two as such. */
export function valueText(value: number): string {
  if (value >= 1000) {
    const power = numberText(value, { style: "power" });
    return Number.isInteger(Math.log2(value)) ? power : numberText(value, { style: "short" });
  }
  return numberText(value, { style: value >= 1 ? "grouped" : "significant" });
}

/** A setting in symbols, for example `n = 2³⁶, d = 4, ε = 0.5`. */
export function settingWords({ parameters }: Pick<StudyFamily, "parameters">, setting: Setting): string {
  return Object.entries(setting)
    .map(([name, value]) => {
      const symbol = parameters[name]?.symbol ?? name;
      return typeof value === "number" ? `${symbol} = ${valueText(value)}` : `${symbol} ${value}`;
    })
    .join(", ");
}

/** How many times more, with as many digits as matter. */
export function timesText(ratio: number): string {
  return ratio >= 100 ? numberText(Math.round(ratio)) : numberText(ratio, { style: "significant" });
}

/** A number with so many decimals; what rounds to 0 has no sign. */
export function fixedText(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text;
}
