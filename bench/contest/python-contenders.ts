import { fileURLToPath } from "node:url";
import type { Contender, Job } from "./contender.ts";
import { PythonProcess } from "./python-process.ts";

/** The programs and the settings that each is tried with; the fastest counts. */
const programs = [
  { name: "qulacs", script: "qulacs_peer.py", bytes: 16, variants: ["light", "block2", "plain"] },
  { name: "aer", script: "aer_peer.py", bytes: 16, variants: ["fusion5", "fusion3", "plain"] },
  { name: "lightning", script: "lightning_peer.py", bytes: 16, variants: ["plain"] },
  { name: "qsim", script: "qsim_peer.py", bytes: 8, variants: ["f3", "f2", "f4"] },
] as const;

const folder = fileURLToPath(new URL("../peers/", import.meta.url));

/** The native programs behind Python, one process for each program and number of threads; runs end at the limit of seconds. */
export function pythonContenders(python: string, threads: number, limit: number): Contender[] {
  return programs.flatMap(({ name, script, bytes, variants }) => {
    const peer = new PythonProcess(python, `${folder}${script}`, threads);
    return variants.map((variant) => ({
      name,
      variant,
      bytesPerAmplitude: bytes,
      threads,
      measure: ({ path, start }: Job, check: boolean) =>
        peer.ask({ circuit: path, start, variant, check }, limit),
      close: () => peer.close(),
    }));
  });
}
