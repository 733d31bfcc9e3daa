import { planKronecker, type SketchParameters } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { inFlags } from "../describe-error.ts";
import { exitCode } from "../exit-code.ts";
import type { OutputFlags } from "../options/output-options.ts";
import type { ReadingFlags } from "../options/reading-options.ts";
import type { SamplingFlags } from "../options/sampling-options.ts";

/** The parameters of a spectral approximation with all defaults filled in. */
export type SpectralParameters = Omit<SketchParameters, "method" | "draws">;

/** The flags of `kronket leverage`. */
export interface LeverageFlags extends SamplingFlags, ReadingFlags, OutputFlags {
  readonly method: "exact" | "quantum";
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
