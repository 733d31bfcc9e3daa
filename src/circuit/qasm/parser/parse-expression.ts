import type { Expression, PrefixOperator, ScalarBase, Step } from "../syntax/expression.ts";
import type { Lexer } from "../text/lexer.ts";
import type { Position } from "../text/sources.ts";
import { takeComma } from "./comma-list.ts";
import { expect, unexpected } from "./expect.ts";
import { literalStep } from "./literal.ts";
import { infixOperators, prefixOperators, prefixStrength, scalarBases } from "./operator-table.ts";
import { refuseFeature } from "./unsupported.ts";

/** An operator that waits for its right operand. */
interface Waiting {
  readonly kind: "operator";
  readonly strength: number;
  readonly step: Step;
}

/** A bracket that is open. */
interface Bracket {
  readonly kind: "group" | "call" | "cast" | "size" | "index" | "range" | "set";
  readonly at: Position;
  readonly closer: ")" | "]" | "}";
  /** The function that is called, or the type of a cast. */
  readonly name: string;
  /** Elements that are complete. */
  count: number;
  /** For an index or range: which of the pieces between colons are there. */
  pieces: boolean[];
  sized: boolean;
}

/**
 * Reads an expression up to the token that cannot continue it.
 *
 * The shunting-yard method: operands go to the output, operators and open brackets wait on a stack until what binds
 * tighter is out. The stack is a list, so nesting is limited by memory and not by recursion.
 */
export function parseExpression(lexer: Lexer): Expression {
  const { at } = lexer;
  const literal = literalStep(lexer);
  if (literal === undefined) return new ExpressionReader(lexer, at).read();
  lexer.advance();
  // Most angles are one number.
  if (lexer.is(")") || lexer.is(",")) return { at, steps: [literal] };
  return new ExpressionReader(lexer, at).readAfter(literal);
}

/** Reads what a `for` runs over: a range in square brackets, a set in braces, or an expression. */
export function parseIterable(lexer: Lexer): Expression {
  return new ExpressionReader(lexer, lexer.at).readIterable();
}

class ExpressionReader {
  readonly #lexer: Lexer;
  readonly #at: Position;
  readonly #steps: Step[] = [];
  readonly #stack: (Waiting | Bracket)[] = [];

  constructor(lexer: Lexer, at: Position) {
    this.#lexer = lexer;
    this.#at = at;
  }

  read(): Expression {
    do {
      while (!this.#operand());
    } while (this.#continuation());
    return { at: this.#at, steps: this.#steps };
  }

  /** Goes on after a first operand. */
  readAfter(operand: Step): Expression {
    this.#steps.push(operand);
    return this.#continuation() ? this.read() : { at: this.#at, steps: this.#steps };
  }

  readIterable(): Expression {
    const { kind } = this.#lexer;
    if (kind === "[") this.#open("range", "]");
    else if (kind === "{") this.#open("set", "}");
    return this.read();
  }

  /** Takes one token where an operand must stand, and says whether the operand is complete. */
  #operand(): boolean {
    const lexer = this.#lexer;
    const { kind, at } = lexer;
    if (kind === "name" || kind === "physical qubit" || kind === "pow") return this.#name();
    if (kind === "(") {
      this.#open("group", ")");
      return false;
    }
    if (prefixOperators[lexer.version].has(kind)) {
      const step: Step = { kind: "prefix", at, operator: kind as PrefixOperator };
      this.#stack.push({ kind: "operator", strength: prefixStrength, step });
      lexer.advance();
      return false;
    }
    const literal = literalStep(lexer);
    if (literal !== undefined) {
      this.#steps.push(literal);
      lexer.advance();
      return true;
    }
    if (scalarBases.has(kind)) {
      this.#cast(kind as ScalarBase);
      return false;
    }
    const top = this.#stack.at(-1);
    if (kind === "{" && top?.kind === "index" && top.pieces.length === 0) {
      this.#open("set", "}");
      return false;
    }
    if (kind === ":" && top?.kind === "index") return this.#colon(top, false);
    if (kind === "]" && top?.kind === "index" && top.pieces.length === 1) {
      this.#pieceEnds(top, false);
      return this.#close(top, 1);
    }
    if (kind === ")" && top?.kind === "call" && top.count === 0 && lexer.version === 3) {
      return this.#close(top, 0);
    }
    throw this.#missingOperand();
  }

  /** After an operand: takes an operator, comma or bracket and goes on, or ends the expression. */
  #continuation(): boolean {
    for (;;) {
      const lexer = this.#lexer;
      const { kind, at } = lexer;
      const binding = infixOperators[lexer.version].get(kind);
      if (binding !== undefined) {
        const { operator, strength, rightAssociative } = binding;
        this.#reduce(rightAssociative ? strength + 1 : strength);
        this.#stack.push({ kind: "operator", strength, step: { kind: "infix", at, operator } });
        lexer.advance();
        return true;
      }
      if (kind === "[" && lexer.version === 3) {
        this.#open("index", "]");
        return true;
      }
      const bracket = this.#reduce(-1);
      if (bracket === undefined) return false;
      if (kind === ":" && (bracket.kind === "index" || bracket.kind === "range")) {
        this.#colon(bracket, true);
        return true;
      }
      if (kind === ",") {
        if (this.#comma(bracket)) return true;
      }
      if (lexer.kind !== bracket.closer) throw this.#unclosed(bracket);
      if (bracket.kind === "index" || bracket.kind === "range") this.#pieceEnds(bracket, true);
      if (!this.#close(bracket, bracket.count + 1)) return true;
    }
  }

  /** A name, and the opening of a call if one follows. */
  #name(): boolean {
    const lexer = this.#lexer;
    const { at, kind } = lexer;
    const name = lexer.lexeme;
    lexer.advance();
    if (lexer.is("(") && kind !== "physical qubit") {
      this.#open("call", ")", name, at);
      return false;
    }
    if (kind === "pow") throw unexpected(lexer, '"("', "the function is pow(base, exponent)");
    this.#steps.push({ kind: "name", at, name });
    return true;
  }

  #cast(base: ScalarBase): void {
    const lexer = this.#lexer;
    const { at } = lexer;
    lexer.advance();
    if (lexer.is("[")) this.#open("size", "]", base, at);
    else if (lexer.is("(")) this.#open("cast", ")", base, at);
    else throw unexpected(lexer, '"(" or "["', `a cast is written ${base}(value) or ${base}[size](value)`);
  }

  #open(kind: Bracket["kind"], closer: Bracket["closer"], name = "", at = this.#lexer.at): void {
    this.#stack.push({ kind, at, closer, name, count: 0, pieces: [], sized: false });
    this.#lexer.advance();
  }

