import type { Condition } from "../../condition.ts";
import type { Branch, ForLoop, Statement, WhileLoop } from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import { convert, toTruth, wrongType } from "./convert.ts";
import { scalarType } from "./declarations.ts";
import { evaluate } from "./evaluate.ts";
import type { Program } from "./program.ts";
import { Scope } from "./scope.ts";
import { type Completion, lowerBlock, lowerStatements } from "./statements.ts";
import { type ScalarType, type Value, whole } from "./value.ts";

/** Lowers a branch: one that is decided already leaves the other side checked only. */
export function lowerBranch(
  program: Program,
  { at, condition: expression, body, otherwise }: Branch,
): Completion {
  const condition = conditionOf(program, expression.at, evaluate(program, expression));
  if (condition === undefined) {
    check(program, body);
    check(program, otherwise);
    return "next";
  }
  if (condition.kind === "constant") {
    check(program, condition.value ? otherwise : body);
    return lowerBlock(program, condition.value ? body : otherwise);
  }
  const [yes, no] = [body, otherwise].map((side) => measuredBody(program, at, side));
  program.emit(at, { kind: "conditional", condition, operations: yes, otherwise: no }, 0);
  return "next";
}

/** Lowers a loop over known values: its body once for each. */
export function lowerForLoop(program: Program, loop: ForLoop): Completion {
  const type = scalarType(program, loop.type);
  const values = evaluate(program, loop.values);
  if (program.isDry) {
    runRound(program, loop, type, { kind: "unknown", type });
    return "next";
  }
  let count = 0;
  for (const value of iterate(program, loop, values)) {
    program.countRound(loop.at);
    count++;
    const completion = runRound(program, loop, type, convert(program, loop.values.at, value, type));
    if (completion === "break") return "next";
    if (completion === "return" || completion === "end") return completion;
  }
  if (count === 0) {
    program.within({ isDry: true, isLenient: true }, () =>
      runRound(program, loop, type, { kind: "unknown", type }),
    );
  }
  return "next";
}

/** Lowers a loop: round after round while its condition is known, and a loop of the circuit once measured bits decide. */
export function lowerWhileLoop(
  program: Program,
  { at, condition: expression, rounds: most, body }: WhileLoop,
): Completion {
  for (let rounds = 0; ; rounds++) {
    const condition = conditionOf(program, expression.at, evaluate(program, expression));
    if (condition === undefined) {
      check(program, body, "loop");
      return "next";
    }
    if (condition.kind !== "constant") {
      const operations = measuredBody(program, at, body, "loop");
      program.emit(at, { kind: "while", condition, operations, limit: most ?? program.limits.rounds }, 0);
      return "next";
    }
    if (!condition.value) {
      if (rounds === 0) check(program, body, "loop");
      return "next";
    }
    if (rounds >= program.limits.rounds) throw tooManyRounds(program, at);
    program.countRound(at);
    const completion = lowerBlock(program, body, "loop");
    if (completion === "break") return "next";
    if (completion === "return" || completion === "end") return completion;
  }
}

/** The condition of a branch or loop; undefined while its value is not known because code is only checked. */
function conditionOf(program: Program, at: Position, value: Value): Condition | undefined {
  if (value.kind === "unknown") return undefined;
  const condition = toTruth(program, at, value);
  return program.isDry && condition.kind === "constant" ? undefined : condition;
}

/** Checks statements that are not run. */
function check(program: Program, statements: readonly Statement[], kind: "block" | "loop" = "block"): void {
  if (statements.length === 0) return;
  program.within({ isDry: true, isLenient: true }, () => lowerBlock(program, statements, kind));
}

/** What happens if measured bits say so. It must run to its end. */
function measuredBody(
  program: Program,
  at: Position,
  statements: readonly Statement[],
  kind: "block" | "loop" = "block",
) {
  if (program.isInGate) {
    throw program.error(at, {
      code: "Q207",
      expected: "a condition that is known when the gate is called",
      got: "one that depends on measured bits",
      remedy: "put the gate under if instead",
    });
  }
  const { operations } = program.collect(() => {
    const completion = program.within({ level: program.level + 1 }, () =>
      lowerBlock(program, statements, kind),
    );
    if (completion === "next") return;
    throw program.error(at, {
      code: "Q601",
      expected: "a branch or loop that runs to its end",
      got: `${completion} where measured bits decide`,
      remedy: "put what follows under the opposite condition",
    });
  });
  return operations;
}

function runRound(program: Program, { name, body }: ForLoop, type: ScalarType, value: Value): Completion {
  return program.within({ scope: new Scope("loop", program.scope) }, () => {
    const { level } = program;
    if (type.base === "bit" || type.base === "bool") {
      program.declare(name, { kind: "constant", at: name.at, value, isInput: true });
    } else program.declare(name, { kind: "variable", at: name.at, type, level, value });
    return lowerStatements(program, body);
  });
}

function* iterate(program: Program, { values: { at } }: ForLoop, values: Value): Generator<Value> {
  switch (values.kind) {
    case "range": {
      const { start, step, stop } = values;
      if (start === undefined || stop === undefined) break;
      for (let k = start; step > 0 ? k <= stop : k >= stop; k += step) yield whole(k);
      return;
    }
    case "set":
      yield* values.values;
      return;
    case "bits":
      if (values.single) break;
      for (const bit of values.bits) yield { kind: "bits", bits: [bit], single: true };
      return;
    default:
  }
  throw wrongType(
    program,
    at,
    "a range, a set or a bit register to loop over",
    values,
    "write for int i in [0:3]",
  );
}

function tooManyRounds(program: Program, at: Position) {
  return program.error(at, {
    code: "Q804",
    expected: `at most ${program.limits.rounds} rounds of this loop`,
    got: "more",
    remedy: "change what its condition depends on, or raise limits.rounds",
  });
}
