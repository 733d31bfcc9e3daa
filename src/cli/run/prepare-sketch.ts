import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import {
  type KroneckerPrediction,
  predictKronecker,
  type RealMatrix,
  type SketchCheckpoint,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import type { SketchDocument } from "../documents/sketch-document.ts";
import { exitCode } from "../exit-code.ts";
import { loadMatrices } from "../input/load-matrices.ts";
import { drawSeed } from "../options/draw-seed.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { type Limits, limitsOf, requireLimits } from "./limits.ts";
import { loadCheckpoint, requireSameInputs } from "./load-checkpoint.ts";
import { unpackCheckpoint } from "./pack-checkpoint.ts";
import { optionsOf, resumedRequest, type SketchFlags, sketchRequest } from "./sketch-request.ts";

/** A sketch that can begin: everything about it has been checked. */
export interface PreparedSketch {
  /** What stands above every document of this run. */
  readonly head: Pick<SketchDocument, "version" | "seed" | "inputs" | "parameters">;
  readonly matrices: readonly RealMatrix[];
  readonly prediction: KroneckerPrediction;
  readonly limits: Limits;
  /** Where the run goes on from. */
  readonly from: SketchCheckpoint | undefined;
  readonly warnings: readonly string[];
}

/**
 * Checks all that a sketch begins with: the command line, the checkpoint, the files, the limits, in this order.
 *
 * Errors: CliError and those of the readers; LimitError unless it is a dry run.
 */
export async function prepareSketch(
  files: readonly string[],
  flags: SketchFlags,
  command: Command,
  session: Session,
): Promise<PreparedSketch> {
  const { io, version } = session;
  const asked = sketchRequest(flags, files.length);
  requireSense(files, flags);
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  if (flags.resume === undefined) noteOldCheckpoint(flags.out, session);
  const resumed =
    flags.resume === undefined
      ? undefined
      : { name: flags.resume, document: await loadCheckpoint(flags.resume, resolve(io.cwd, flags.resume)) };
  const request = resumed === undefined ? asked : resumedRequest(asked, command, resumed);
  const { parameters, reading } = request;

  const loaded = await loadMatrices(files, session, { ...flags, reading });
  const matrices = loaded.matrices.map(({ matrix }) => matrix);
  const inputs = loaded.matrices.map(({ input }) => input);
  if (resumed !== undefined) requireSameInputs(resumed.name, resumed.document, inputs);

  const prediction = predictKronecker(matrices, optionsOf(parameters));
  const limits = limitsOf(prediction, matrices, {
    certified: flags.skipCertificate !== true,
    maxMemory: flags.maxMemory,
    maxSeconds: flags.maxSeconds ?? null,
  });
  if (flags.dryRun !== true) requireLimits(limits);
  const seed = request.seed ?? drawSeed();
  if (request.seed === undefined) session.note(`seed ${seed} (drawn; repeat this run with --seed ${seed})`);
  return {
    head: { version, seed, inputs, parameters: { ...parameters, reading } },
    matrices,
    prediction,
    limits,
    from: resumed === undefined ? undefined : unpackCheckpoint(resumed.document, matrices),
    warnings: loaded.warnings,
  };
}

function noteOldCheckpoint(out: string | undefined, session: Session): void {
  if (out === undefined || !existsSync(resolve(session.io.cwd, `${out}.partial`))) return;
  session.note(
    `${out}.partial is left from an earlier run and will be overwritten; to go on from it, interrupt now and add --resume ${out}.partial`,
  );
}

function requireSense(files: readonly string[], { out, maxSeconds }: SketchFlags): void {
  if (files.length < 2) {
    throw new CliError(
      exitCode.usage,
      `sketch: expected at least 2 files, got ${files.length}; name the same file twice for A ⊗ A, or use kronket leverage for one matrix.`,
    );
  }
  if (maxSeconds !== undefined && !(maxSeconds > 0)) {
    throw new CliError(
      exitCode.usage,
      `--max-seconds: expected a number > 0, got ${maxSeconds}; leave it out for no limit.`,
    );
  }
  if (out !== undefined && files.includes(out)) {
    throw new CliError(
      exitCode.usage,
      `--out: expected another file than the factors, got ${out}; name a new file.`,
    );
  }
}
