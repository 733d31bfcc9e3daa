import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { analyseStudy, type StudyPlan } from "../../index.ts";
import { studyConclusion } from "../../presentation/index.ts";
import { CliError } from "../cli-error.ts";
import {
  type CompareDocument,
  methodDocuments,
  pointDocument,
  studyDocument,
} from "../documents/compare-document.ts";
import { jsonText } from "../documents/json-text.ts";
import { pointsCsv } from "../documents/point-csv.ts";
import { exitCode } from "../exit-code.ts";
import { requireWritable } from "../output/require-writable.ts";
import { writeAtomically } from "../output/write-atomically.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";
import { type CompareFlags, type ResultForm, resultForm } from "./compare-flags.ts";
import { costFormulas } from "./cost-formulas.ts";
import type { FinishedPoint } from "./finished-point.ts";
import { defaultFamily, defaultStudy, loadStudy } from "./load-study.ts";
import { localPoints } from "./local-points.ts";
import { PointStore } from "./point-store.ts";
import { runStudy } from "./run-study.ts";

/** Runs `kronket compare`: plans the study, runs what is not there yet, and hands the results over. */
export async function runCompare(
  study: string | undefined,
  flags: CompareFlags,
  session: Session,
): Promise<void> {
  session.use(flags);
  const form = resultForm(study, flags);
  if (flags.printStudy === true) {
    session.print(jsonText(defaultStudy(flags.family ?? defaultFamily)));
    return;
  }
  const plan = await loadStudy(study, flags.family, session);
  await requirePlaces(flags, session);
  const store = new PointStore(flags, session);
  const points = await runPoints(plan, form, store, flags, session);
  await handOver(plan, form, points, flags, session);
  store.discard();
}

async function requirePlaces({ out, html }: CompareFlags, { io }: Session): Promise<void> {
  for (const name of [out, html]) if (name !== undefined) await requireWritable(name, resolve(io.cwd, name));
}

async function runPoints(
  plan: StudyPlan,
  form: ResultForm,
  store: PointStore,
  flags: CompareFlags,
  session: Session,
): Promise<FinishedPoint[]> {
  const { signal } = session.io;
  const streams = form === "ndjson" && flags.out === undefined;
  const executor =
    flags.queue === undefined
      ? await localPoints(Math.min(flags.workers ?? availableParallelism(), plan.points.length), signal)
      : await (await import("./queue/queued-points.ts")).queuedPoints(flags.queue, session);
  try {
    return await runStudy(plan, {
      finished: store.finished,
      atOnce: executor.atOnce,
      run: executor.run,
      onFinished: (key, point) => store.add(key, point),
      ...(streams ? { onNext: (_key, point) => session.print(pointLine(point, flags)) } : {}),
      onProgress: (stage, fraction) => session.progress.update(stage, fraction),
      signal,
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new CliError(exitCode.interrupted, `interrupted; ${store.keep(plan.points.length)}`);
  } finally {
    await executor.close();
    store.close();
    session.progress.clear();
  }
}

async function handOver(
  plan: StudyPlan,
  form: ResultForm,
  points: readonly FinishedPoint[],
  flags: CompareFlags,
  session: Session,
): Promise<void> {
  const { out, html, vega, times = false } = flags;
  const needsAnalysis = html !== undefined || vega !== undefined || form === "json" || form === "report";
  if (needsAnalysis) session.progress.update("summing up", 1);
  const results = points.map(({ result }) => result);
  const analysis = needsAnalysis ? analyseStudy(plan, results) : undefined;
  const latex = analysis === undefined ? {} : await costFormulas(plan);
  const text = (wanted: "json" | "ndjson" | "csv") => {
    if (wanted === "ndjson") return points.map((point) => pointLine(point, flags)).join("");
    if (wanted === "csv") return pointsCsv(plan, points, times);
    if (analysis === undefined) throw new Error("compare: the analysis is missing");
    const document: CompareDocument = {
      schema: "kronket/compare/1",
      version,
      study: studyDocument(plan),
      conclusion: studyConclusion(plan, analysis).map(({ text: words, figure }) =>
        figure === null ? words : `${words} (${figure})`,
      ),
      analysis,
      points: points.map((point) => pointDocument(point, times)),
      methods: methodDocuments(plan, latex),
      assumptions: plan.family.assumptions,
      warnings: [],
    };
    return jsonText(document);
  };
  if (out !== undefined) {
    writeAtomically(resolve(session.io.cwd, out), text(form === "report" ? "json" : form));
    session.note(`written to ${out}`);
  } else if (form === "json" || form === "csv") session.print(text(form));
  if (analysis === undefined) return;
  const findings = studyConclusion(plan, analysis);
  if (form === "report") {
    const { compareReport } = await import("../reports/compare-report.ts");
    session.print(compareReport(plan, analysis, findings, points));
  }
  if (html !== undefined || vega !== undefined) {
    const { writeStudyFigures } = await import("./write-study-figures.ts");
    await writeStudyFigures({ plan, analysis, points }, flags, session);
  }
}

function pointLine(point: FinishedPoint, { times = false }: CompareFlags): string {
  return `${JSON.stringify(pointDocument(point, times))}\n`;
}
