import type { QasmReport } from "../../../errors/qasm-error.ts";
import type { Statement } from "../syntax/statement.ts";
import type { Lexer } from "../text/lexer.ts";
import { endStatement, expect, expectNewName, unexpected } from "./expect.ts";
import { parseCallOrAssignment, parseGateCall } from "./parse-calls.ts";
import { parseInclude, refuseVersionLine } from "./parse-common.ts";
import { parseAlias, parseClassical, parseGate, parseQubits, parseSubroutine } from "./parse-declarations.ts";
import { parseExpression, parseIterable } from "./parse-expression.ts";
import { parseOperand, parseOperands } from "./parse-operand.ts";
import { parseRightSide, parseType } from "./parse-type.ts";
import { refuseFeature } from "./unsupported.ts";

/** What a reader of statements needs to know besides the text. */
export interface ReadingContext {
  /** The deepest nesting of blocks. */
  readonly depth: number;
  /** Hears of lines that are left out. */
  readonly note: (report: { readonly at: number; readonly message: string }) => void;
}

/** Reads one statement of OpenQASM 3. */
export function parseStatement3(lexer: Lexer, context: ReadingContext): Statement {
  return new StatementReader(lexer, context).read();
}

class StatementReader {
  readonly #lexer: Lexer;
  readonly #context: ReadingContext;
  #depth = 0;
  /** The annotations `@kronket.rounds` in front of the next statement. */
  #rounds: { readonly at: number; readonly value: number }[] = [];

  constructor(lexer: Lexer, context: ReadingContext) {
    this.#lexer = lexer;
    this.#context = context;
  }

  read(): Statement {
    const lexer = this.#lexer;
    this.#readDirectives();
    const { at, kind } = lexer;
    const rounds = this.#takeRounds(kind === "while");
    switch (kind) {
      case "name":
      case "physical qubit":
        return parseCallOrAssignment(lexer);
      case "gphase":
      case "inv":
      case "pow":
      case "ctrl":
      case "negctrl":
        return parseGateCall(lexer);
      case "qubit":
      case "qreg":
        return parseQubits(lexer);
      case "bit":
      case "creg":
      case "bool":
      case "int":
      case "uint":
      case "float":
      case "angle":
      case "const":
      case "input":
      case "output":
        return parseClassical(lexer);
      case "let":
        return parseAlias(lexer);
      case "gate":
        return parseGate(lexer, () => this.#block());
      case "def":
        return parseSubroutine(lexer, () => this.#block());
      case "measure":
        return this.#measurement();
      case "reset": {
        lexer.advance();
        const operand = parseOperand(lexer);
        endStatement(lexer);
        return { kind, at, operand };
      }
      case "barrier": {
        lexer.advance();
        const operands = lexer.is(";") ? [] : parseOperands(lexer);
        endStatement(lexer);
        return { kind, at, operands };
      }
      case "if":
        return this.#branch();
      case "for":
        return this.#forLoop();
      case "while": {
        lexer.advance();
        const condition = this.#condition();
        return { kind, at, condition, rounds, body: this.#body() };
      }
      case "{":
        return { kind: "block", at, body: this.#block() };
      case "return": {
        lexer.advance();
        const value = lexer.is(";") ? undefined : parseRightSide(lexer);
        endStatement(lexer);
        return { kind, at, value };
      }
      case "break":
      case "continue":
      case "end":
        lexer.advance();
        endStatement(lexer);
        return { kind, at };
      case "include":
        return parseInclude(lexer);
      case "OPENQASM":
        throw refuseVersionLine(lexer);
      default:
        refuseFeature(lexer);
        throw unexpected(lexer, "a statement", "start with a type, gate, measure or the name of a gate");
    }
  }

  /** Annotations and pragmas say nothing about the circuit, but for those that bound a loop, or add gates or noise. */
  #readDirectives(): void {
    const lexer = this.#lexer;
    for (;;) {
      const { at, kind } = lexer;
      if (kind !== "@" && kind !== "#pragma" && kind !== "pragma") return;
      const text = lexer.restOfLine();
      if (kind === "@" && /^kronket\.rounds\b/.test(text)) {
        this.#rounds.push({ at, value: this.#roundsOf(text, at) });
        continue;
      }
      if (kind !== "@" && /^braket\s+(unitary|noise)/.test(text)) throw lexer.sources.error(at, pragma(text));
      const what = kind === "@" ? `annotation @${text}` : `pragma ${text}`;
      this.#context.note({ at, message: `${what} is left out` });
    }
  }

  #roundsOf(text: string, at: number): number {
    const digits = /^kronket\.rounds\s+(\d+)$/.exec(text)?.[1];
    const value = Number(digits);
    if (Number.isSafeInteger(value)) return value;
    throw this.#lexer.sources.error(at, {
      code: "Q508",
      expected: "a whole number from 0 to 2^53 − 1 as the most rounds of a loop",
      got: `@${text}`,
      remedy: "write for instance @kronket.rounds 20",
    });
  }

