import Papa from "papaparse";
import { amountOf, queriesOf, type StudyPlan } from "../../index.ts";
import type { FinishedPoint } from "../compare/finished-point.ts";
import { pointKey } from "../compare/point-key.ts";

/**
 * The results of a study as a table: one line for each point and oracle, parameters in columns of their own. A study of
 * operations or words has one line for each point and no oracle.
 */
export function pointsCsv({ family }: StudyPlan, points: readonly FinishedPoint[], times: boolean): string {
  const parameters = Object.keys(family.parameters);
  const fields = [
    ...["key", "family", "method", "seed"],
    ...parameters,
    ...["oracle", "unit", "quantum", "classical", "predictedQuantum", "predictedClassical"],
    ...["error", "lower", "upper", "holds", "size"],
    ...(times ? ["milliseconds"] : []),
  ];
  const isWork = family.unit === "flop" || family.unit === "word";
  const data = points.flatMap(({ result, milliseconds }) => {
    const { ledger, predicted, predictedWork: work, certificate } = result;
    const own = [...ledger, ...predicted].filter(({ unit }) => unit === family.unit);
    const oracles = isWork ? [""] : [...new Set(own.map(({ oracle }) => oracle))];
    return oracles.map((oracle) => {
      const [counted, foreseen] = isWork
        ? [amountOf(result, family.unit), amountOf({ ledger: predicted, work }, family.unit)]
        : [queriesOf(ledger, family.unit, oracle), queriesOf(predicted, family.unit, oracle)];
      return [
        ...[pointKey(result), result.family, result.method, result.seed],
        ...parameters.map((name) => result.setting[name]),
        ...[oracle, family.unit, counted.quantum, counted.classical],
        // An empty field for what is not known.
        ...[foreseen.quantum, foreseen.classical].map((count) => (Number.isNaN(count) ? null : count)),
        ...[result.error, certificate?.lower, certificate?.upper, certificate?.holds, result.size],
        ...(times ? [milliseconds] : []),
      ];
    });
  });
  return `${Papa.unparse({ fields, data }, { newline: "\n" })}\n`;
}
