import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { type ClassSet, classSetSchema } from "../../classroom/index.ts";
import { CliError } from "../cli-error.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import { requireReadable } from "../input/require-readable.ts";
import { publish } from "../output/publish.ts";
import type { Session } from "../session.ts";
import gradeInThisThread, { type GradedFile, type GradeTask } from "./grade-file.ts";
import type { ExerciseFlags } from "./list-exercises.ts";
import { findExercise, loadExercises } from "./load-exercises.ts";
import { readJsonFile } from "./read-json-file.ts";

/** The flags of `kronket exercise grade`. */
export interface GradeFlags extends ExerciseFlags {
  readonly set: string;
  readonly csv?: boolean;
}

/** The largest file of answers that is opened. */
const largestFile = 2 ** 20;

/** What one file may take. Marks depend on counted limits; these only stop what those should have stopped. */
const mostSeconds = 60;
const mostMegabytes = 1024;

/** A file of a folder with what came of it. */
interface Graded {
  readonly file: string;
  readonly graded: GradedFile;
}

/** Runs `kronket exercise grade`: every JSON file of a folder, each on its own, in the order of their names. */
export async function gradeFolder(name: string, flags: GradeFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io } = session;
  const setPath = resolve(io.cwd, flags.set);
  await requireReadable(flags.set, setPath);
  const set = await readJsonFile(flags.set, setPath, classSetSchema);
  const sheets = loadExercises(io.cwd, flags.folder);
  for (const { id } of set.exercises) findExercise(sheets, id);
  const files = await answerFiles(name, resolve(io.cwd, name));
  const results = await gradeAll(files, { set, folder: flags.folder, cwd: io.cwd }, session);
  const table = tableOf(set, results);
  const document = {
    schema: "kronket/marks/1",
    kronket: session.version,
    title: set.title,
    files: results.map(({ file, graded }) => ({ file, ...graded, ...totals(graded) })),
  };
  const text = flags.csv === true ? table : jsonText(document);
  if (flags.csv === true && flags.json !== true && flags.out === undefined) session.print(table);
  else await publish(session, flags, text, async () => summary(results));
}

async function answerFiles(name: string, path: string): Promise<{ file: string; path: string }[]> {
  const names = await readdir(path).catch((error: Error) => {
    throw new CliError(
      exitCode.badInput,
      `${name}: expected a folder with files of answers, got ${error.message}; check the path.`,
    );
  });
  const files = names.filter((file) => file.endsWith(".json")).sort();
  if (files.length > 0) return files.map((file) => ({ file, path: join(path, file) }));
  throw new CliError(
    exitCode.badInput,
    `${name}: expected files of answers (*.json), got none; collect them there.`,
  );
}

async function gradeAll(
  files: readonly { file: string; path: string }[],
  common: Omit<GradeTask, "text">,
  session: Session,
): Promise<Graded[]> {
  const pool = await gradingPool();
  let done = 0;
  try {
    return await Promise.all(
      files.map(async ({ file, path }) => {
        const graded = await gradeOne(path);
        session.progress.update("marking", ++done / files.length);
        return { file, graded };
      }),
    );
  } finally {
    await pool.close();
    session.progress.clear();
  }

  async function gradeOne(path: string): Promise<GradedFile> {
    session.io.signal.throwIfAborted();
    const { size } = await stat(path);
    if (size > largestFile) {
      return { error: `Too large: expected at most ${largestFile} bytes, got ${size}.` };
    }
    return pool.run({ ...common, text: await readFile(path, "utf8") });
  }
}

interface GradingPool {
  run(task: GradeTask): Promise<GradedFile>;
  close(): Promise<void>;
}

/** Where the marking program of a worker may be, seen from here: beside the source, and where the packed program has it. */
const places = ["./grade-file.ts", "./cli/grade-file.js", "./grade-file.js"];

/** Workers with a limit of memory and time, started anew where a file breaks one. */
async function gradingPool(): Promise<GradingPool> {
  const filename = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((file) => existsSync(file));
  // From source, a worker has to be started by what makes Node read TypeScript, as this process was.
  const isReadable = filename?.endsWith(".js") || process.execArgv.some((flag) => flag.includes("tsx"));
  if (filename === undefined || !isReadable) {
    return { run: async (task) => gradeInThisThread(task), close: async () => {} };
  }
  const { default: Tinypool } = await import("tinypool");
  const workers = Math.min(4, availableParallelism());
  const pool = new Tinypool({
    filename,
    minThreads: workers,
    maxThreads: workers,
    runtime: filename.endsWith(".ts") ? "child_process" : "worker_threads",
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async run(task) {
      // The clock of a file starts when a worker is free for it.
      if (running >= workers) await new Promise<void>((go) => waiting.push(go));
      running++;
      try {
        return (await pool.run(task, { signal: AbortSignal.timeout(mostSeconds * 1000) })) as GradedFile;
      } catch {
        return { error: `Stopped: expected to be marked within ${mostSeconds} s and ${mostMegabytes} MB.` };
      } finally {
        running--;
        waiting.shift()?.();
      }
    },
    close: () => pool.destroy(),
  };
}

function totals(graded: GradedFile): { points: number; of: number } | Record<string, never> {
  if ("error" in graded) return {};
  const sum = (pick: "points" | "of") => graded.marks.reduce((total, mark) => total + mark[pick], 0);
  return { points: sum("points"), of: sum("of") };
}

/** One line a file and exercise. A cell that a spreadsheet would take for a formula is kept a text. */
function tableOf(set: ClassSet, results: readonly Graded[]): string {
  const fields = ["file", "student", "exercise", "version", "passed", "points", "of", "why"];
  const data = results.flatMap(({ file, graded }) =>
    "error" in graded
      ? [
          [
            file,
            "",
            "",
            "",
            "no",
            0,
            set.exercises.reduce((sum, { points = 1 }) => sum + points, 0),
            graded.error,
          ],
        ]
      : graded.marks.map(({ exercise, version, passed, points, of, why }) => [
          ...[file, graded.student, exercise, version, passed ? "yes" : "no", points, of],
          why.replaceAll(/\s+/g, " "),
        ]),
  );
  return `${Papa.unparse({ fields, data }, { newline: "\n", escapeFormulae: true })}\n`;
}

function summary(results: readonly Graded[]): string {
  const width = Math.max(...results.map(({ file }) => file.length));
  const lines = results.map(({ file, graded }) => {
    if ("error" in graded) return `${file.padEnd(width)}  –  ${graded.error}`;
    const { points, of } = totals(graded);
    const missed = graded.marks.filter(({ passed }) => !passed).map(({ exercise }) => exercise);
    const rest = missed.length === 0 ? "" : `  not yet: ${missed.join(", ")}`;
    return `${file.padEnd(width)}  ${points}/${of}  ${graded.student}${rest}`;
  });
  return lines.join("\n");
}
