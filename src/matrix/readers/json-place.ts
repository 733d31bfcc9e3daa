/** A place in a JSON text and what is wrong there, if anything. */
export interface JsonPlace {
  /** Line, counted from 1. */
  readonly line: number;
  /** Character in the line, counted from 1. */
  readonly column: number;
}

/** A departure from the grammar of JSON. */
export interface JsonFault extends JsonPlace {
  readonly expected: string;
  readonly got: string;
}

/** What engines allow differs; deeper data is no matrix. */
const deepest = 100;

/**
 * Finds where a text that `JSON.parse` refused departs from JSON (RFC 8259), since engines word it differently and
 * often give no place. Undefined when nothing is wrong within the depth that a matrix can have.
 *
 * @example findJsonFault("[1, NaN]") // { line: 1, column: 5, expected: "a value", got: "NaN" }
 */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    new Walk(text, undefined).document();
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { ...lineAndColumn(text, fault.at), expected: fault.expected, got: shown(text, fault.at) };
  }
  return undefined;
}

/**
 * Where the value at a path begins in a sound JSON text; its nearest ancestor's place if the path leads nowhere.
 *
 * @example findJsonValue('[[1, 2],\n [3, "x"]]', [1, 1]) // { line: 2, column: 6 }
 */
export function findJsonValue(text: string, path: readonly (string | number)[]): JsonPlace {
  const walk = new Walk(text, path);
  try {
    walk.document();
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
  }
  return lineAndColumn(text, walk.found);
}

class Fault {
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {}
}

class Walk {
  found = 0;
  #at = 0;
  #matched = -1;

  constructor(
    readonly text: string,
    readonly path: readonly (string | number)[] | undefined,
  ) {}

  document(): void {
    this.#value(0, 0);
    if (this.#at < this.text.length) throw new Fault(this.#at, "the end of the text");
  }

  /** Reads a value; `matched` is how many steps of the path lead to it, or −1 off the path. */
  #value(depth: number, matched: number): void {
    this.#blanks();
    if (matched > this.#matched) {
      this.#matched = matched;
      this.found = this.#at;
    }
    if (depth > deepest) throw new Fault(this.#at, `at most ${deepest} levels of brackets`);
    const start = this.text[this.#at];
    if (start === "[") this.#array(depth, matched);
    else if (start === "{") this.#object(depth, matched);
    else if (start === '"') this.#string();
    else if (!this.#token(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y))
      throw new Fault(this.#at, "a value");
    this.#blanks();
  }

  #array(depth: number, matched: number): void {
    this.#at++;
    this.#blanks();
    if (this.#take("]")) return;
    for (let k = 0; ; k++) {
      this.#value(depth + 1, this.#step(matched, k));
      if (this.#take("]")) return;
      if (!this.#take(",")) throw new Fault(this.#at, "a comma or ]");
    }
  }

  #object(depth: number, matched: number): void {
    this.#at++;
    this.#blanks();
    if (this.#take("}")) return;
    for (;;) {
      this.#blanks();
      if (this.text[this.#at] !== '"') throw new Fault(this.#at, "a key in double quotes");
      const key = this.#string();
      this.#blanks();
      if (!this.#take(":")) throw new Fault(this.#at, "a colon");
      this.#value(depth + 1, this.#step(matched, key));
      if (this.#take("}")) return;
      if (!this.#take(",")) throw new Fault(this.#at, "a comma or }");
    }
  }

  #string(): string {
    const start = this.#at++;
    for (;;) {
      const code = this.text.charCodeAt(this.#at);
      if (Number.isNaN(code)) throw new Fault(this.#at, "a double quote that ends the text");
      if (code < 32) throw new Fault(this.#at, "text without line breaks and control characters");
      if (code === 92) {
        if (!this.#token(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y))
          throw new Fault(this.#at, "an escape that JSON knows");
      } else {
        this.#at++;
        if (code === 34) return JSON.parse(this.text.slice(start, this.#at)) as string;
      }
    }
  }

  #token(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #take(mark: string): boolean {
    if (this.text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  #blanks(): void {
    while (/[ \t\r\n]/.test(this.text[this.#at] ?? "")) this.#at++;
  }

  #step(matched: number, key: string | number): number {
    return matched >= 0 && this.path !== undefined && this.path[matched] === key ? matched + 1 : -1;
  }
}

function lineAndColumn(text: string, at: number): JsonPlace {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: at - lineStart + 1 };
}

function shown(text: string, at: number): string {
  if (at >= text.length) return "the end of the text";
  const got = /[\w.+-]{1,30}|./suy.exec(text.slice(at, at + 40))?.[0] ?? text[at];
  return got.charCodeAt(0) < 32 ? "a line break or control character" : got;
}
