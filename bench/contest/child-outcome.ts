import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./contender.ts";

/**
 * Runs a script of this folder in a process of its own, which prints a line when it begins and the outcome at its end.
 *
 * Errors: rejects when it takes longer than the limit in seconds after its beginning, and with its last line of complaint.
 */
export function childOutcome(script: string, args: readonly string[], limit: number): Promise<Outcome> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", "--max-old-space-size=8192", path, ...args], {
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
