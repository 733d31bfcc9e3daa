import { type Circuit, LimitError } from "../../index.ts";
import type { QuirkCircuit } from "./quirk-circuit.ts";
import { QuirkReader } from "./quirk-reader.ts";

/** How a circuit of Quirk is read. */
export interface FromQuirkOptions {
  /** Most operations that come out (default 100,000): gates made of gates can grow without end. */
  readonly operations?: number;
}

/** Most characters that are read: more than any address holds. */
const longest = 10_000_000;

/**
 * Reads a circuit of Quirk: an address, the JSON behind its `#circuit=`, or that JSON parsed.
 *
 * Wire k from the top becomes qubit k; a measurement on wire k goes into bit k. Displays are left out. Formulas must not
 * depend on the time. A gate that is a circuit becomes its operations.
 *
 * Errors: RangeError or TypeError for text that is no circuit of Quirk, and for gates that kronket has no operation for,
 * by name and place: gates of the time, post-selection, arithmetic, parity controls, detectors. LimitError for more
 * operations than allowed.
 *
 * @example fromQuirk('{"cols":[["H"],["•","X"]]}') // new Circuit(2).h(0).cx(0, 1)
 */
export function fromQuirk(source: string | QuirkCircuit, options: FromQuirkOptions = {}): Circuit {
  const { operations = 100_000 } = options;
  const reader = new QuirkReader(operations);
  return reader.read(typeof source === "string" ? parse(source) : source);
}

function parse(text: string): unknown {
  if (text.length > longest) {
    throw new LimitError("fromQuirk", longest, text.length, "characters", "pass the parsed JSON");
  }
  const start = text.indexOf("#circuit=");
  const json = start < 0 ? text : decode(text.slice(start + "#circuit=".length));
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new RangeError(
      `fromQuirk: expected JSON or an address with #circuit=, got "${json.slice(0, 40)}" (${(error as Error).message}); copy the whole address.`,
    );
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Quirk's own addresses leave most characters as they are; a lone % is one of them.
    return text;
  }
}
