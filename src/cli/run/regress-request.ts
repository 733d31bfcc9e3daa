import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";
import type { OutputFlags } from "../options/output-options.ts";
import type { ReadingFlags } from "../options/reading-options.ts";
import { productChoices, type RegressChoice, type SketchChoice } from "../options/regress-choices.ts";
import type { SamplingFlags } from "../options/sampling-options.ts";

/** The flags of `kronket regress`. */
export interface RegressFlags extends SamplingFlags, ReadingFlags, OutputFlags {
  readonly method: RegressChoice;
  readonly lambda?: number;
  readonly sketch?: SketchChoice;
  readonly sketchRows?: number;
}

/**
 * Checks that the flags go together, before any file is opened.
 *
 * Errors: CliError (usage) that names the flag.
 */
export function requireRegressFlags(files: readonly string[], flags: RegressFlags): void {
  const { method, lambda, sketch, sketchRows } = flags;
  if (files.length < 2) {
    throw usage("expected at least 2 files, the matrix and b, got 1; name b last.");
  }
  if (files.length > 2 && !productChoices.includes(method)) {
    throw usage(
      `--method: expected one of ${productChoices.join(", ")} for a Kronecker product, got ${method}; pass one matrix and b for the others.`,
    );
  }
  if (method === "ridge" && lambda === undefined) {
    throw usage("--lambda: expected a ridge parameter with --method ridge, got none; pass --lambda 0.1.");
  }
  if (lambda !== undefined && method !== "ridge") {
    throw usage(`--lambda: expected --method ridge with it, got ${method}; leave it out.`);
  }
  if (lambda !== undefined && !(lambda >= 0)) {
    throw usage(`--lambda: expected a number ≥ 0, got ${lambda}; try 0.1.`);
  }
  for (const [flag, value] of [
    ["--sketch", sketch],
    ["--sketch-rows", sketchRows],
  ] as const) {
    if (value !== undefined && method !== "sketch-and-solve") {
      throw usage(`${flag}: expected --method sketch-and-solve with it, got ${method}; leave it out.`);
    }
  }
}

function usage(message: string): CliError {
  return new CliError(exitCode.usage, message);
}
