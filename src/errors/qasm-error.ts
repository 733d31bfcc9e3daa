import { ParseError, type ParsePlace } from "./parse-error.ts";
import type { QasmCode } from "./qasm-codes.ts";

/** What a QasmError has to say. */
export interface QasmReport {
  /** What kind of error it is: see `qasmCodes`. */
  readonly code: QasmCode;
  /** What should stand there. */
  readonly expected: string;
  /** What does stand there. */
  readonly got: string;
  /** What to do about it. */
  readonly remedy: string;
}

/**
 * Says where and how an OpenQASM program is wrong.
 *
 * Message: `NAME:LINE:COLUMN: expected …, got …; remedy. [CODE]`, then the line of the program with a caret under the
 * place. Line and column count from 1; a column is a character.
 *
 * @example
 * bell.qasm:3:4: expected the name of qubits, got r, which is not declared; declare it first: qreg r[2]. [Q301]
 *   3 | cx r[0], q[1];
 *     |    ^
 */
export class QasmError extends ParseError {
  override readonly name: string = "QasmError";
  readonly code: QasmCode;
  /** The line of the program, and below it a caret under the place. */
  readonly excerpt: string;
  readonly remedy: string;

  constructor(place: ParsePlace, excerpt: string, { code, expected, got, remedy }: QasmReport) {
    super(place, expected, got, remedy);
    this.message = `${this.message} [${code}]\n${excerpt}`;
    this.code = code;
    this.excerpt = excerpt;
    this.remedy = remedy;
  }
}
