import { resolve } from "node:path";
import type { Command } from "commander";
import {
  approximateKroneckerAsync,
  certifyKronecker,
  type KroneckerCertificate,
  type KroneckerSketch,
  predictKronecker,
  rowOracle,
  seededRandom,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import { loadMatrices } from "../input/load-matrices.ts";
import { drawSeed } from "../options/draw-seed.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { CheckpointFile } from "./checkpoint-file.ts";
import { interruption } from "./interruption.ts";
import { loadCheckpoint, requireSameInputs } from "./load-checkpoint.ts";
import { makePlanDocument } from "./make-plan-document.ts";
import { makeSketchDocument } from "./make-sketch-document.ts";
import { unpackCheckpoint } from "./pack-checkpoint.ts";
import { requireMemory } from "./require-memory.ts";
import { requireQubits } from "./require-qubits.ts";
import { optionsOf, resumedRequest, type SketchFlags, sketchRequest } from "./sketch-request.ts";
import { stageFraction } from "./stage-fraction.ts";

/**
 * Runs `kronket sketch`.
 *
 * Order: the command line, the checkpoint, the files, the limits, the run with its checkpoints, the certificate, the
 * output. Nothing long begins before everything that can be checked has been checked.
 */
export async function runSketch(
  files: readonly string[],
  flags: SketchFlags,
  command: Command,
  session: Session,
): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  const asked = sketchRequest(flags, files.length);
  requireFiles(files, flags);
  const path = (name: string) => resolve(io.cwd, name);
  if (flags.out !== undefined) await requireWritable(flags.out, path(flags.out));
  const resumed =
    flags.resume === undefined
      ? undefined
      : { name: flags.resume, document: await loadCheckpoint(flags.resume, path(flags.resume)) };
  const request = resumed === undefined ? asked : resumedRequest(asked, command, resumed);
  const { parameters, reading } = request;

  const loaded = await loadMatrices(files, session, {
    reading,
    format: flags.format,
    allowZeroColumns: flags.allowZeroColumns,
    maxMemory: flags.maxMemory,
  });
  const matrices = loaded.matrices.map(({ matrix }) => matrix);
  const inputs = loaded.matrices.map(({ input }) => input);
  if (resumed !== undefined) requireSameInputs(resumed.name, resumed.document, inputs);

  const options = optionsOf(parameters);
  const prediction = predictKronecker(matrices, options);
  const certified = flags.skipCertificate !== true;
  if (flags.dryRun !== true) requireQubits(prediction, matrices);
  const memory = requireMemory(prediction, matrices, {
    certified,
    limit: flags.maxMemory,
    dryRun: flags.dryRun === true,
  });
  const seed = request.seed ?? drawSeed();
  if (request.seed === undefined && flags.dryRun !== true) {
    session.note(`seed ${seed} (drawn; repeat this run with --seed ${seed})`);
  }
  const head = { version, seed, inputs, parameters: { ...parameters, reading } };
  if (flags.dryRun === true) {
    const document = makePlanDocument(head, prediction, memory, loaded.warnings);
    await publish(session, flags, jsonText(document), async () => {
      const { planReport } = await import("../reports/plan-report.ts");
      return planReport(document);
    });
    return;
  }

  const sketch = await runKeepingCheckpoints();
  if (sketch === null) return;
  const certificate = certified ? certify(sketch) : null;
  const document = makeSketchDocument({ head, sketch, prediction, certificate, warnings: loaded.warnings });
  await publish(session, flags, jsonText(document), async () => {
    const { sketchReport } = await import("../reports/sketch-report.ts");
    return sketchReport(document, session.colors);
  });
  if (certificate !== null && !certificate.holds) {
    session.exitCode = exitCode.notMet;
    session.complain(
      `${session.noteColors.red("kronket:")} the certificate does not hold: the range ${certificate.lower} … ${certificate.upper} leaves 1 ± ${certificate.epsilon}. This may happen with probability up to δ (c = 3); try another seed.`,
    );
  }

  async function runKeepingCheckpoints(): Promise<KroneckerSketch | null> {
    const emergency = `kronket-${String(seed).replace(/[^\w.-]/g, "_")}.partial.json`;
    const from = resumed === undefined ? undefined : unpackCheckpoint(resumed.document, matrices);
    const checkpoints = new CheckpointFile(
      {
        head,
        matrices,
        path: flags.out === undefined ? null : path(`${flags.out}.partial`),
        emergencyPath: path(emergency),
      },
      from,
    );
    const early = interruption(io.signal, flags.maxSeconds);
    const fraction = stageFraction(prediction.plan.factors);
    try {
      const result = await approximateKroneckerAsync(
        matrices.map((matrix, k) => rowOracle(matrix, { name: `A${k + 1}` })),
        {
          ...options,
          random: seededRandom(seed),
          ...(from === undefined ? {} : { from }),
          onCheckpoint: (checkpoint) => checkpoints.save(checkpoint),
          onProgress: (progress) => session.progress.update(progress.stage, fraction(progress)),
          signal: early.signal,
        },
      );
      checkpoints.discard();
      return result;
    } catch (error) {
      const reason = early.reason();
      if (reason === null) throw error;
      const kept = checkpoints.keep() !== null;
      const file = flags.out === undefined ? emergency : `${flags.out}.partial`;
      const advice = kept
        ? `the last checkpoint is in ${file}; go on with: kronket sketch ${files.join(" ")} --resume ${file}${flags.out === undefined ? "" : ` --out ${flags.out}`}`
        : "no stage was complete, so there is nothing to go on from";
      throw reason === "interrupted"
        ? new CliError(exitCode.interrupted, `interrupted; ${advice}`)
        : new CliError(
            exitCode.limit,
            `expected to end within ${flags.maxSeconds} s (--max-seconds), got no further; ${advice}`,
          );
    } finally {
      early.dispose();
    }
  }

  function certify(sketch: KroneckerSketch): KroneckerCertificate {
    session.progress.update("certificate", 1);
    return certifyKronecker(matrices, sketch);
  }
}

function requireFiles(files: readonly string[], { out, maxSeconds }: SketchFlags): void {
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
