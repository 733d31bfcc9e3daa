import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import { Circuit, ParseError, parseQasm } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { circuitDocumentSchema } from "../documents/circuit-document.ts";
import type { CircuitInput } from "../documents/circuit-input.ts";
import { exitCode } from "../exit-code.ts";
import type { CircuitFlags, ParameterValues } from "../options/circuit-options.ts";
import type { Session } from "../session.ts";
import { requireReadable } from "./require-readable.ts";

/** JSON nested deeper than this is no circuit that anybody drew. */
const deepest = 1000;

/** A circuit with where it came from, and what its reader remarked. */
export interface LoadedCircuit {
  readonly circuit: Circuit;
  readonly input: CircuitInput;
  readonly warnings: readonly string[];
}

/**
 * Loads the circuit of a command, OpenQASM or JSON, and gives its parameters the values of --param.
 *
 * Included files are looked for beside the program. What begins with { is JSON, and so is a file named .json.
 *
 * Errors: CliError and ParseError (bad input) with the file and the place.
 */
export async function loadCircuit(
  name: string,
  { param = {}, strict = false }: CircuitFlags,
  { io }: Session,
): Promise<LoadedCircuit> {
  const path = resolve(io.cwd, name);
  if (name !== "-") await requireReadable(name, path);
  const bytes = name === "-" ? await io.readStdin() : await readFile(path);
  io.signal.throwIfAborted();
  const source = name === "-" ? "stdin" : name;
  if (bytes.length === 0) {
    throw bad(`${source}: expected a circuit, got nothing; pipe a file into the command.`);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const text = decode(source, bytes);
  const format = /\.json$/i.test(name) || /^\s*\{/.test(text) ? "json" : "qasm";
  const warnings: string[] = [];
  const circuit =
    format === "json"
      ? parseCircuit(source, text)
      : parseQasm(text, {
          source,
          strict,
          inputs: param,
          include: (file) => included(resolve(name === "-" ? io.cwd : dirname(path), file)),
          onNote: ({ source: file, line, column, message }) =>
            warnings.push(`${file}:${line}:${column}: ${message}`),
        });
  return { circuit: bound(circuit, param), input: { name, format, sha256 }, warnings };
}

/** Values that the reader has not used already belong to the parameters of the circuit. */
function bound(circuit: Circuit, values: ParameterValues): Circuit {
  const open = Object.entries(values).filter(([name]) => circuit.parameters.includes(name));
  return open.length === 0 ? circuit : circuit.bind(Object.fromEntries(open));
}

function decode(source: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw bad(`${source}: expected text in UTF-8, got other bytes; save the file as UTF-8.`);
  }
}

function included(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function parseCircuit(source: string, text: string): Circuit {
  if (nesting(text) > deepest) {
    throw bad(
      `${source}: expected a circuit nested at most ${deepest} deep, got a deeper one; write it flatter.`,
    );
  }
  const parsed = v.safeParse(circuitDocumentSchema, parseJson(source, text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const expected = issue.expected ?? issue.message;
    const place = v.getDotPath(issue);
    throw bad(
      `${source}: expected ${expected}${place === null ? "" : ` at ${place}`}, got ${issue.received}; see what kronket convert --to json writes.`,
    );
  }
  try {
    return Circuit.fromJSON(parsed.output);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    throw bad(`${source}: ${error.message}`, error);
  }
}

function parseJson(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, at).split("\n");
    const place = { source, line: before.length, column: (before.at(-1) ?? "").length + 1 };
    const got = at >= text.trimEnd().length ? "the end of the text" : JSON.stringify(text.charAt(at));
    throw new ParseError(place, "JSON", got, "check the brackets and commas");
  }
}

/** How deeply brackets are nested, strings aside. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let k = 0; k < text.length; k++) {
    const character = text[k];
    if (quoted && character === "\\") k++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "[" || character === "{") most = Math.max(most, ++depth);
    else if (character === "]" || character === "}") depth--;
  }
  return most;
}

function bad(message: string, cause?: unknown): CliError {
  return new CliError(exitCode.badInput, message, { cause });
}
