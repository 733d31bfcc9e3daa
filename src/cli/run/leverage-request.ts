import { planKronecker, type SketchParameters } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { inFlags } from "../describe-error.ts";
import { exitCode } from "../exit-code.ts";
import { type LeverageChoice, ridgeChoices } from "../options/leverage-choices.ts";
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
}

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
