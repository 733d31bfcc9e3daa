import { cpus, freemem, totalmem } from "node:os";
import type { DoctorDocument } from "../documents/doctor-document.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import type { OutputFlags } from "../options/output-options.ts";
import { publish } from "../output/publish.ts";
import type { Session } from "../session.ts";
import { findOptionalSoftware } from "./optional-software.ts";
import { type SelfTest, selfTests } from "./self-tests.ts";

/** The oldest Node that kronket is made for. */
const OLDEST_NODE = [20, 19];
/** Basis states are counted in 32-bit integers. */
const MOST_QUBITS = 30;

/** Runs `kronket doctor`: looks at the machine and runs the self-tests; a test that fails makes the exit code 1. */
export async function runDoctor(
  flags: OutputFlags,
  session: Session,
  tests: readonly SelfTest[] = selfTests,
): Promise<void> {
  session.use(flags);
  const { version } = session;
  const results = tests.map((test, k) => {
    session.progress.update(test.name, k / tests.length);
    return runTest(test);
  });
  const processors = cpus();
  const qubits = Math.min(MOST_QUBITS, Math.floor(Math.log2(freemem() / 16)));
  const ok = results.every((result) => result.ok);
  const document: DoctorDocument = {
    schema: "kronket/doctor/1",
    version,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memory: { totalBytes: totalmem(), freeBytes: freemem() },
    largestState: { qubits, bytes: 16 * 2 ** qubits },
    tests: results,
    optional: [...(await findOptionalSoftware())],
    ok,
    warnings: isOld(process.versions.node)
      ? [
          `Node ${process.versions.node} is older than ${OLDEST_NODE.join(".")}, which kronket is made for; update it.`,
        ]
      : [],
  };
  await publish(session, flags, jsonText(document), async () => {
    const { doctorReport } = await import("../reports/doctor-report.ts");
    return doctorReport(document, session.colors);
  });
  if (!ok) session.exitCode = exitCode.internal;
}

function runTest({ name, run }: SelfTest): DoctorDocument["tests"][number] {
  const began = performance.now();
  const done = (ok: boolean, detail: string) => ({
    name,
    ok,
    detail,
    milliseconds: performance.now() - began,
  });
  try {
    return done(true, run());
  } catch (error) {
    return done(false, error instanceof Error ? error.message : String(error));
  }
}

function isOld(node: string): boolean {
  const [major, minor] = node.split(".").map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}
