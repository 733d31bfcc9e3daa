import type { StudyAnalysis, SweepAnalysis } from "../../comparison/study/analysis/study-analysis.ts";
import type { StudyPlan } from "../../comparison/study/study-plan.ts";
import type { StudyResult } from "../../comparison/study/study-result.ts";
import { durationText } from "../format/duration-text.ts";
import { numberText } from "../format/number-text.ts";
import { bothWidths } from "../report/both-widths.ts";
import type { Report, ReportFigure, ReportHighlight, ReportSection } from "../report/report-page.ts";
import { sectionNames } from "../report/section-names.ts";
import { billByStage } from "../svg/bill-by-stage.ts";
import { crossoverMap } from "../svg/crossover-map.ts";
import { errorBudget } from "../svg/error-budget.ts";
import { growthChart } from "../svg/growth-chart.ts";
import { queriesAgainstSize } from "../svg/queries-against-size.ts";
import { billTable } from "../tables/bill-table.ts";
import { certificateTable } from "../tables/certificate-table.ts";
import { growthTable } from "../tables/growth-table.ts";
import { queriesTable } from "../tables/queries-table.ts";
import type { Table } from "../tables/table.ts";
import { measureWords } from "./measure-words.ts";
import { type Finding, studyConclusion, sweepFigure } from "./study-conclusion.ts";
import { billFigure, errorFigure, mapFigure, sweepChart } from "./study-figures.ts";
import { studyMethods } from "./study-methods.ts";
import {
  accountTable,
  breakEvenTable,
  contestTable,
  crossoverTable,
  fitTable,
  mapTable,
  sweepTable,
} from "./study-tables.ts";
import { settingWords, timesText, valueText } from "./study-words.ts";

/** What a report of a study is made from. */
export interface StudyReportData {
  readonly plan: StudyPlan;
  readonly analysis: StudyAnalysis;
  readonly results: readonly StudyResult[];
  /** Wall time of each result, in the same order, in milliseconds. */
  readonly milliseconds: readonly number[];
  /** Cost formulas as they are read by people, for example in plain text or Unicode, by name of the cost. */
  readonly formulas: Readonly<Record<string, string>>;
  readonly generated: Readonly<Record<string, string | number>>;
}

/**
 * Makes the report of a study: the conclusion first, one figure and its tables for each sweep, bill, map and errors,
 * and a section on methods that is written from the parameters. Nothing is computed here.
 *
 * @example reportPage(studyReport({ plan, analysis, results, milliseconds, formulas: {}, generated: {} }))
 */
export function studyReport(data: StudyReportData): Report {
  const { plan, analysis } = data;
  const findings = studyConclusion(plan, analysis);
  const sweeps = analysis.sweeps.map((sweep, index) => sweepSection(plan, sweep, sweepFigure(index)));
  return {
    title: plan.title,
    lead: plan.family.summary,
    highlights: highlights(plan, analysis),
    sections: [
      conclusionSection(findings, sweeps),
      ...sweeps,
      ...mapSection(data, sweepFigure(analysis.sweeps.length)),
      ...billSection(data),
      ...errorSection(data),
      { heading: "Growth", tables: [fitTable(analysis)] },
      { heading: "Time of the simulation", tables: [timeTable(data)] },
    ],
    methods: studyMethods(plan, data.formulas),
    generated: data.generated,
  };
}

function highlights(plan: StudyPlan, { sweeps }: StudyAnalysis): ReportHighlight[] {
  const [sweep] = sweeps;
  const duel = sweep?.duels[0];
  const contest = sweep?.contests[0];
  const counted = duel?.crossovers[0].counted ?? contest?.counted;
  if (sweep === undefined || counted === undefined || sweep.values.length < 2) return [];
  const [first, second] =
    duel === undefined ? [contest?.first ?? "", contest?.second ?? ""] : [duel.quantum, duel.classical];
  const last = sweep.values.length - 1;
  const total = (name: string) =>
    sweep.methods.find(({ method }) => method === name)?.points[last].total.median ?? 0;
  const ratio = total(second) / total(first);
  const title = (name: string) => plan.methods.find((method) => method.name === name)?.title ?? name;
  const winner = ratio >= 1 ? first : second;
  const price = duel?.breakEven[last]?.price;
  return [
    counted.kind === "at"
      ? {
          value: valueText(counted.at),
          text: `${sweep.symbol} of the crossover${duel === undefined ? "" : " at equal prices"}`,
          role: "quantum",
        }
      : { value: "none", text: `crossover in ${sweep.symbol} in this range` },
    {
      value: `${timesText(Math.max(ratio, 1 / ratio))}×`,
      text: `fewer ${measureWords(plan.family.unit).noun} of ${duel === undefined ? title(winner) : `the ${ratio >= 1 ? "quantum" : "classical"} side`} at ${sweep.symbol} = ${valueText(sweep.values[last])}`,
      role: duel !== undefined && ratio >= 1 ? "quantum" : "classical",
    },
    ...(price == null || price.median <= 0
      ? []
      : [
          {
            value: timesText(price.median),
            text: `classical queries that a quantum one may cost there`,
            role: "classical",
          } as const,
        ]),
  ];
}

