import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import * as v from "valibot";
import {
  findJsonFault,
  findJsonValue,
  ParseError,
  planStudy,
  type StudyPlan,
  type StudySpec,
  studyFamilies,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { studyFileSchema } from "../documents/study-file-schema.ts";
import { exitCode } from "../exit-code.ts";
import { requireReadable } from "../input/require-readable.ts";
import type { Session } from "../session.ts";

/** The study to be run: that of a file, or the default one of a family. */
export async function loadStudy(
  name: string | undefined,
  family: string | undefined,
  { io }: Session,
): Promise<StudyPlan> {
  if (name === undefined) return planStudy(defaultStudy(family ?? defaultFamily));
  const path = resolve(io.cwd, name);
  if (name !== "-") await requireReadable(name, path);
  const source = name === "-" ? "stdin" : name;
  const text = new TextDecoder().decode(name === "-" ? await io.readStdin() : await readFile(path));
  const parsed = v.safeParse(studyFileSchema, parse(source, text));
  if (!parsed.success) {
    // A misspelt key is also a missing one; the misspelling is what helps.
    const issue = parsed.issues.find(({ expected }) => expected === "never") ?? parsed.issues[0];
    throw departure(source, text, issue);
  }
  const { schema: _, ...spec } = parsed.output;
  try {
    return planStudy(spec);
  } catch (error) {
    throw error instanceof RangeError || error instanceof TypeError ? located(source, text, error) : error;
  }
}

/** The family whose default study runs when nothing is named. */
export const defaultFamily = "kronecker-sketch";

/** The default study of a family, for those who want to start from it. */
export function defaultStudy(name: string): StudySpec {
  const family = studyFamilies.find((known) => known.name === name);
  if (family !== undefined) return family.defaultStudy;
  throw new CliError(
    exitCode.usage,
    `--family: expected one of ${studyFamilies.map((known) => known.name).join(", ")}, got ${JSON.stringify(name)}; pick one.`,
  );
}

function parse(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = findJsonFault(text) ?? { line: 1, column: 1, expected: "JSON", got: "other text" };
    throw new ParseError({ source, ...fault }, fault.expected, fault.got, "check the brackets and commas");
  }
}

function departure(source: string, text: string, issue: v.BaseIssue<unknown>): ParseError {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const place = { source, ...findJsonValue(text, path) };
  const dotted = v.getDotPath(issue);
  const isUnknown = issue.expected === "never";
  const where = dotted === null ? "" : ` at ${dotted}`;
  return new ParseError(
    place,
    isUnknown ? `keys of a study${where}` : `${issue.expected ?? issue.message}${where}`,
    isUnknown ? `the unknown key ${issue.received}` : issue.received,
    "kronket compare --print-study shows the form",
  );
}

/** The message of the planner begins with the place in the study, which is looked up in the text. */
function located(source: string, text: string, error: Error): Error {
  const path = /^[\w.[\]]+(?=: )/.exec(error.message)?.[0];
  if (path === undefined) return error;
  const keys = [...path.matchAll(/(\w+)/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
  const { line, column } = findJsonValue(text, keys);
  error.message = `${source}:${line}:${column}: ${error.message}`;
  return error;
}
