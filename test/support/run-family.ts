import {
  amountOf,
  complete,
  type MethodOutcome,
  type ParameterValue,
  type Setting,
  type StudyFamily,
  seededRandom,
} from "../../src/index.ts";

/** What each method of a family came to on one instance, with its counts in the measure of the family, both kinds together. */
export function runFamily(
  family: StudyFamily,
  given: Readonly<Record<string, ParameterValue>> = {},
  seed = 3,
): Record<string, MethodOutcome & { readonly counted: number; readonly predicted: number }> {
  const setting = settingOf(family, given);
  family.require(
    setting,
    family.methods.map(({ name }) => name),
  );
  const total = (of: Parameters<typeof amountOf>[0]) => {
    const { quantum, classical } = amountOf(of, family.unit);
    return quantum + classical;
  };
  return Object.fromEntries(
    family.methods.map((method) => {
      const outcome = complete(method.run(setting, seededRandom(seed).split("study")));
      const foreseen = { ledger: method.predict(setting), work: method.predictWork?.(setting) };
      return [method.name, { ...outcome, counted: total(outcome), predicted: total(foreseen) }];
    }),
  );
}

/** The defaults of a family with some values changed. */
export function settingOf(family: StudyFamily, given: Readonly<Record<string, ParameterValue>>): Setting {
  const defaults = Object.entries(family.parameters).map(([name, { default: value }]) => [name, value]);
  return { ...Object.fromEntries(defaults), ...given };
}
