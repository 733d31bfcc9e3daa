import type { Command } from "commander";
import type { KroneckerCertificate } from "../../index.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import { publish } from "../output/publish.ts";
import type { Session } from "../session.ts";
import { makePlanDocument } from "./make-plan-document.ts";
import { makeSketchDocument } from "./make-sketch-document.ts";
import { type PreparedSketch, prepareSketch } from "./prepare-sketch.ts";
import { runWithCheckpoints } from "./run-with-checkpoints.ts";
import type { SketchFlags } from "./sketch-request.ts";

/**
 * Runs `kronket sketch`: checks everything, runs with checkpoints, certifies, and prints.
 *
 * The last checkpoint is removed only when the result has been handed over.
 */
export async function runSketch(
  files: readonly string[],
  flags: SketchFlags,
  command: Command,
  session: Session,
): Promise<void> {
  session.use(flags);
  const prepared = await prepareSketch(files, flags, command, session);
  if (flags.dryRun === true) return printPlan(prepared, flags, session);

  const { sketch, certificate, discardCheckpoint } = await runWithCheckpoints(
    prepared,
    files,
    flags,
    session,
  );
  const { head, prediction, warnings } = prepared;
  const document = makeSketchDocument({ head, sketch, prediction, certificate, warnings });
  await publish(session, flags, jsonText(document), async () => {
    const { sketchReport } = await import("../reports/sketch-report.ts");
    return sketchReport(document, session.colors);
  });
  discardCheckpoint();
  if (certificate !== null && !certificate.holds) refuse(certificate, session);
}

async function printPlan(prepared: PreparedSketch, flags: SketchFlags, session: Session): Promise<void> {
  const document = makePlanDocument(prepared);
  await publish(session, flags, jsonText(document), async () => {
    const { planReport } = await import("../reports/plan-report.ts");
    return planReport(document);
  });
}

function refuse({ lower, upper, epsilon }: KroneckerCertificate, session: Session): void {
  session.exitCode = exitCode.notMet;
  session.complain(
    `${session.noteColors.red("kronket:")} the certificate does not hold: the range ${lower} … ${upper} leaves 1 ± ${epsilon}. With the rigorous constant this happens with probability at most δ; try another seed.`,
  );
}
