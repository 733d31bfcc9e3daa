import type { Statement } from "../syntax/statement.ts";
import { lowerAssignment, lowerMeasurement } from "./assignments.ts";
import { broadcast, givenTwice } from "./broadcast.ts";
import { lowerBranch, lowerForLoop, lowerWhileLoop } from "./control-flow.ts";
import {
  declareAlias,
  declareClassical,
  declareQubits,
  defineGate,
  defineSubroutine,
} from "./declarations.ts";
import { evaluate } from "./evaluate.ts";
import { lowerGateCall } from "./gate-calls.ts";
import { lowerInclude } from "./includes.ts";
import { qubitsOf } from "./operands.ts";
import type { Program } from "./program.ts";
import { Scope } from "./scope.ts";
import { lowerReturn } from "./subroutines.ts";

/** How a statement ends: going on with the next, or leaving a loop, a round, a subroutine or the program. */
export type Completion = "next" | "break" | "continue" | "return" | "end";

/** Statements that a gate may have in its body. */
const gateStatements: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "gate",
  "barrier",
  "for",
  "if",
  "while",
  "block",
  "break",
  "continue",
]);

/** Statements that may stand only at the outermost level. */
const globalStatements: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "qubits",
  "gate definition",
  "subroutine",
  "include",
]);

/** Lowers statements in order, up to one that leaves. */
export function lowerStatements(program: Program, statements: readonly Statement[]): Completion {
  for (let k = 0; k < statements.length; k++) {
    const completion = lowerStatement(program, statements[k]);
    if (completion === "next" || program.isDry) continue;
    // What cannot be reached is checked all the same.
    const rest = statements.slice(k + 1);
    program.within({ isDry: true, isLenient: true }, () => lowerStatements(program, rest));
    return completion;
  }
  return "next";
}

/** Lowers a block with names of its own. */
export function lowerBlock(
  program: Program,
  statements: readonly Statement[],
  kind: "block" | "loop" = "block",
): Completion {
  return program.within({ scope: new Scope(kind, program.scope) }, () =>
    lowerStatements(program, statements),
  );
}

/** Lowers one statement. */
export function lowerStatement(program: Program, statement: Statement): Completion {
  requireAllowed(program, statement);
  switch (statement.kind) {
    case "gate":
      lowerGateCall(program, statement);
      break;
    case "measure":
      lowerMeasurement(program, statement);
      break;
    case "assignment":
      lowerAssignment(program, statement);
      break;
    case "barrier":
      lowerBarrier(program, statement);
      break;
    case "reset":
      broadcast(program, [statement.operand], [qubitsOf(program, statement.operand)], ([qubit]) => {
        program.emit(statement.at, { kind: "reset", qubit });
      });
      break;
    case "qubits":
      declareQubits(program, statement);
      break;
    case "classical":
      declareClassical(program, statement);
      break;
    case "alias":
      declareAlias(program, statement);
      break;
    case "gate definition":
      defineGate(program, statement);
      break;
    case "subroutine":
      defineSubroutine(program, statement);
      break;
    case "include":
      lowerInclude(program, statement);
      break;
    case "call":
      evaluate(program, statement.expression);
      break;
    case "if":
      return lowerBranch(program, statement);
    case "for":
      return lowerForLoop(program, statement);
    case "while":
      return lowerWhileLoop(program, statement);
    case "block":
      return lowerBlock(program, statement.body);
    case "return":
      lowerReturn(program, statement);
      return "return";
    default:
      return statement.kind;
  }
  return "next";
}

function lowerBarrier(program: Program, { at, operands }: Statement & { readonly kind: "barrier" }): void {
  if (operands.length === 0) {
    if (program.isInGate) throw barrierNeedsQubits(program, at);
    const all = Array.from({ length: program.qubits }, (_, k) => k);
    program.emit(at, { kind: "barrier", qubits: all });
    return;
  }
  const named = new Set<number>();
  for (const operand of operands) {
    const list = qubitsOf(program, operand);
    for (const qubit of typeof list === "number" ? [list] : (list ?? [])) {
      if (named.has(qubit) && !program.isLenient) throw givenTwice(program, operand);
      named.add(qubit);
    }
  }
  program.emit(at, { kind: "barrier", qubits: [...named] });
}

function barrierNeedsQubits(program: Program, at: number) {
  return program.error(at, {
    code: "Q402",
    expected: "qubits of the gate after barrier",
    got: "none",
    remedy: "name them",
  });
}

function outsideLoop(program: Program, at: number, kind: "break" | "continue") {
  return program.error(at, {
    code: "Q207",
    expected: `${kind} in a loop`,
    got: `${kind} outside`,
    remedy: "remove it",
  });
}

function requireAllowed(program: Program, { at, kind }: Statement): void {
  if (kind === "break" || kind === "continue") {
    if (program.scope.isInLoop) return;
    throw outsideLoop(program, at, kind);
  }
  if (program.scope.kind === "program") {
    if (kind !== "return") return;
  } else if (program.isInGate) {
    if (gateStatements.has(kind)) return;
  } else if (!globalStatements.has(kind)) return;
  const where =
    program.scope.kind === "program"
      ? "the outermost level"
      : program.isInGate
        ? "the body of a gate"
        : "a block";
  throw program.error(at, {
    code: "Q207",
    expected: `a statement that may stand in ${where}`,
    got: kind === "qubits" ? "a declaration of qubits" : kind === "classical" ? "a declaration" : kind,
    remedy: program.isInGate ? "a gate has gates, barriers and loops over them" : "move it",
  });
}
