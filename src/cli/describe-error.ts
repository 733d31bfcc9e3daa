import { CliError } from "./cli-error.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";

/** An error as its user sees it. */
export interface ErrorReport {
  readonly exitCode: ExitCode;
  readonly message: string;
  /** Set for errors that are kronket's own fault. */
  readonly unexpected: boolean;
}

/** The messages of the library name options of functions; the user of the command line knows flags. */
const flagNames: readonly (readonly [RegExp, string])[] = [
  [/pass missing: "skip-row"/g, "pass --missing skip-row"],
  [/raise (maxBytes|memoryLimit)/g, "raise --max-memory"],
  [/with the option columns/g, "with --columns"],
  [/leave the option columns out/g, "leave --columns out"],
  [/use run with shots/g, "pass --shots instead of --state"],
  [/^parseQasm: expected inputs/g, "--param: expected inputs"],
  [/^(?:exportQasm|exportWith|toQuantumCircuit|toQsharp|toQuirk|quirkUrl): /g, "convert: "],
  [/; (?:use exportQasm|export OpenQASM instead)\.$/g, "; use --to qasm3."],
  [/\b(use|or) version 3/g, "$1 --to qasm3"],
  [/write OpenQASM 3,/g, "use --to qasm3,"],
  [/use bind\(\{ (.+?): … \}\)(?: first)?/g, "pass --param $1=…"],
  [/pass bits: (\d+)/g, "pass --bits $1"],
  [/use qrRegression/g, "use --method qr"],
  [/^(?:approximateKronecker|spectralApproximation): expected 0 < (epsilon|delta)/g, "--$1: expected 0 < $1"],
  [/^(?:approximateKronecker|spectralApproximation): expected (bits|method)\b/g, "--$1: expected $1"],
  [/^(?:approximateKronecker|spectralApproximation): expected constant/g, "--constant: expected constant"],
];

/** The form that the messages of the library have: `subject: expected …, got …; remedy.` */
const ownForm = /: expected [\s\S]*, got /;

/**
 * Says what an error means to the user: the message in terms of flags, and the exit code.
 *
 * Errors that the library throws on purpose have a known form; any other error is unexpected.
 */
export function describeError(error: unknown): ErrorReport {
  if (error instanceof CliError) return expected(error.exitCode, error.message);
  if (error instanceof Error) {
    if (error.name === "LimitError") return expected(exitCode.limit, error.message);
    if (["ParseError", "QasmError", "FileError"].includes(error.name))
      return expected(exitCode.badInput, error.message);
    if ((error instanceof RangeError || error instanceof TypeError) && ownForm.test(error.message)) {
      return expected(exitCode.badInput, error.message);
    }
    return { exitCode: exitCode.internal, message: error.message, unexpected: true };
  }
  return { exitCode: exitCode.internal, message: String(error), unexpected: true };
}

/** A message of the library in terms of flags. */
export function inFlags(message: string): string {
  return flagNames.reduce((text, [pattern, flag]) => text.replace(pattern, flag), message);
}

function expected(code: ExitCode, message: string): ErrorReport {
  return { exitCode: code, message: inFlags(message), unexpected: false };
}
