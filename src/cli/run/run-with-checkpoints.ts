import { resolve } from "node:path";
import {
  approximateKroneckerAsync,
  certifyKroneckerTask,
  completeAsync,
  type KroneckerCertificate,
  type KroneckerSketch,
  rowOracle,
  seededRandom,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";
import { isRegularOrNew } from "../output/is-regular-or-new.ts";
import type { Session } from "../session.ts";
import { CheckpointFile } from "./checkpoint-file.ts";
import { interruption } from "./interruption.ts";
import type { PreparedSketch } from "./prepare-sketch.ts";
import { resumeCommand } from "./resume-command.ts";
import { optionsOf, type SketchFlags } from "./sketch-request.ts";
import { stageFraction } from "./stage-fraction.ts";

/** A sketch that came to its end. */
export interface CompleteSketch {
  readonly sketch: KroneckerSketch;
  /** Null when none was wanted. */
  readonly certificate: KroneckerCertificate | null;
  /** Removes the checkpoint file, if one was written. */
  readonly discardCheckpoint: () => void;
}

/**
 * Runs a sketch, certifies it, and keeps a checkpoint of every complete stage: in a file next to --out, or in memory.
 *
 * Errors: CliError (interrupted, or limit for --max-seconds) that says where the last checkpoint is and how to go on.
 */
export async function runWithCheckpoints(
  { head, matrices, prediction, from }: PreparedSketch,
  files: readonly string[],
  flags: SketchFlags,
  session: Session,
): Promise<CompleteSketch> {
  const { out, maxSeconds } = flags;
  const { cwd, signal } = session.io;
  // Nothing is put beside a device such as /dev/stdout.
  const beside = out !== undefined && isRegularOrNew(resolve(cwd, out));
  const file = beside
    ? `${out}.partial`
    : `kronket-${String(head.seed).replace(/[^\w.-]/g, "_")}.partial.json`;
  const checkpoints = new CheckpointFile(
    { head, matrices, path: resolve(cwd, file), afterEveryStage: beside },
    from,
  );
  const { reading: _, ...parameters } = head.parameters;
  const early = interruption(signal, maxSeconds);
  const fraction = stageFraction(prediction.plan.factors);
  try {
    const sketch = await approximateKroneckerAsync(
      matrices.map((matrix, k) => rowOracle(matrix, { name: `A${k + 1}` })),
      {
        ...optionsOf(parameters),
        random: seededRandom(head.seed),
        ...(from === undefined ? {} : { from }),
        onCheckpoint: (checkpoint) => checkpoints.save(checkpoint),
        onProgress: (progress) => session.progress.update(progress.stage, fraction(progress)),
        signal: early.signal,
      },
    );
    const certificate =
      flags.skipCertificate === true
        ? null
        : await completeAsync(certifyKroneckerTask(matrices, sketch), {
            onProgress: ({ stage }) => session.progress.update(stage, 1),
            signal: early.signal,
          });
    return { sketch, certificate, discardCheckpoint: () => checkpoints.discard() };
  } catch (error) {
    const reason = early.reason();
    if (reason === null) throw error;
    const advice = keepCheckpoint(checkpoints, file, resumeCommand(files, flags, file));
    throw reason === "interrupted"
      ? new CliError(exitCode.interrupted, `interrupted; ${advice}`)
      : new CliError(
          exitCode.limit,
          `sketch: expected to end within ${maxSeconds} seconds (--max-seconds), got no further; ${advice}`,
        );
  } finally {
    early.dispose();
  }
}

/** Keeps the last checkpoint and says how to go on; that it cannot be kept does not change why the run ended. */
function keepCheckpoint(checkpoints: CheckpointFile, file: string, command: string): string {
  try {
    return checkpoints.keep()
      ? `the last checkpoint is in ${file}; go on with: ${command}`
      : "no stage was complete, so there is nothing to go on from";
  } catch (error) {
    const cause = error instanceof CliError ? error.cause : error;
    return `the last checkpoint could not be written to ${file} (${(cause as Error).message}); pass --out with a place that can be written`;
  }
}
