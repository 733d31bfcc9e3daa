import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { findJsonFault, findJsonValue, ParseError } from "../../index.ts";

/**
 * Reads a JSON file of a known form.
 *
 * Errors: ParseError with the place for what is no JSON or departs from the form.
 */
export async function readJsonFile<Schema extends v.GenericSchema>(
  name: string,
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await readFile(path, "utf8");
  const parsed = v.safeParse(schema, parse(name, text));
  if (parsed.success) return parsed.output;
  const issue = parsed.issues.find(({ expected }) => expected === "never") ?? parsed.issues[0];
  const keys = (issue.path ?? []).map(({ key }) => key as string | number);
  const dotted = v.getDotPath(issue);
  throw new ParseError(
    { source: name, ...findJsonValue(text, keys) },
    issue.expected === "never"
      ? "a known key"
      : `${issue.expected ?? issue.message}${dotted === null ? "" : ` at ${dotted}`}`,
    issue.received,
    "see the forms in docs/classroom.md",
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