function conclusionSection(findings: readonly Finding[], sweeps: readonly ReportSection[]): ReportSection {
  const heading = "Conclusion";
  // The ids that the page will give to its sections.
  const [, ...names] = sectionNames([heading, ...sweeps.map((section) => section.heading)]);
  return {
    heading,
    paragraphs: findings.map(({ text, figure }) => {
      const plain = escaped(text);
      const index = sweeps.findIndex((section) => section.heading.startsWith(`${figure}:`));
      return index < 0 ? plain : `${plain} ([${figure}](#${names[index]}))`;
    }),
  };
}

function sweepSection(plan: StudyPlan, sweep: SweepAnalysis, name: string): ReportSection {
  const figure = sweepDrawing(plan, sweep, name);
  const changed = settingWords(
    plan.family,
    Object.fromEntries(Object.entries(sweep.fixed).filter(([key, value]) => plan.base[key] !== value)),
  );
  const tables: Table[] = [sweepTable(plan, sweep)];
  if (sweep.duels.length > 0) {
    tables.push(crossoverTable(plan, sweep), breakEvenTable(plan, sweep), accountTable(plan, sweep));
  }
  if (sweep.contests.length > 0) tables.push(contestTable(plan, sweep));
  return {
    heading: `${name}: against ${sweep.symbol}${changed === "" ? "" : `, ${changed}`}`,
    ...(figure === null ? {} : { figures: [figure] }),
    tables,
  };
}

function sweepDrawing(plan: StudyPlan, sweep: SweepAnalysis, name: string): ReportFigure | null {
  const chart = sweepChart(plan, sweep);
  if (chart === null) return null;
  const counted = sweep.methods.some(({ side }) => side === "quantum")
    ? "Coherent queries, checks and reads together, at equal prices."
    : `${capital(measureWords(plan.family.unit).counted)}; no quantum method takes part.`;
  const caption = `**${name}.** ${counted} ${escaped(settingWords(plan.family, sweep.fixed))}. Medians of ${plan.seeds.length} seeds with their band; the exponent is that of the method's own kind of query.`;
  return chart.kind === "size"
    ? { svg: bothWidths(queriesAgainstSize, chart.data), caption, table: queriesTable(chart.data) }
    : { svg: bothWidths(growthChart, chart.data), caption, table: growthTable(chart.data) };
}

function mapSection({ plan, analysis }: StudyReportData, name: string): ReportSection[] {
  const { map } = analysis;
  if (map === null) return [];
  return [
    {
      heading: `${name}: crossover map`,
      paragraphs: [
        "From the predictions alone, which the runs above confirm at their points. A line is where both sides cost the same when a quantum query costs as much as that many classical ones; right of it the quantum side is cheaper.",
      ],
      figures: [
        {
          svg: bothWidths(crossoverMap, mapFigure(map)),
          caption: `**${name}.** Colours: predicted ratio of queries at equal prices. ${escaped(settingWords(plan.family, map.fixed))}.`,
          table: mapTable(map),
        },
      ],
    },
  ];
}

function billSection({ plan, results }: StudyReportData): ReportSection[] {
  const bill = billFigure(plan, results);
  if (bill === null) return [];
  const { setting, ...data } = bill;
  return [
    {
      heading: "The bill by stage",
      figures: [
        {
          svg: bothWidths(billByStage, data),
          caption: `One run of each side on the same instance, oracle by oracle; levels of halving are summed up. ${escaped(setting)}.`,
        },
      ],
      tables: data.sides.map(({ name, entries }) => billTable(entries, `Bill of the ${name}`)),
    },
  ];
}

function errorSection({ plan, results }: StudyReportData): ReportSection[] {
  const figure = errorFigure(plan, results);
  if (figure === null) return [];
  return [
    {
      heading: "Error against budget",
      figures: [
        {
          svg: bothWidths(errorBudget, figure),
          caption:
            "One line a run: the certified range of the answer, inside the band that was asked for or not.",
          table: certificateTable(figure),
        },
      ],
    },
  ];
}

function timeTable({ plan, results, milliseconds }: StudyReportData): Table {
  return {
    caption: "Wall time on this machine; it says nothing of the time of a quantum machine",
    columns: [
      { heading: "method" },
      { heading: "runs", numeric: true },
      { heading: "longest", numeric: true },
      { heading: "all", numeric: true },
    ],
    rows: plan.methods.map(({ name, title }) => {
      const times = milliseconds.filter((_, k) => results[k].method === name);
      const total = times.reduce((sum, time) => sum + time, 0);
      return {
        cells: [title, numberText(times.length), durationText(Math.max(0, ...times)), durationText(total)],
      };
    }),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text of data in inline markup: its signs are no marks. */
function escaped(text: string): string {
  return text.replace(/[\\*`_^[\]{}]/g, (sign) => `\\${sign}`);
}
