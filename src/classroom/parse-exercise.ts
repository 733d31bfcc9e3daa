import * as v from "valibot";
import { ParseError } from "../index.ts";
import { type Answer, answerKind, answerSchema } from "./answer.ts";
import { type Check, checkSchema } from "./check-schema.ts";
import type { Exercise, ExerciseSheet, Mistake } from "./exercise.ts";
import { type Fence, readSections, type Section } from "./markdown/read-sections.ts";
import { readTable } from "./markdown/read-table.ts";

/** The parts that an exercise must have, in their usual order. */
const required = ["Statement", "Starter", "Check", "Solution", "Explanation", "Mistakes"] as const;
const known = new Set<string>([...required, "Versions", "Hints"]);

/** A text of a sheet where it stands in the file. */
interface Placed {
  readonly text: string;
  readonly line: number;
}

/**
 * Reads an exercise that is written in Markdown (see docs/writing-exercises.md).
 *
 * `{{name}}` anywhere stands for the column `name` of the table of versions.
 *
 * Errors: ParseError with the line for a part that is missing, unknown or not of its form, and for a `{{name}}` that no
 * column has; in every version, when the sheet is read.
 *
 * @example parseExercise("07-bell-pair", text).version(0).title // "A Bell pair"
 */
export function parseExercise(id: string, text: string): ExerciseSheet {
  const source = `${id}.md`;
  const [top, ...others] = readSections(text);
  const fail = (line: number, expected: string, got: string, remedy: string): never => {
    throw new ParseError({ source, line, column: 1 }, expected, got, remedy);
  };
  if (top === undefined || top.level !== 1 || others.length > 0) {
    return fail(
      1,
      "one heading `# Title` above everything",
      top === undefined ? "none" : "another",
      "begin with it",
    );
  }
  const sections = new Map(top.subsections.map((section) => [section.title, section]));
  for (const { title, line } of top.subsections) {
    if (!known.has(title)) fail(line, `one of ${[...known].join(", ")}`, title, "rename the part");
  }
  for (const title of required) {
    if (!sections.has(title)) fail(top.line, `a part \`## ${title}\``, "none", "add it");
  }
  const part = (title: (typeof required)[number]) => sections.get(title)!;
  const table = sections.has("Versions") ? readTable(sections.get("Versions")!.prose) : [{}];
  if (table === undefined || table.length === 0) {
    return fail(
      sections.get("Versions")!.line,
      "a table with a head and a row a version",
      "none",
      "write | name | … |",
    );
  }

  const fill = (k: number, { text: raw, line }: Placed): string =>
    raw.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
      const row = table[k] as Record<string, string>;
      if (!Object.hasOwn(row, name)) {
        fail(
          line,
          `a column of the table of versions`,
          `{{${name}}}`,
          `it has ${Object.keys(row).join(", ") || "none"}`,
        );
      }
      return row[name];
    });
  const filled = (k: number, section: Section) => fill(k, { text: section.prose, line: section.line });

  const answerOf = (k: number, section: Section): Answer => {
    const [fence, ...more] = section.fences;
    if (fence === undefined || more.length > 0) {
      return fail(
        section.line,
        "one fenced block with the answer",
        `${section.fences.length}`,
        "write ```qasm, ```number, ```choice or ```json",
      );
    }
    return readAnswer(fence, fill(k, fence), fail);
  };

  const checkOf = (k: number): Check => {
    const section = part("Check");
    const fence = section.fences.find(({ language }) => language === "json");
    if (fence === undefined) return fail(section.line, "a ```json block", "none", "write the check in it");
    const parsed = v.safeParse(checkSchema, readJson(fence, fill(k, fence), fail));
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue);
    return fail(
      fence.line,
      `${issue.expected ?? issue.message}${where === null ? "" : ` at ${where}`}`,
      issue.received,
      "see the kinds of checks",
    );
  };

  const { level, lesson } = readFields(top, fail);
  const version = (k: number): Exercise => {
    const solution = answerOf(k, part("Solution"));
    const starter = answerOf(k, part("Starter"));
    const mistakes = part("Mistakes").subsections.map(
      (section): Mistake => ({
        title: fill(k, { text: section.title, line: section.line }),
        answer: answerOf(k, section),
        explanation: filled(k, section),
      }),
    );
    for (const [{ line }, answer] of [
      [part("Starter"), starter] as const,
      ...mistakes.map((mistake, m) => [part("Mistakes").subsections[m], mistake.answer] as const),
    ]) {
      if (answerKind(answer) !== answerKind(solution)) {
        fail(
          line,
          `an answer of the solution's kind, ${answerKind(solution)}`,
          answerKind(answer),
          "change one of them",
        );
      }
    }
    return {
      id,
      title: fill(k, { text: top.title, line: top.line }),
      level,
      lesson,
      version: k,
      statement: filled(k, part("Statement")),
      starter,
      check: checkOf(k),
      hints: readList(sections.has("Hints") ? filled(k, sections.get("Hints")!) : ""),
      solution,
      explanation: filled(k, part("Explanation")),
      mistakes,
    };
  };
  const versions = table.map((_, k) => version(k));
  return {
    id,
    versions: versions.length,
    version(k) {
      if (versions[k] === undefined) {
        throw new RangeError(
          `${id}: expected a version from 0 to ${versions.length - 1}, got ${k}; choose one.`,
        );
      }
      return versions[k];
    },
  };
}

type Fail = (line: number, expected: string, got: string, remedy: string) => never;

function readFields({ prose, line }: Section, fail: Fail): Pick<Exercise, "level" | "lesson"> {
  const fields = new Map(
    prose
      .split("\n")
      .filter((row) => row.trim() !== "")
      .map((row): [string, string] => {
        const match = /^(\w+):\s*(.+)$/.exec(row.trim());
        return match === null
          ? fail(line, "lines `name: value` below the title", row, "write level and lesson")
          : [match[1], match[2]];
      }),
  );
  const level = Number(fields.get("level"));
  const lesson = fields.get("lesson");
  if (level !== 1 && level !== 2 && level !== 3) {
    return fail(line, "`level: 1`, 2 or 3", fields.get("level") ?? "none", "say how hard it is");
  }
  if (lesson === undefined) return fail(line, "`lesson: name`", "none", "say which lesson it belongs to");
  return { level, lesson };
}

function readAnswer({ language, line }: Fence, text: string, fail: Fail): Answer {
  const plain = text.trim();
  if (language === "qasm") return { circuit: text };
  if (language === "number") {
    const value = Number(plain);
    return plain !== "" && Number.isFinite(value)
      ? { number: value }
      : fail(line, "a number", plain, "write it in digits");
  }
  if (language === "choice") return { choice: plain };
  if (language === "json") {
    const parsed = v.safeParse(answerSchema, readJson({ language, line, text }, text, fail));
    return parsed.success
      ? parsed.output
      : fail(line, "an answer", parsed.issues[0].message, "see the kinds of answers");
  }
  return fail(line, "a block of qasm, number, choice or json", language, "name the kind of answer");
}

function readJson({ line }: Fence, text: string, fail: Fail): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(line, "JSON", (error as Error).message, "check brackets and commas");
  }
}

/** The items of a list; an item may go over several lines. */
function readList(prose: string): string[] {
  const items: string[] = [];
  for (const row of prose.split("\n")) {
    if (/^[-*]\s+/.test(row)) items.push(row.replace(/^[-*]\s+/, ""));
    else if (row.trim() !== "" && items.length > 0) items.push(`${items.pop()} ${row.trim()}`);
  }
  return items;
}
