import type { Command } from "commander";
import { type PairMethod, planKronecker, type SketchOptions, type SketchParameters } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { inFlags } from "../describe-error.ts";
import type { CheckpointDocument } from "../documents/checkpoint-document.ts";
import type { Reading } from "../documents/document-head.ts";
import { exitCode } from "../exit-code.ts";
import { readingOf } from "../input/reading-of.ts";
import type { OutputFlags } from "../options/output-options.ts";
import type { Seed } from "../options/parse-value.ts";
import type { ReadingFlags } from "../options/reading-options.ts";
import type { SamplingFlags } from "../options/sampling-options.ts";

/** The flags of `kronket sketch`. */
export interface SketchFlags extends SamplingFlags, ReadingFlags, OutputFlags {
  readonly method: PairMethod;
  readonly draws?: number;
  readonly dryRun?: boolean;
  readonly resume?: string;
  readonly skipCertificate?: boolean;
  readonly maxSeconds?: number;
}

/** What decides the result of a sketch, apart from the files. */
export interface SketchRequest {
  /** Undefined where it is still to be drawn. */
  readonly seed: Seed | undefined;
  readonly parameters: SketchParameters;
  readonly reading: Reading;
}

/**
 * Checks the flags of a sketch and fills in the defaults.
 *
 * Errors: CliError (usage) with the message of the library.
 */
export function sketchRequest(flags: SketchFlags, factors: number): SketchRequest {
  const { epsilon, delta, level, method, search, constant, certificate, fallback, bits, draws } = flags;
  const options = { epsilon, delta, level, method, search, constant, certificate, fallback };
  const unit = { rows: 1, columns: 1 };
  try {
    const { parameters } = planKronecker([unit, unit], {
      ...options,
      ...(bits === undefined ? {} : { bits }),
      ...(draws === undefined ? {} : { draws }),
    });
    return { seed: flags.seed, parameters, reading: readingOf(flags, factors) };
  } catch (error) {
    if (error instanceof RangeError)
      throw new CliError(exitCode.usage, inFlags(error.message), { cause: error });
    throw error;
  }
}

/** Parameters as options again, for the library. */
export function optionsOf({ bits, draws, ...rest }: SketchParameters): Omit<SketchOptions, "random"> {
  return { ...rest, ...(bits === null ? {} : { bits }), ...(draws === null ? {} : { draws }) };
}

/**
 * Joins the flags of a command that resumes with the checkpoint: what the command does not say is taken from the file,
 * what it says must agree with it.
 *
 * Errors: CliError (bad input) that names the first flag that differs.
 */
export function resumedRequest(
  request: SketchRequest,
  command: Command,
  { name, document }: { readonly name: string; readonly document: CheckpointDocument },
): SketchRequest {
  const { seed, parameters } = document;
  const { reading, ...stored } = parameters;
  const said = (flag: string) => command.getOptionValueSource(flag) === "cli";
  const agree = (flag: string, own: unknown, theirs: unknown) => {
    if (!said(flag) || JSON.stringify(own) === JSON.stringify(theirs)) return;
    throw new CliError(
      exitCode.badInput,
      `${name}: expected the checkpoint of a run with ${flag} ${show(own)}, got one with ${flag} ${show(theirs)}; leave --${flag} out, or begin anew without --resume.`,
    );
  };
  agree("seed", request.seed, seed);
  for (const [key, value] of Object.entries(stored)) {
    agree(key, request.parameters[key as keyof SketchParameters], value);
  }
  for (const [key, value] of Object.entries(reading))
    agree(key, request.reading[key as keyof Reading], value);
  return { seed, parameters: stored, reading };
}

function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