  /** Moves waiting operators that bind at least so tight to the output; gives the bracket below them. */
  #reduce(strength: number): Bracket | undefined {
    const stack = this.#stack;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (top.kind !== "operator") return top;
      if (top.strength < strength) return undefined;
      this.#steps.push(top.step);
      stack.pop();
    }
    return undefined;
  }

  /** Takes a comma in a bracket, and says whether an operand follows. */
  #comma(bracket: Bracket): boolean {
    if (bracket.kind !== "call" && bracket.kind !== "set") {
      if (bracket.kind !== "index") throw this.#unclosed(bracket);
      throw this.#lexer.error({
        code: "Q601",
        expected: "one index",
        got: "several, as arrays have them",
        remedy: "registers have one index; select several qubits with a set: q[{0, 2}]",
      });
    }
    if (!takeComma(this.#lexer)) return false;
    bracket.count++;
    return true;
  }

  #colon(bracket: Bracket, isThere: boolean): false {
    if (bracket.pieces.length === 2) throw unexpected(this.#lexer, '"]"', "a range is start:step:stop");
    bracket.pieces.push(isThere);
    this.#lexer.advance();
    return false;
  }

  /** The last piece of an index ends: if there were colons before it, the pieces are a range. */
  #pieceEnds(bracket: Bracket, isThere: boolean): void {
    const [start, second] = bracket.pieces;
    const { at } = bracket;
    if (bracket.pieces.length === 1)
      this.#steps.push({ kind: "range", at, start, step: false, stop: isThere });
    else if (bracket.pieces.length === 2) {
      this.#steps.push({ kind: "range", at, start, step: second, stop: isThere });
    } else if (bracket.kind === "range") {
      throw unexpected(this.#lexer, '":"', "a range is start:stop or start:step:stop");
    }
    bracket.pieces = [];
  }

  /** Takes the closing bracket, and says whether the operand is complete. */
  #close(bracket: Bracket, count: number): boolean {
    const { kind, at, name, sized } = bracket;
    this.#stack.pop();
    this.#lexer.advance();
    switch (kind) {
      case "call":
        this.#steps.push({ kind, at, name, count });
        break;
      case "set":
        this.#steps.push({ kind, at, count });
        break;
      case "index":
        this.#steps.push({ kind, at });
        break;
      case "cast":
        this.#steps.push({ kind, at, base: name as ScalarBase, sized });
        break;
      case "size":
        if (!this.#lexer.is("(")) expect(this.#lexer, "(", `a cast is written ${name}[size](value)`);
        this.#open("cast", ")", name, at);
        (this.#stack.at(-1) as Bracket).sized = true;
        return false;
    }
    return true;
  }

  #missingOperand() {
    const lexer = this.#lexer;
    refuseFeature(lexer);
    if (lexer.is("measure")) {
      return unexpected(lexer, "a value", "measure on its own: c = measure q; and use c");
    }
    const top = this.#stack.at(-1);
    const { kind } = lexer;
    if (kind === "end of text" || top?.kind !== "operator") {
      return unexpected(lexer, "a value", "write a number, a name or an expression in parentheses");
    }
    const operator = "operator" in top.step ? top.step.operator : "";
    return lexer.error({
      code: "Q208",
      expected: `a value after ${operator}`,
      got: lexer.phrase,
      remedy: "complete or remove the operator",
    });
  }

  #unclosed({ at, closer }: Bracket) {
    const lexer = this.#lexer;
    const opened = lexer.sources.describe(at);
    const got = lexer.phrase;
    const ends = lexer.is("end of text");
    return lexer.error(
      {
        code: ends ? "Q202" : "Q208",
        expected: `"${closer}" for the bracket at ${opened}`,
        got,
        remedy: "close the bracket or put an operator between the operands",
      },
      ends ? lexer.previousEnd : lexer.start,
    );
  }
}
