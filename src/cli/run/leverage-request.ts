import { planKronecker, type SketchParameters } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { inFlags } from "../describe-error.ts";
import type { Reading } from "../documents/document-head.ts";
import type { LeverageDocument } from "../documents/leverage-document.ts";
import { exitCode } from "../exit-code.ts";
import { type LeverageChoice, ridgeChoices, streamedChoices } from "../options/leverage-choices.ts";
import type { OutputFlags } from "../options/output-options.ts";
import type { ReadingFlags } from "../options/reading-options.ts";
import type { SamplingFlags } from "../options/sampling-options.ts";

/** The parameters of a spectral approximation with all defaults filled in. */
export type SpectralParameters = Omit<SketchParameters, "method" | "draws">;

/** The flags of `kronket leverage`. */
export interface LeverageFlags extends SamplingFlags, ReadingFlags, OutputFlags {
  readonly method: LeverageChoice;
  readonly lambda?: number;
  readonly top?: number;
  readonly rows?: readonly number[];
  /** The file of B, for generalised scores. */
  readonly against?: string;
  readonly stream?: boolean;
  /** Where a streamed run writes every score. */
  readonly scores?: string;
}

/** More scores than this are not listed: name the rows. */
export const mostScores = 2 ** 24;

/**
 * Checks the flags of the quantum method and fills in the defaults.
 *
 * Errors: CliError (usage) with the message of the library.
 */
export function leverageParameters(flags: LeverageFlags): SpectralParameters {
  const { epsilon, delta, level, search, constant, certificate, fallback, bits } = flags;
  const options = { epsilon, delta, level, search, constant, certificate, fallback };
  const unit = { rows: 1, columns: 1 };
  try {
    const { parameters } = planKronecker([unit, unit], {
      ...options,
      ...(bits === undefined ? {} : { bits }),
    });
    const { method: _, draws: __, ...rest } = parameters;
    return rest;
  } catch (error) {
    if (error instanceof RangeError)
      throw new CliError(exitCode.usage, inFlags(error.message), { cause: error });
    throw error;
  }
}

/** Checks that --lambda is given where the method needs it, and only there. Errors: CliError (usage). */
export function requireLambda({ method, lambda }: Pick<LeverageFlags, "method" | "lambda">): void {
  const wanted = ridgeChoices.includes(method);
  if (wanted && lambda === undefined) {
    throw new CliError(
      exitCode.usage,
      `--lambda: expected a ridge parameter with --method ${method}, got none; pass --lambda 0.1.`,
    );
  }
  if (!wanted && lambda !== undefined) {
    throw new CliError(
      exitCode.usage,
      `--lambda: expected --method ${ridgeChoices.join(" or ")} with it, got ${method}; leave it out.`,
    );
  }
  if (lambda !== undefined && !(lambda > 0 || (lambda === 0 && method === "ridge"))) {
    throw new CliError(
      exitCode.usage,
      `--lambda: expected a number ${method === "ridge" ? "≥" : ">"} 0, got ${lambda}; try 0.1.`,
    );
  }
}

/** Checks that --against is given for generalised scores, and only there. Errors: CliError (usage). */
export function requireAgainst({ method, against }: Pick<LeverageFlags, "method" | "against">): void {
  if (method === "generalised" && against === undefined) {
    throw new CliError(
      exitCode.usage,
      "--against: expected the file of B with --method generalised, got none; pass --against B.csv.",
    );
  }
  if (method !== "generalised" && against !== undefined) {
    throw new CliError(
      exitCode.usage,
      `--against: expected --method generalised with it, got ${method}; leave it out.`,
    );
  }
}

/** Checks what can be streamed, and that --scores comes with --stream. Errors: CliError (usage). */
export function requireStreamable(
  file: string,
  { method, stream, against, scores, format }: LeverageFlags,
): void {
  const refuse = (message: string) => new CliError(exitCode.usage, message);
  if (stream !== true) {
    if (scores === undefined) return;
    throw refuse("--scores: expected --stream with it, got none; without it --json lists every score.");
  }
  if (!(streamedChoices as readonly string[]).includes(method)) {
    throw refuse(
      `--stream: expected --method ${streamedChoices.join(", ")}, got ${method}; leave --stream out, or choose one of them.`,
    );
  }
  if (file === "-" || against === "-") {
    throw refuse(
      "--stream: expected files, got `-` (stdin), which cannot be read twice; write it to a file.",
    );
  }
  if (format === "json" || format === "matrix-market") {
    throw refuse(`--stream: expected --format csv, npy or parquet, got ${format}; convert the file.`);
  }
}

/** The parameters of a run as they are printed with its result. */
export function shownParameters(
  { method, lambda = 0, stream }: LeverageFlags,
  sampling: SpectralParameters,
  reading: Reading,
): LeverageDocument["parameters"] {
  const { epsilon, delta } = sampling;
  const streamed = stream === true ? { stream: true as const } : {};
  switch (method) {
    case "quantum":
      return { method, ...sampling, reading };
    case "ridge":
    case "online":
      return { method, lambda, reading, ...streamed };
    case "exact":
    case "generalised":
      return { method, reading, ...streamed };
    case "johnson-lindenstrauss":
    case "count-sketch":
      return { method, epsilon, delta, reading };
    default:
      return { method, reading };
  }
}
