import type { RightSide, Statement } from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import { assignBits, measureInto } from "./assignments.ts";
import { isOne } from "./conditions.ts";
import { convert, wrongType } from "./convert.ts";
import { evaluate } from "./evaluate.ts";
import type { Program } from "./program.ts";
import { Scope } from "./scope.ts";
import { lowerStatements } from "./statements.ts";
import type { ArgumentType, SubroutineEntry } from "./subroutine-entry.ts";
import { nothing, type ScalarType, typeText, type Value } from "./value.ts";

/** Calls a subroutine: its statements are lowered in place, with its arguments under their names. */
export function callSubroutine(
  program: Program,
  at: Position,
  subroutine: SubroutineEntry,
  args: readonly Value[],
): Value {
  const { name, arguments: expected } = subroutine;
  if (program.isInGate) {
    throw program.error(at, {
      code: "Q207",
      expected: "a statement that may stand in the body of a gate",
      got: `a call of the subroutine ${name}`,
      remedy: "call gates only",
    });
  }
  if (program.constantsOnly) {
    throw program.error(at, {
      code: "Q504",
      expected: "a constant",
      got: `a call of the subroutine ${name}`,
      remedy: "write the value, or a built-in function of constants",
    });
  }
  if (args.length !== expected.length) {
    throw program.error(at, {
      code: "Q401",
      expected: `${expected.length} argument${expected.length === 1 ? "" : "s"} for ${name}`,
      got: String(args.length),
      remedy: "pass as many as the subroutine takes",
    });
  }
  requireDistinctQubits(program, at, args);
  const scope = new Scope("subroutine", globalScope(program));
  const values = args.map((value, k) => fitArgument(program, at, expected[k], value));
  if (program.isDry)
    return subroutine.result === undefined ? nothing : { kind: "unknown", type: subroutine.result };
  program.countRound(at);
  program.deeper(at, () => {
    program.within({ scope }, () => {
      expected.forEach((argument, k) => {
        bindArgument(program, at, argument, values[k]);
      });
      run(program, subroutine);
    });
  });
  const { returned } = program;
  program.returned = undefined;
  if (subroutine.result === undefined) return nothing;
  if (returned !== undefined && returned.kind !== "nothing") return returned;
  throw program.error(at, {
    code: "Q501",
    expected: `a result of type ${typeText(subroutine.result)} from ${name}`,
    got: "none",
    remedy: "end every path of the subroutine with return",
  });
}

/** Checks the body of a subroutine without knowing its arguments. */
export function checkSubroutine(program: Program, subroutine: SubroutineEntry): void {
  const scope = new Scope("subroutine", globalScope(program));
  program.within({ scope, isDry: true }, () => {
    // Qubits of their own stand in for those that a call passes.
    let next = program.limits.qubits;
    for (const argument of subroutine.arguments) {
      const { type } = argument;
      const qubits = type.base === "qubit" ? Array.from({ length: type.size ?? 1 }, () => next++) : [];
      const value: Value =
        type.base === "qubit"
          ? { kind: "qubits", qubits, single: type.size === undefined }
          : { kind: "unknown", type };
      bindArgument(program, argument.at, argument, value);
    }
    run(program, subroutine);
  });
  program.returned = undefined;
}

/** `return value;` */
export function lowerReturn(program: Program, { at, value }: Statement & { readonly kind: "return" }): void {
  const subroutine = program.running.at(-1);
  if (subroutine === undefined) {
    throw program.error(at, {
      code: "Q207",
      expected: "return in a subroutine",
      got: "return outside",
      remedy: "remove it",
    });
  }
  const { name, result } = subroutine;
  if (result === undefined) {
    if (value === undefined) {
      if (!program.isDry) program.returned = nothing;
      return;
    }
    throw program.error(at, {
      code: "Q501",
      expected: `no value, as ${name} has no result`,
      got: "a value",
      remedy: "declare the type of the result: -> bit",
    });
  }
  if (value === undefined) {
    throw program.error(at, {
      code: "Q501",
      expected: `a value of type ${typeText(result)}`,
      got: "none",
      remedy: "write return value;",
    });
  }
  const returned = returnedValue(program, value, result);
  // In code that is only checked nothing is returned: the branch may be one that is not taken.
  if (!program.isDry) program.returned = returned;
}

function returnedValue(program: Program, value: RightSide, result: ScalarType): Value {
  if (!("measured" in value)) return convert(program, value.at, evaluate(program, value), result);
  const list = program.addBits(value.at, result.size ?? 1);
  measureInto(program, value.at, value.measured, list, result.size === undefined);
  return convert(
    program,
    value.at,
    { kind: "bits", bits: list.map(isOne), single: result.size === undefined },
    result,
  );
}

function run(program: Program, subroutine: SubroutineEntry): void {
  program.running.push(subroutine);
  const completion = lowerStatements(program, subroutine.definition.body);
  program.running.pop();
  if (completion === "next" || completion === "return") return;
  throw program.error(subroutine.definition.at, {
    code: completion === "end" ? "Q601" : "Q207",
    expected: "a subroutine that returns",
    got: completion,
    remedy: "use it outside the subroutine",
  });
}

function globalScope(program: Program): Scope {
  let { scope } = program;
  while (scope.parent !== undefined) scope = scope.parent;
  return scope;
}

function fitArgument(program: Program, at: Position, { name, type }: ArgumentType, value: Value): Value {
  if (type.base !== "qubit") return convert(program, at, value, type);
  if (value.kind === "unknown") return value;
  const isFitting =
    value.kind === "qubits" &&
    (type.size === undefined ? value.single : !value.single && value.qubits.length === type.size);
  if (isFitting || (program.isDry && value.kind === "qubits" && value.qubits.length === 0)) return value;
  const wanted = type.size === undefined ? "a qubit" : `a register of ${type.size} qubits`;
  throw wrongType(program, at, `${wanted} for ${name}`, value, "pass qubits of the declared size");
}

/** Classical arguments are copies: bits are copied into bits of their own. */
function bindArgument(program: Program, at: Position, { name, type }: ArgumentType, value: Value): void {
  const declared = { name, at };
  if (type.base === "qubit") {
    const { qubits, single } = value as Value & { readonly kind: "qubits" };
    program.declare(declared, { kind: "qubits", at, list: qubits, single });
  } else if (type.base === "bit" || type.base === "bool") {
    const list = program.addBits(at, type.size ?? 1);
    assignBits(program, at, list, value);
    const single = type.size === undefined;
    program.declare(declared, { kind: "bits", at, list, single, isTruth: type.base === "bool" });
  } else program.declare(declared, { kind: "variable", at, type, level: program.level, value });
}

function requireDistinctQubits(program: Program, at: Position, args: readonly Value[]): void {
  const all = args.flatMap((value) => (value.kind === "qubits" ? value.qubits : []));
  if (new Set(all).size === all.length || program.isLenient) return;
  throw program.error(at, {
    code: "Q403",
    expected: "different qubits",
    got: "a qubit twice",
    remedy: "pass each qubit once",
  });
}
