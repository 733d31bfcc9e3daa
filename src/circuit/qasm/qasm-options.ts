import type { QasmVersion } from "./text/token-table.ts";

/** How much a program may ask for. */
export interface QasmLimits {
  /** The most operations after loops, broadcasts and definitions are written out, and the most rounds of all loops and calls (default 10^7). */
  readonly operations?: number;
  /** The most qubits, and the most bits (default 10^6 each). */
  readonly qubits?: number;
  /** The deepest nesting of blocks, of definitions and of calls (default 200). */
  readonly depth?: number;
  /** The most rounds of one `while` without an annotation `@kronket.rounds` (default 10^4). */
  readonly rounds?: number;
}

/** A remark about something that was left out, or that can hardly be meant. */
export interface QasmNote {
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** How a program is read. */
export interface QasmOptions {
  /** What the program is called in errors (default "program"). */
  readonly source?: string;
  /** The version of a program without a version line (default: that of its first word or mark that only one version has, or else 2). */
  readonly version?: QasmVersion;
  /** Whether to accept only what the specification has: a version line, and qelib1.inc as the paper lists it (default false). */
  readonly strict?: boolean;
  /** Gives the text of an included file, or undefined. qelib1.inc and stdgates.inc are built in. */
  readonly include?: (name: string) => string | undefined;
  /** Values of `input` variables; `input float` without a value becomes a parameter of the circuit. */
  readonly inputs?: Readonly<Record<string, number>>;
  readonly limits?: QasmLimits;
  /** Hears of annotations and pragmas that are left out, and of comparisons that bits decide always or never. */
  readonly onNote?: (note: QasmNote) => void;
}
