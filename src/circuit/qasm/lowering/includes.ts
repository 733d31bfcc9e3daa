import { parseStatement2 } from "../parser/parse-statement-2.ts";
import { parseStatement3 } from "../parser/parse-statement-3.ts";
import type { Statement } from "../syntax/statement.ts";
import { Lexer } from "../text/lexer.ts";
import type { Position } from "../text/sources.ts";
import type { Program } from "./program.ts";
import { qelib1Gates, stdGates, tableGate } from "./standard-gates.ts";
import { lowerStatement } from "./statements.ts";

/** The deepest nesting of includes, and the most includes. */
const deepest = 32;
const most = 1000;

/** Reads and lowers the statements of a text one by one, so that only the circuit is kept. */
export function lowerText(program: Program, lexer: Lexer): void {
  const reading = {
    depth: program.limits.depth,
    note: ({ at, message }: { readonly at: Position; readonly message: string }) => {
      program.options.onNote?.({ ...program.sources.placeOf(at), message });
    },
  };
  for (;;) {
    // Version 2 as Qiskit reads it allows empty statements.
    if (lexer.version === 2 && program.options.strict !== true) while (lexer.kind === ";") lexer.advance();
    if (lexer.kind === "end of text") return;
    const statement = lexer.version === 2 ? parseStatement2(lexer) : parseStatement3(lexer, reading);
    if (lowerStatement(program, statement) === "end") program.hasEnded = true;
    // What follows the end of the program is still checked.
    if (program.hasEnded) Object.assign(program, { isDry: true, isLenient: true });
  }
}

/** Brings in what a file declares: a library that is built in, or a text that the resolver gives. */
export function lowerInclude(
  program: Program,
  { file, fileAt }: Statement & { readonly kind: "include" },
): void {
  if (file === "qelib1.inc") includeQelib1(program, fileAt);
  else if (file === "stdgates.inc") includeStdgates(program, fileAt);
  else includeText(program, file, fileAt);
}

function includeText(program: Program, file: string, fileAt: Position): void {
  if (
    program.openFiles.includes(file) ||
    program.openFiles.length >= deepest ||
    program.sources.count >= most
  ) {
    throw program.error(fileAt, {
      code: "Q702",
      expected: `files that do not include themselves, ${deepest} deep and ${most} in all`,
      got: file,
      remedy: "include each file once",
    });
  }
  const text = program.options.include?.(file);
  if (text === undefined) {
    throw program.error(fileAt, {
      code: "Q701",
      expected: "a file that can be included",
      got: file,
      remedy:
        program.options.include === undefined
          ? "pass a function include that gives its text; qelib1.inc and stdgates.inc are built in"
          : "check the name",
    });
  }
  const base = program.sources.add(file, text);
  program.openFiles.push(file);
  lowerText(program, new Lexer(text, program.sources, base, program.version));
  program.openFiles.pop();
}

/** The gates that are there without an include. */
export function declareBuiltIns(program: Program): void {
  for (const name of program.version === 2 ? ["U", "CX"] : ["U", "gphase"]) {
    const gate = tableGate(name, false);
    if (gate !== undefined) program.scope.set(name, { kind: "gate", at: -1, gate });
  }
}

function includeQelib1(program: Program, at: Position): void {
  for (const gate of qelib1Gates(program.options.strict === true)) {
    // What the program has defined itself already stays.
    if (gate.replaceable && program.scope.own(gate.name) !== undefined) continue;
    if (!isSame(program, gate.name, gate.gate))
      program.declare({ at, name: gate.name }, { kind: "gate", at, gate });
  }
}

function includeStdgates(program: Program, at: Position): void {
  if (program.version === 2) {
    throw program.error(at, {
      code: "Q701",
      expected: "a library of OpenQASM 2",
      got: "stdgates.inc, which belongs to OpenQASM 3",
      remedy: "include qelib1.inc, or begin the program with OPENQASM 3.0;",
    });
  }
  for (const gate of stdGates()) {
    if (!isSame(program, gate.name, gate.gate))
      program.declare({ at, name: gate.name }, { kind: "gate", at, gate });
  }
}

/** Whether the name stands for this gate of the table already, as after including a library twice. */
function isSame(program: Program, name: string, gate: string): boolean {
  const entry = program.scope.own(name);
  return entry?.kind === "gate" && entry.gate.kind === "table" && entry.gate.gate === gate;
}
