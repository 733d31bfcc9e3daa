import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Contender, Job, Outcome } from "./contender.ts";

/** The simulators from npm; jsqubits is no dependency and takes part where bench/peers/.npm has it. */
export const npmPeers = ["quantum-circuit", "qsharp-lang", "jsqubits"] as const;

const script = fileURLToPath(new URL("npm-peer.ts", import.meta.url));

/** The simulators from npm, each run in a process of its own that ends at the limit of seconds. */
export function npmContenders(names: readonly (typeof npmPeers)[number][], limit: number): Contender[] {
  return names.map((name) => ({
    name,
    variant: "plain",
    bytesPerAmplitude: 16,
    threads: 1,
    measure: (job: Job, check: boolean) => run([name, job.family, `${job.qubits}`, `${check}`], limit),
    close: () => {},
  }));
}

function run(args: readonly string[], limit: number): Promise<Outcome> {
  const child = spawn(process.execPath, ["--import", "tsx", "--max-old-space-size=8192", script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let timer: NodeJS.Timeout | undefined;
  child.stdout.once("data", () => {
    timer = setTimeout(() => child.kill("SIGKILL"), limit * 1000);
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(JSON.parse(said.stdout.trim().split("\n").at(-1) ?? ""));
      else if (signal === "SIGKILL") reject(new Error(`more than ${limit} s`));
      else reject(new Error(said.stderr.trim().split("\n").at(-1)));
    });
  });
}
