/** The versions of OpenQASM that can be written. */
export type QasmVersion = 2 | 3;

/** Words that name nothing else in OpenQASM 2; the functions are those that readers know. */
const words2 =
  "OPENQASM include qreg creg gate opaque measure reset barrier if pi sin cos tan exp ln sqrt asin acos atan U CX";

/** Words that name nothing else in OpenQASM 3: keywords, types, constants and built-in functions. */
const words3 = `OPENQASM include defcalgrammar def cal defcal gate extern box let break continue end return if else for
  while in switch case default nop pragma input output const readonly mutable qreg qubit creg bool bit int uint float
  angle complex array void duration stretch gphase inv pow ctrl negctrl dim durationof delay reset measure barrier true
  false im pi π tau τ euler ℇ U arccos arcsin arctan ceiling cos exp floor log mod popcount real imag rotl rotr sin
  sizeof sqrt tan CX`;

const words: Record<QasmVersion, ReadonlySet<string>> = {
  2: new Set(words2.split(/\s+/)),
  3: new Set(words3.split(/\s+/)),
};

const identifier: Record<QasmVersion, RegExp> = {
  2: /^[a-z][A-Za-z0-9_]*$/,
  3: /^[\p{L}\p{Nl}_][\p{L}\p{Nl}_0-9]*$/u,
};

/**
 * The names of one program: hands out identifiers that are valid in the version, are no words of the language, and
 * occur once.
 */
export class QasmNames {
  readonly #taken = new Set<string>();

  constructor(
    readonly version: QasmVersion,
    known: Iterable<string> = [],
  ) {
    for (const name of known) this.#taken.add(name);
  }

  /** A new name: the wished one where it is free and valid, otherwise the nearest that is. */
  claim(wished: string, fallback: string): string {
    const base = this.#valid(wished, fallback);
    let name = base;
    for (let k = 1; this.#isTaken(name); k++) name = `${base}_${k}`;
    this.#taken.add(name);
    return name;
  }

  /** The first of some stems that no name continues with digits: `stem0`, `stem1`, … are free. */
  freeStem(stems: readonly string[]): string {
    const free = stems.find((stem) => ![...this.#taken].some((name) => /^\d+$/.test(rest(name, stem))));
    // A stem longer than every name is free.
    return (
      free ?? `${stems[0]}${"_".repeat(1 + Math.max(0, ...[...this.#taken].map((name) => name.length)))}`
    );
  }

  #isTaken(name: string): boolean {
    return this.#taken.has(name) || words[this.version].has(name);
  }

  #valid(wished: string, fallback: string): string {
    if (identifier[this.version].test(wished)) return wished;
    const plain = wished
      .replaceAll("†", "_dg")
      .replace(this.version === 2 ? /[^A-Za-z0-9_]+/g : /[^\p{L}\p{Nl}0-9_]+/gu, "_")
      .replace(/_+$/, "");
    const small = plain.slice(0, 1).toLowerCase() + plain.slice(1);
    for (const text of [plain, small]) if (identifier[this.version].test(text)) return text;
    return /[A-Za-z0-9]/.test(plain) ? `${fallback}_${plain.replace(/^_+/, "")}` : fallback;
  }
}

function rest(name: string, stem: string): string {
  return name.startsWith(stem) ? name.slice(stem.length) : "";
}
