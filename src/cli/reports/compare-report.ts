import type { StudyAnalysis, StudyPlan, SweepAnalysis } from "../../index.ts";
import {
  breakEvenTable,
  contestTable,
  crossoverTable,
  durationText,
  type Finding,
  fitTable,
  numberText,
  sweepTable,
  tableText,
} from "../../presentation/index.ts";
import type { FinishedPoint } from "../compare/finished-point.ts";

/** What `kronket compare` prints for people: the conclusion first, then the numbers that it rests on. */
export function compareReport(
  plan: StudyPlan,
  analysis: StudyAnalysis,
  findings: readonly Finding[],
  points: readonly FinishedPoint[],
): string {
  const parts = [
    plan.title,
    [
      "Conclusion",
      ...findings.map(({ text, figure }) => `  - ${text}${figure === null ? "" : ` (${figure})`}`),
    ].join("\n"),
    ...analysis.sweeps.map((sweep, index) => sweepPart(plan, sweep, `Figure ${index + 1}`)),
    tableText(fitTable(analysis)),
    timesPart(plan, points),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sweepPart(plan: StudyPlan, sweep: SweepAnalysis, figure: string): string {
  const tables = [sweepTable(plan, sweep)];
  if (sweep.duels.length > 0) tables.push(crossoverTable(plan, sweep), breakEvenTable(plan, sweep));
  if (sweep.contests.length > 0) tables.push(contestTable(plan, sweep));
  return [`${figure}: against ${sweep.symbol}`, ...tables.map((table) => tableText(table))].join("\n\n");
}

/** How long the simulations took here; a time of this machine, not of a quantum one. */
function timesPart({ methods }: StudyPlan, points: readonly FinishedPoint[]): string {
  const lines = methods.map(({ name, title }) => {
    const times = points
      .filter(({ result }) => result.method === name)
      .map(({ milliseconds }) => milliseconds);
    const total = times.reduce((sum, time) => sum + time, 0);
    return `  ${title}: ${durationText(total)} in ${numberText(times.length)} runs`;
  });
  return ["Wall time of the simulation (no time of a quantum machine)", ...lines].join("\n");
}
