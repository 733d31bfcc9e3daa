import type { Expression, InfixOperator, PrefixOperator, ScalarBase, Step } from "../syntax/expression.ts";
import type { Position } from "../text/sources.ts";
import { arithmetic, isArithmetic, negate } from "./arithmetic.ts";
import { bitwise, comparison, complement, isComparison, logical, logicalNot, shift } from "./bit-logic.ts";
import { constant } from "./conditions.ts";
import { convert, toWhole } from "./convert.ts";
import { builtIn, builtInNames } from "./functions.ts";
import { concatenate, element } from "./indexing.ts";
import { nameValue, noSuchName } from "./names.ts";
import type { Program } from "./program.ts";
import { callSubroutine } from "./subroutines.ts";
import type { Value } from "./value.ts";

/** The value of an expression: its steps are taken one by one on a stack. */
export function evaluate(program: Program, { steps }: Expression): Value {
  if (steps.length === 1) return leaf(program, steps[0]);
  const stack: Value[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case "prefix":
        stack.push(prefix(program, step.at, step.operator, stack.pop() as Value));
        break;
      case "infix": {
        const right = stack.pop() as Value;
        stack.push(infix(program, step.at, step.operator, stack.pop() as Value, right));
        break;
      }
      case "call":
        stack.push(call(program, step.at, step.name, stack.splice(stack.length - step.count)));
        break;
      case "cast": {
        const value = stack.pop() as Value;
        const size = step.sized ? typeSize(program, step.at, stack.pop() as Value, step.base) : undefined;
        stack.push(convert(program, step.at, value, sizedType(step.base, size), true));
        break;
      }
      case "range": {
        const stop = step.stop ? stack.pop() : undefined;
        const width = step.step ? stack.pop() : undefined;
        const start = step.start ? stack.pop() : undefined;
        stack.push(range(program, step.at, start, width, stop));
        break;
      }
      case "set":
        stack.push({ kind: "set", values: stack.splice(stack.length - step.count) });
        break;
      case "index": {
        const index = stack.pop() as Value;
        stack.push(element(program, step.at, stack.pop() as Value, index));
        break;
      }
      default:
        stack.push(leaf(program, step));
    }
  }
  return stack[0];
}

/** The number that an expression is, if it is a number as written and exact. */
export function plainNumber({ steps }: Expression): number | undefined {
  const [only] = steps;
  return steps.length === 1 && only.kind === "number" ? only.value : undefined;
}

/** The value of a ∘ b. */
export function infix(
  program: Program,
  at: Position,
  operator: InfixOperator,
  left: Value,
  right: Value,
): Value {
  if (isArithmetic(operator)) return arithmetic(program, at, operator, left, right);
  if (isComparison(operator)) return comparison(program, at, operator, left, right);
  switch (operator) {
    case "&":
    case "|":
    case "^":
      return bitwise(program, at, operator, left, right);
    case "<<":
    case ">>":
      return shift(program, at, operator, left, right);
    case "&&":
    case "||":
      return logical(program, at, operator, left, right);
    default:
      return concatenate(program, at, left, right);
  }
}

/** The size of a type, or of a register of qubits. */
export function typeSize(
  program: Program,
  at: Position,
  value: Value,
  base: ScalarBase | "qubit",
): number | undefined {
  const size = toWhole(program, at, value, "a size");
  if (size === undefined) return undefined;
  if (size < 1) throw wrongSize(program, at, "of at least 1", size, "a register has at least one element");
  if (base === "float") {
    // Other precisions are not computed with, and would be wrong in silence.
    if (size === 32 || size === 64) return size;
    throw wrongSize(program, at, "of 32 or 64 bits for float", size, "use float[64]");
  }
  if (base === "bit") program.requireRoom(at, "bits", size);
  else if (base !== "qubit" && size > 64) {
    throw wrongSize(program, at, "of at most 64 bits", size, "use bit for more");
  }
  return size;
}

function wrongSize(program: Program, at: Position, expected: string, size: number, remedy: string) {
  return program.error(at, { code: "Q406", expected: `a size ${expected}`, got: String(size), remedy });
}

function sizedType(base: "bit" | "bool" | "int" | "uint" | "float" | "angle", size: number | undefined) {
  return size === undefined ? { base } : { base, size };
}

function leaf(program: Program, step: Step): Value {
  switch (step.kind) {
    case "number": {
      const { value, exact } = step;
      if (!step.isWhole) return { kind: "number", base: "float", value };
      return exact === undefined
        ? { kind: "number", base: "int", value }
        : { kind: "number", base: "int", value, exact };
    }
    case "boolean":
      return { kind: "truth", condition: constant(step.value) };
    case "bits": {
      const bits = Array.from(step.digits, (digit) => constant(digit === "1")).reverse();
      return { kind: "bits", bits, single: bits.length === 1 };
    }
    case "name":
      return nameValue(program, step.at, step.name);
    default:
      // A call without arguments is a whole expression of one step.
      return call(program, step.at, (step as { name: string }).name, []);
  }
}

function prefix(program: Program, at: Position, operator: PrefixOperator, value: Value): Value {
  switch (operator) {
    case "-":
      return negate(program, at, value);
    case "+":
      return negate(program, at, negate(program, at, value));
    case "!":
      return logicalNot(program, at, value);
    case "~":
      return complement(program, at, value);
  }
}

function call(program: Program, at: Position, name: string, args: readonly Value[]): Value {
  const entry = program.scope.find(name);
  if (entry?.kind === "subroutine") return callSubroutine(program, at, entry.subroutine, args);
  const known = entry === undefined ? builtIn(program, name) : undefined;
  if (known === undefined)
    throw noSuchName(program, at, name, `a function such as ${builtInNames(program).join(", ")}`);
  if (args.length < known.least || args.length > known.most) {
    throw program.error(at, {
      code: "Q401",
      expected: `${known.least} argument${known.least === 1 ? "" : "s"} for ${name}`,
      got: String(args.length),
      remedy: "pass as many as the function takes",
    });
  }
  return known.apply(program, at, args);
}

function range(
  program: Program,
  at: Position,
  ...pieces: readonly [start: Value | undefined, step: Value | undefined, stop: Value | undefined]
): Value {
  if (pieces.some((piece) => piece?.kind === "unknown")) return { kind: "unknown", type: { base: "int" } };
  const [start, step = 1, stop] = pieces.map((piece) =>
    piece === undefined ? undefined : toWhole(program, at, piece, "a bound of a range"),
  );
  if (step !== 0) return { kind: "range", start, step, stop };
  throw program.error(at, {
    code: "Q510",
    expected: "a step other than 0",
    got: "0",
    remedy: "a range is start:step:stop",
  });
}
