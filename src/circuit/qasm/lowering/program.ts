import type { QasmReport } from "../../../errors/qasm-error.ts";
import { defaultRounds } from "../../default-rounds.ts";
import type { Operation } from "../../operation.ts";
import type { Register } from "../../register.ts";
import type { QasmLimits, QasmOptions } from "../qasm-options.ts";
import type { NameSyntax } from "../syntax/statement.ts";
import type { Position, Sources } from "../text/sources.ts";
import type { QasmVersion } from "../text/token-table.ts";
import { type Entry, entryPhrase, Scope } from "./scope.ts";
import type { SubroutineEntry } from "./subroutine-entry.ts";
import type { Value } from "./value.ts";

/** The circuit that is being made, and what is known at the point that has been reached. */
export class Program {
  readonly limits: Required<QasmLimits>;
  scope = new Scope("program");
  /** Where operations go: the circuit, or the body that is being made. */
  out: Operation[] = [];
  qubits = 0;
  bits = 0;
  readonly qubitRegisters: Register[] = [];
  readonly bitRegisters: Register[] = [];
  /** Where the first physical qubit and the first declared qubit stand. */
  physicalAt: Position | undefined;
  declaredAt: Position | undefined;
  /** Names of inputs that the program has declared. */
  readonly inputNames = new Set<string>();
  /** Files that are being read, and how many were. */
  readonly openFiles: string[] = [];
  /** Whether statements are only checked: nothing is emitted or stored, and arguments have no values. */
  isDry = false;
  /** Whether the code may be out of reach, so that indices and values are not judged. */
  isLenient = false;
  /** Whether what is evaluated may read constants only, as a size. */
  constantsOnly = false;
  /** Whether the program has come to `end;`. */
  hasEnded = false;
  /** Number of branches around that measured bits decide. */
  level = 0;
  /** Number of definitions and calls around. */
  depth = 0;
  /** Gates and subroutines whose definitions are being checked. */
  readonly defining: string[] = [];
  /** Subroutines that are being run, the innermost last. */
  readonly running: SubroutineEntry[] = [];
  /** The deepest box in what is being made. */
  deepestBox = 0;
  /** What the subroutine that is being run returned. */
  returned: Value | undefined;
  /** Remarks that were made. */
  readonly #noted = new Set<string>();
  #weight = 0;
  #rounds = 0;

  constructor(
    readonly sources: Sources,
    readonly version: QasmVersion,
    readonly options: QasmOptions,
  ) {
    const { operations = 1e7, qubits = 1e6, depth = 200, rounds = defaultRounds } = options.limits ?? {};
    this.limits = { operations, qubits, depth, rounds };
  }

  /** The error at a place. */
  error(at: Position, report: QasmReport) {
    return this.sources.error(at, report);
  }

  /** Remarks on a place, once, unless the code there is only checked. */
  note(at: Position, message: string): void {
    const key = `${at} ${message}`;
    if (this.isDry || this.options.onNote === undefined || this.#noted.has(key)) return;
    this.#noted.add(key);
    this.options.onNote({ ...this.sources.placeOf(at), message });
  }

  /** Whether the statements being read are those of a gate. */
  get isInGate(): boolean {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent) {
      if (scope.kind === "gate") return true;
    }
    return false;
  }

