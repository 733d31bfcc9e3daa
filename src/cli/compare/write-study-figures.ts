import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { StudyAnalysis, StudyPlan } from "../../index.ts";
import {
  billFigure,
  errorFigure,
  mapFigure,
  reportPage,
  studyReport,
  sweepChart,
  type VegaLite,
  vegaBillByStage,
  vegaCertificates,
  vegaCrossoverMap,
  vegaSeries,
} from "../../presentation/index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";
import { writeAtomically } from "../output/write-atomically.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";
import type { CompareFlags } from "./compare-flags.ts";
import { costFormulas } from "./cost-formulas.ts";
import type { FinishedPoint } from "./finished-point.ts";

/** A study that came to its end. */
export interface FinishedStudy {
  readonly plan: StudyPlan;
  readonly analysis: StudyAnalysis;
  readonly points: readonly FinishedPoint[];
}

/** Writes the report to --html and the Vega-Lite specifications to --vega. */
export async function writeStudyFigures(
  { plan, analysis, points }: FinishedStudy,
  { html, vega }: CompareFlags,
  session: Session,
): Promise<void> {
  const results = points.map(({ result }) => result);
  if (html !== undefined) {
    const report = studyReport({
      plan,
      analysis,
      results,
      milliseconds: points.map(({ milliseconds }) => milliseconds),
      formulas: await costFormulas(plan),
      generated: { kronket: version, node: process.version, points: points.length },
    });
    writeAtomically(resolve(session.io.cwd, html), reportPage(report));
    session.note(`report written to ${html}`);
  }
  if (vega === undefined) return;
  const folder = resolve(session.io.cwd, vega);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CliError(
      exitCode.badInput,
      `${vega}: expected a folder to write to (--vega), got ${(error as Error).message}; choose another place.`,
      { cause: error },
    );
  }
  const specs: Record<string, VegaLite> = {};
  analysis.sweeps.forEach((sweep, k) => {
    const chart = sweepChart(plan, sweep);
    if (chart !== null) specs[`sweep-${k + 1}-${sweep.vary}`] = vegaSeries(chart.data);
  });
  if (analysis.map !== null) specs["crossover-map"] = vegaCrossoverMap(mapFigure(analysis.map));
  const bill = billFigure(plan, results);
  if (bill !== null) specs["bill-by-stage"] = vegaBillByStage(bill);
  const errors = errorFigure(plan, results);
  if (errors !== null) specs["errors"] = vegaCertificates(errors);
  for (const [name, spec] of Object.entries(specs)) {
    writeAtomically(join(folder, `${name}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
  }
  session.note(`${Object.keys(specs).length} specifications written to ${vega}`);
}
