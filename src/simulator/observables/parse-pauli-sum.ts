import { ParseError } from "../../errors/parse-error.ts";
import type { PauliTerm } from "./pauli-sum.ts";

/** Highest qubit: basis states are counted in 30 bits. */
const highest = 29;

const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const space = /\s*/y;

/**
 * Reads the terms of a sum of Pauli strings; the grammar is told at `pauli`.
 *
 * One pass from left to right, a term at a time.
 */
export function parsePauliSum(text: string): PauliTerm[] {
  if (typeof text !== "string") {
    throw new TypeError(
      `pauli: expected a text such as "X0 Z2 - ZZ", got ${typeof text}; write the sum out.`,
    );
  }
  const reader = new Reader(text);
  const terms: PauliTerm[] = [];
  do {
    terms.push(reader.term(terms.length === 0));
  } while (!reader.atEnd());
  return terms;
}

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#match(space);
  }

  atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** A sign (only the first term may lack it), a coefficient, a Pauli string. */
  term(first: boolean): PauliTerm {
    const sign = this.#token("+-");
    if (sign === undefined && !first) throw this.#error("+, - or the end", "join terms with + or -");
    const digits = this.#match(number);
    if (digits !== undefined) this.#match(space);
    const star = digits !== undefined ? this.#token("*") : undefined;
    const from = this.#at;
    const letter = this.#peek();
    let masks = { x: 0, z: 0 };
    if (letter !== undefined && "IXYZ".includes(letter)) {
      masks = this.#isSparse() ? this.#sparse() : this.#dense(from);
    } else if (digits === undefined || star !== undefined) {
      throw this.#error("a Pauli string such as X0 Z2 or ZZ", "use the letters I, X, Y and Z");
    }
    const coefficient = (sign === "-" ? -1 : 1) * Number(digits ?? 1);
    if (!Number.isFinite(coefficient)) {
      throw this.#error("a finite coefficient", "use smaller numbers", from);
    }
    return { coefficient, ...masks };
  }

  #isSparse(): boolean {
    return /\d/.test(this.#text[this.#at + 1] ?? "");
  }

  /** Letters alone; the last is qubit 0. */
  #dense(from: number): { x: number; z: number } {
    const letters = this.#match(/[IXYZ]+/y) ?? "";
    if (letters.length > highest + 1) {
      throw this.#error(`at most ${highest + 1} letters`, "no simulated state has more qubits", from);
    }
    if (/\d/.test(this.#peek() ?? "")) {
      throw this.#error(
        "letters alone, or a qubit number after each letter",
        "write X1 X0 or XX",
        this.#at - 1,
      );
    }
    this.#match(space);
    const next = this.#peek();
    if (next !== undefined && "IXYZ*".includes(next)) {
      throw this.#error("+, - or the end", "write one dense string a term, or number every letter");
    }
    let x = 0;
    let z = 0;
    [...letters].reverse().forEach((letter, qubit) => {
      if (letter === "X" || letter === "Y") x |= 1 << qubit;
      if (letter === "Z" || letter === "Y") z |= 1 << qubit;
    });
    return { x, z };
  }

  /** Letters with their qubits. */
  #sparse(): { x: number; z: number } {
    let x = 0;
    let z = 0;
    let named = 0;
    for (;;) {
      const from = this.#at;
      const factor = this.#match(/[IXYZ]\d+/y);
      if (factor === undefined) throw this.#error("a letter with its qubit", "write X0 Z2");
      const qubit = Number(factor.slice(1));
      if (qubit > highest) {
        throw this.#error(`a qubit from 0 to ${highest}`, "no simulated state has more qubits", from);
      }
      if ((named >> qubit) & 1) {
        throw this.#error("each qubit once in a term", "multiply the letters of one qubit out", from);
      }
      named |= 1 << qubit;
      if (factor[0] === "X" || factor[0] === "Y") x |= 1 << qubit;
      if (factor[0] === "Z" || factor[0] === "Y") z |= 1 << qubit;
      this.#match(space);
      const star = this.#token("*");
      if (star === undefined && !"IXYZ".includes(this.#peek() ?? " ")) return { x, z };
    }
  }

  /** One of some characters and the space behind it. */
  #token(characters: string): string | undefined {
    const next = this.#peek();
    if (next === undefined || !characters.includes(next)) return undefined;
    this.#at++;
    this.#match(space);
    return next;
  }

  #peek(): string | undefined {
    return this.#text[this.#at];
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #error(expected: string, remedy: string, at = this.#at): ParseError {
    const got = at < this.#text.length ? JSON.stringify(this.#text.slice(at, at + 8)) : "the end";
    return new ParseError({ source: "pauli", line: 1, column: at + 1 }, expected, got, remedy);
  }
}
