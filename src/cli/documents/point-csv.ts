import Papa from "papaparse";
import { queriesOf, type StudyPlan } from "../../index.ts";
import type { FinishedPoint } from "../compare/finished-point.ts";
import { pointKey } from "../compare/point-key.ts";

/** The results of a study as a table: one line for each point and oracle, parameters in columns of their own. */
export function pointsCsv({ family }: StudyPlan, points: readonly FinishedPoint[], times: boolean): string {
  const parameters = Object.keys(family.parameters);
  const fields = [
    ...["key", "family", "method", "seed"],
    ...parameters,
    ...["oracle", "unit", "quantum", "classical", "predictedQuantum", "predictedClassical"],
    ...["error", "lower", "upper", "holds", "size"],
    ...(times ? ["milliseconds"] : []),
  ];
  const data = points.flatMap(({ result, milliseconds }) => {
    const { ledger, predicted, certificate } = result;
    const own = [...ledger, ...predicted].filter(({ unit }) => unit === family.unit);
    const oracles = [...new Set(own.map(({ oracle }) => oracle))];
    return oracles.map((oracle) => {
      const counted = queriesOf(ledger, family.unit, oracle);
      const foreseen = queriesOf(predicted, family.unit, oracle);
      return [
        ...[pointKey(result), result.family, result.method, result.seed],
        ...parameters.map((name) => result.setting[name]),
        ...[oracle, family.unit, counted.quantum, counted.classical, foreseen.quantum, foreseen.classical],
        ...[result.error, certificate?.lower, certificate?.upper, certificate?.holds, result.size],
        ...(times ? [milliseconds] : []),
      ];
    });
  });
  return `${Papa.unparse({ fields, data }, { newline: "\n" })}\n`;
}
