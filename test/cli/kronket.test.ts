import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type CliResult, cliFolder } from "../support/cli-harness.ts";
import { gaussianCsv } from "../support/gaussian-csv.ts";

const folder = cliFolder();
const program = fileURLToPath(new URL("../../src/cli/kronket.ts", import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
folder.write("a1.csv", gaussianCsv(20_000, 2, 1));
folder.write("a2.csv", gaussianCsv(300, 2, 2));

/** Starts the program as a process of its own; `onStart` gets the process. */
function start(
  args: readonly string[],
  {
    stdin = "",
    stdout = "pipe",
    onStart = () => {},
  }: { stdin?: string; stdout?: "pipe" | number; onStart?: (child: ReturnType<typeof spawn>) => void } = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", loader, program, ...args], {
      cwd: folder.path("."),
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["pipe", stdout, "pipe"],
    });
    const written = { stdout: "", stderr: "" };
    child.stdout?.on("data", (chunk) => (written.stdout += chunk));
    child.stderr?.on("data", (chunk) => (written.stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, ...written }));
    child.stdin?.end(stdin);
    onStart(child);
  });
}

describe("the program kronket", () => {
  it("gives what runCli gives: exit code, stdout, stderr, stdin", async () => {
    const args = ["sketch", "-", "a2.csv", "--seed", "7", "--json"];
    const stdin = gaussianCsv(50, 2, 3);
    const [outside, inside] = await Promise.all([start(args, { stdin }), folder.run(args, { stdin })]);
    expect(outside).toEqual(inside);
    const wrong = await start(["sketch", "a1.csv", "absent.csv"]);
    expect(wrong).toMatchObject({ code: 3, stdout: "" });
    expect(wrong.stderr).toMatch(/absent\.csv: expected a readable file/);
  });

  it.skipIf(!existsSync("/dev/full"))("tells when the result cannot be written", async () => {
    const full = openSync("/dev/full", "w");
    const { code, stderr } = await start(["leverage", "a2.csv"], { stdout: full });
    closeSync(full);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^kronket: stdout: expected a place to write the result, got ENOSPC[^\n]*\n$/);
  });

  it("keeps its last checkpoint on SIGINT, ends with 130, and goes on to the same bytes", async () => {
    const args = ["sketch", "a1.csv", "a1.csv", "--epsilon", "0.15", "--fallback", "never", "--seed", "7"];
    const partial = folder.path("r.json.partial");
    const interrupted = await start([...args, "--json", "--out", "r.json"], {
      onStart: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(partial)) return;
          clearInterval(timer);
          child.kill("SIGINT");
        }, 5);
        child.on("close", () => clearInterval(timer));
      },
    });
    expect(interrupted).toMatchObject({ code: 130, stdout: "" });
    expect(interrupted.stderr).toContain("--resume r.json.partial --out r.json");
    const [resumed, undisturbed] = await Promise.all([
      folder.run(["sketch", "a1.csv", "a1.csv", "--resume", "r.json.partial", "--out", "r.json", "--json"]),
      folder.run([...args, "--json"]),
    ]);
    expect(resumed.code).toBe(0);
    expect(readFileSync(folder.path("r.json"), "utf8")).toBe(undisturbed.stdout);
    expect(existsSync(partial)).toBe(false);
  }, 60_000);
});
