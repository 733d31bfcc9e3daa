import type { Expression } from "../syntax/expression.ts";
import type { Statement } from "../syntax/statement.ts";
import type { Lexer } from "../text/lexer.ts";
import { tokenTables } from "../text/token-table.ts";
import { accept, endStatement, expect, expectNewName, unexpected } from "./expect.ts";
import { literalStep } from "./literal.ts";
import { parseGateSignature, parseInclude, parseParameters, refuseVersionLine } from "./parse-common.ts";
import { parseOperand, parseOperands } from "./parse-operand.ts";

/** One empty list for all statements, which are many. */
const none: readonly never[] = Object.freeze([]);

/** Reads one statement of OpenQASM 2. */
export function parseStatement2(lexer: Lexer): Statement {
  const { at } = lexer;
  switch (lexer.kind) {
    case "name":
      return parseGateCall(lexer);
    case "measure":
      return parseMeasurement(lexer);
    case "barrier": {
      lexer.advance();
      const operands = parseOperands(lexer);
      endStatement(lexer);
      return { kind: "barrier", at, operands };
    }
    case "reset": {
      lexer.advance();
      const operand = parseOperand(lexer);
      endStatement(lexer);
      return { kind: "reset", at, operand };
    }
    case "if":
      return parseCondition(lexer);
    case "qreg":
    case "creg":
      return parseRegister(lexer);
    case "gate":
      return parseGateDefinition(lexer);
    case "opaque": {
      lexer.advance();
      const signature = parseGateSignature(lexer);
      endStatement(lexer);
      return { kind: "gate definition", at, ...signature, body: undefined };
    }
    case "include":
      return parseInclude(lexer);
    case "OPENQASM":
      throw refuseVersionLine(lexer);
    default:
      throw unexpected(lexer, "a statement", "start with qreg, creg, gate, measure or the name of a gate");
  }
}

/** `name(parameters) operands;` */
function parseGateCall(lexer: Lexer): Statement {
  const { at } = lexer;
  const name = lexer.lexeme;
  if (tokenTables[3].words.has(name)) throw refuseVersion3(lexer, name);
  lexer.advance();
  const parameters = lexer.is("(") ? parseParameters(lexer) : none;
  const operands = parseOperands(lexer);
  endStatement(lexer);
  return { kind: "gate", at, name: { at, name }, modifiers: none, parameters, operands };
}

function refuseVersion3(lexer: Lexer, word: string) {
  return lexer.error({
    code: "Q206",
    expected: "a statement of OpenQASM 2",
    got: `"${word}", a word of OpenQASM 3`,
    remedy: "begin the program with OPENQASM 3.0;",
  });
}

/** `measure qubits -> bits;` */
function parseMeasurement(lexer: Lexer): Statement {
  const { at } = lexer;
  lexer.advance();
  const operand = parseOperand(lexer);
  expect(lexer, "->", "say where the result goes: measure q -> c;");
  const target = parseOperand(lexer);
  endStatement(lexer);
  return { kind: "measure", at, operand, target };
}

/** `if (register == number) statement` */
function parseCondition(lexer: Lexer): Statement {
  const { at } = lexer;
  lexer.advance();
  expect(lexer, "(", "a condition is written if (c == 1)");
  if (!lexer.is("name")) throw unexpected(lexer, "a classical register", "compare a register: if (c == 1)");
  const name = { kind: "name", at: lexer.at, name: lexer.lexeme } as const;
  lexer.advance();
  const operator = { kind: "infix", at: lexer.at, operator: "==" } as const;
  expect(lexer, "==", "compare a whole register with a number: if (c == 1)");
  const value = lexer.is("integer") ? literalStep(lexer) : undefined;
  if (value === undefined)
    throw unexpected(lexer, "a whole number ≥ 0", "compare with a number: if (c == 1)");
  lexer.advance();
  expect(lexer, ")", "a condition is written if (c == 1)");
  const condition: Expression = { at: name.at, steps: [name, value, operator] };
  if (!lexer.is("name") && !lexer.is("measure") && !lexer.is("reset")) {
    throw unexpected(lexer, "a gate, measure or reset", "an if of OpenQASM 2 has one such statement");
  }
  return { kind: "if", at, condition, body: [parseStatement2(lexer)], otherwise: [] };
}

/** `qreg name[size];` or `creg name[size];` */
function parseRegister(lexer: Lexer): Statement {
  const { at, kind } = lexer;
  lexer.advance();
  const name = expectNewName(lexer, "the register");
  const open = lexer.at;
  expect(lexer, "[", `give the size: ${kind} ${name.name}[1];`);
  const size = lexer.is("integer") ? literalStep(lexer) : undefined;
  if (size === undefined) throw unexpected(lexer, "the size of the register", "a size is a whole number ≥ 1");
  lexer.advance();
  expect(lexer, "]", "close the size");
  endStatement(lexer);
  const expression: Expression = { at: size.at, steps: [size] };
  if (kind === "qreg") return { kind: "qubits", at, name, size: expression };
  const type = { at: open, base: "bit", size: expression } as const;
  return { kind: "classical", at, qualifier: undefined, type, name, value: undefined };
}

/** `gate name(parameters) qubits { calls and barriers }` */
function parseGateDefinition(lexer: Lexer): Statement {
  const { at } = lexer;
  lexer.advance();
  const signature = parseGateSignature(lexer);
  expect(lexer, "{", "put the body of the gate in braces");
  const body: Statement[] = [];
  while (!accept(lexer, "}")) {
    if (!lexer.is("name") && !lexer.is("barrier")) {
      throw unexpected(lexer, 'a gate, barrier or "}"', "the body of a gate has gates and barriers only");
    }
    body.push(parseStatement2(lexer));
  }
  return { kind: "gate definition", at, ...signature, body };
}