  /** Adds an operation that counts for `weight`. */
  emit(at: Position, operation: Operation, weight = 1): void {
    if (this.isDry) return;
    this.#weight += weight;
    if (this.#weight > this.limits.operations) throw this.#tooMany(at, "operations");
    this.out.push(operation);
  }

  /** Counts a round of a loop, a call, or a body that is made: work that need not emit anything. */
  countRound(at: Position): void {
    if (++this.#rounds > this.limits.operations) throw this.#tooMany(at, "rounds and calls");
  }

  /** The operations that `build` emits, and how many they are. */
  collect(build: () => void): { operations: readonly Operation[]; weight: number } {
    const { out } = this;
    const before = this.#weight;
    const operations: Operation[] = [];
    this.out = operations;
    try {
      build();
    } finally {
      this.out = out;
    }
    return { operations: Object.freeze(operations), weight: this.#weight - before };
  }

  /** What `build` emits, without counting it towards the circuit. */
  collectApart(build: () => void): { operations: readonly Operation[]; weight: number } {
    const before = this.#weight;
    this.#weight = 0;
    try {
      return this.collect(build);
    } finally {
      this.#weight = before;
    }
  }

  /** Runs with changed settings and restores them. */
  within<Result>(
    settings: Partial<Pick<Program, "scope" | "isDry" | "isLenient" | "level" | "constantsOnly">>,
    run: () => Result,
  ): Result {
    const { scope, isDry, isLenient, level, constantsOnly } = this;
    Object.assign(this, settings);
    try {
      return run();
    } finally {
      Object.assign(this, { scope, isDry, isLenient, level, constantsOnly });
    }
  }

  /** Runs one call deeper. */
  deeper<Result>(at: Position, run: () => Result): Result {
    if (this.depth >= this.limits.depth) throw this.#tooDeep(at);
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }

  /** Notes that a box so deep is part of what is being made. */
  noteBox(at: Position, depth: number): void {
    if (depth > this.limits.depth) throw this.#tooDeep(at);
    this.deepestBox = Math.max(this.deepestBox, depth);
  }

  /** New qubits of the circuit, with a name for them. */
  addQubits(at: Position, name: string, size: number): number[] {
    if (this.physicalAt !== undefined) throw this.mixedQubits(at);
    this.declaredAt ??= at;
    const start = this.qubits;
    this.requireRoom(at, "qubits", start + size);
    this.qubits += size;
    this.qubitRegisters.push({ name, start, size });
    return Array.from({ length: size }, (_, k) => start + k);
  }

  /** New bits of the circuit, with a name for them if they have one. */
  addBits(at: Position, size: number, name?: string): number[] {
    const start = this.bits;
    this.requireRoom(at, "bits", start + size);
    if (!this.isDry) {
      this.bits += size;
      if (name !== undefined) this.bitRegisters.push({ name, start, size });
    }
    return Array.from({ length: size }, (_, k) => start + k);
  }

  /** A physical qubit; it has its own number. */
  physicalQubit(at: Position, name: string): number {
    if (this.declaredAt !== undefined) throw this.mixedQubits(at);
    const qubit = Number(name.slice(1));
    this.requireRoom(at, "qubits", qubit + 1);
    if (!this.isDry) {
      this.physicalAt ??= at;
      this.qubits = Math.max(this.qubits, qubit + 1);
    }
    return qubit;
  }

  /** Refuses more qubits or bits than the limit. */
  requireRoom(at: Position, what: "qubits" | "bits", needed: number): void {
    if (needed <= this.limits.qubits) return;
    throw this.error(at, {
      code: "Q802",
      expected: `at most ${this.limits.qubits} ${what}`,
      got: String(needed),
      remedy: "declare fewer, or raise limits.qubits",
    });
  }

  /** Gives a new name its meaning in this block. */
  declare({ name, at }: NameSyntax, entry: Entry): void {
    const earlier = this.scope.own(name);
    if (earlier !== undefined && !isReplaceable(earlier)) {
      const where = earlier.at < 0 ? "a file that is included" : this.sources.describe(earlier.at);
      throw this.error(at, {
        code: "Q302",
        expected: "a name that is not taken",
        got: `${name}, which is ${entryPhrase(earlier)} declared at ${where}`.replace(
          "at a file",
          "in a file",
        ),
        remedy: "choose another name",
      });
    }
    this.scope.set(name, entry);
  }

  mixedQubits(at: Position) {
    return this.error(at, {
      code: "Q408",
      expected: "either declared or physical qubits",
      got: "both",
      remedy: "use declared qubits everywhere, or $0, $1, … everywhere",
    });
  }

  #tooDeep(at: Position) {
    return this.error(at, {
      code: "Q803",
      expected: `definitions and calls at most ${this.limits.depth} deep`,
      got: "one more",
      remedy: "nest less, or raise limits.depth",
    });
  }

  #tooMany(at: Position, what: string) {
    return this.error(at, {
      code: "Q801",
      expected: `at most ${this.limits.operations} ${what} when everything is written out`,
      got: "more",
      remedy: "shorten loops and registers, or raise limits.operations",
    });
  }
}

function isReplaceable(entry: Entry): boolean {
  return entry.kind === "gate" && entry.gate.replaceable && !entry.gate.used;
}
