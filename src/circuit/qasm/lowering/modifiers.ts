import type { Modifier } from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import { toWhole, wrongType } from "./convert.ts";
import { evaluate } from "./evaluate.ts";
import type { Program } from "./program.ts";

/** The most controls that a modifier adds. */
const mostControls = 1000;

/**
 * The modifiers of a gate.
 *
 * Controls commute with inverses and powers (of an exponent that is applied to the controlled gate as a whole), so all
 * controls can be put outside: the control values in the order of the operands, and the rest from the gate outwards.
 */
export interface ModifierList {
  readonly controls: readonly (0 | 1)[];
  readonly inner: readonly ("inv" | { readonly at: Position; readonly exponent: number })[];
}

const none: ModifierList = Object.freeze({ controls: Object.freeze([]), inner: Object.freeze([]) });

/** Works out the modifiers of a gate. */
export function readModifiers(program: Program, modifiers: readonly Modifier[]): ModifierList {
  if (modifiers.length === 0) return none;
  const controls: (0 | 1)[] = [];
  const inner: ModifierList["inner"][number][] = [];
  for (const { at, kind, argument } of modifiers) {
    if (kind === "inv") inner.unshift("inv");
    else if (kind === "pow") inner.unshift({ at, exponent: exponentOf(program, at, argument) });
    else {
      const count = argument === undefined ? 1 : controlCount(program, at, argument);
      for (let k = 0; k < count; k++) controls.push(kind === "ctrl" ? 1 : 0);
    }
  }
  return { controls, inner };
}

function exponentOf(program: Program, at: Position, argument: Modifier["argument"]): number {
  if (argument === undefined) return 1;
  const value = evaluate(program, argument);
  if (value.kind === "unknown") return 1;
  if (value.kind === "number") {
    if (!value.truncated) return value.value;
    throw program.error(at, {
      code: "Q506",
      expected: "an exponent",
      got: `the whole number ${value.value}, what is left of a division with a remainder`,
      remedy: "write one of the numbers with a point, such as 1.0/2",
    });
  }
  if (value.kind === "symbol") {
    throw program.error(at, {
      code: "Q504",
      expected: "a known exponent",
      got: "a number that an input decides",
      remedy: "give the input a value",
    });
  }
  throw wrongType(program, at, "a number as the exponent", value, "write pow(2) @ gate");
}

function controlCount(program: Program, at: Position, argument: NonNullable<Modifier["argument"]>): number {
  const count = toWhole(program, at, evaluate(program, argument), "a number of controls") ?? 1;
  if (count >= 1 && count <= mostControls) return count;
  throw program.error(at, {
    code: "Q406",
    expected: `from 1 to ${mostControls} controls`,
    got: String(count),
    remedy: "write as many controls as there are control qubits",
  });
}