  /** The rounds of the loop that begins here; in front of anything else they are left out. */
  #takeRounds(isLoop: boolean): number | undefined {
    if (this.#rounds.length === 0) return undefined;
    const last = isLoop ? this.#rounds.pop() : undefined;
    for (const { at, value } of this.#rounds) {
      this.#context.note({ at, message: `annotation @kronket.rounds ${value} is left out` });
    }
    this.#rounds = [];
    return last?.value;
  }

  /** `measure qubits -> bits;`, or without bits. */
  #measurement(): Statement {
    const lexer = this.#lexer;
    const { at } = lexer;
    lexer.advance();
    const operand = parseOperand(lexer);
    let target: ReturnType<typeof parseOperand> | undefined;
    if (lexer.is("->")) {
      lexer.advance();
      target = parseOperand(lexer);
    }
    endStatement(lexer);
    return { kind: "measure", at, operand, target };
  }

  #branch(): Statement {
    const lexer = this.#lexer;
    const { at } = lexer;
    lexer.advance();
    const condition = this.#condition();
    const body = this.#body();
    let otherwise: readonly Statement[] = [];
    if (lexer.is("else")) {
      lexer.advance();
      otherwise = this.#body();
    }
    return { kind: "if", at, condition, body, otherwise };
  }

  #forLoop(): Statement {
    const lexer = this.#lexer;
    const { at } = lexer;
    lexer.advance();
    const type = parseType(lexer, "write the type of the variable: for int i in [0:3]");
    const name = expectNewName(lexer, "the variable of the loop");
    expect(lexer, "in", "write for int i in [0:3]");
    const values = parseIterable(lexer);
    return { kind: "for", at, type, name, values, body: this.#body() };
  }

  #condition() {
    const lexer = this.#lexer;
    expect(lexer, "(", "put the condition in parentheses");
    const condition = parseExpression(lexer);
    if (!lexer.is(")")) throw unexpected(lexer, '")" or an operator', "close the condition");
    lexer.advance();
    return condition;
  }

  /** A block, or a single statement. */
  #body(): readonly Statement[] {
    return this.#lexer.is("{") ? this.#block() : [this.#nested(() => this.read())];
  }

  #block(): readonly Statement[] {
    const lexer = this.#lexer;
    const opened = lexer.at;
    expect(lexer, "{", "put the statements in braces");
    return this.#nested(() => {
      const statements: Statement[] = [];
      for (;;) {
        this.#readDirectives();
        if (lexer.is("}")) {
          this.#takeRounds(false);
          break;
        }
        if (lexer.is("end of text")) {
          const where = lexer.sources.describe(opened);
          throw unexpected(lexer, `"}" for the block that opens at ${where}`, "close the block");
        }
        statements.push(this.read());
      }
      lexer.advance();
      return statements;
    });
  }

  #nested<Result>(read: () => Result): Result {
    const { depth } = this.#context;
    if (++this.#depth > depth) {
      throw this.#lexer.error({
        code: "Q803",
        expected: `blocks at most ${depth} deep`,
        got: "one more",
        remedy: "nest less, or raise limits.depth",
      });
    }
    const result = read();
    this.#depth--;
    return result;
  }
}

function pragma(text: string): QasmReport {
  return {
    code: "Q601",
    expected: "a feature of the subset that is read here",
    got: `the pragma ${text.split(/\s+/, 2).join(" ")}`,
    remedy: "define a gate instead",
  };
}
