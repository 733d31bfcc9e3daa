import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const program = resolve(import.meta.dirname, "../../src/cli/kronket.ts");
const loader = pathToFileURL(resolve(import.meta.dirname, "../../node_modules/tsx/dist/loader.mjs")).href;

/** The command line as a process of its own, which can be killed. */
export interface KronketProcess {
  readonly child: ChildProcess;
  /** Resolves when it is gone: its exit code (null when it was killed) and what it wrote. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts the command line from source in a folder; `node` are arguments for Node itself. */
export function kronketProcess(
  cwd: string,
  args: readonly string[],
  node: readonly string[] = [],
): KronketProcess {
  const child = spawn(process.execPath, [...node, "--import", loader, program, ...args], { cwd });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    written.stdout += data;
  });
  child.stderr.on("data", (data) => {
    written.stderr += data;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.once("close", (code) => done({ code, ...written }));
  });
  return { child, ended };
}
