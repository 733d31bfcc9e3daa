import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cliFolder } from "../support/cli-harness.ts";

const folder = cliFolder();
const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

describe("runCli", () => {
  it("prints the version of the package", async () => {
    expect(await folder.run(["--version"])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  it("prints help on stdout with examples and exit codes, for the program and for every command", async () => {
    const main = await folder.run(["--help"]);
    expect(main).toMatchObject({ code: 0, stderr: "" });
    const commands = ["sketch", "leverage", "run", "draw", "convert", "info", "doctor"];
    for (const command of commands) expect(main.stdout).toContain(`\n  ${command} `);
    for (const command of commands) {
      const { code, stdout, stderr } = await folder.run([command, "--help"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(`$ kronket ${command}`);
      for (const text of ["Examples:", "Exit codes:", "130", "Output:", "--json", "--quiet"]) {
        expect(stdout).toContain(text);
      }
    }
  });

  it("explains every option of sketch, in groups", async () => {
    const { stdout } = await folder.run(["sketch", "--help"]);
    for (const option of [
      ...["--epsilon", "--delta", "--seed", "--level", "--method", "--search", "--constant", "--certificate"],
      ...["--fallback", "--bits", "--intercept", "--columns", "--header", "--missing", "--json", "--out"],
      ...[
        "--quiet",
        "--dry-run",
        "--resume",
        "--no-certificate",
        "--max-memory",
        "--max-seconds",
        "--format",
      ],
    ]) {
      expect(stdout).toMatch(new RegExp(`${option}\\b.* {2,}\\S`));
    }
    expect(stdout).toMatch(/Accuracy and randomness:[\s\S]*How it is run:[\s\S]*Reading files[\s\S]*Output:/);
  });

  it("prints help on stdout for the command help too, and refuses unknown commands there", async () => {
    expect(await folder.run(["help"])).toEqual(await folder.run(["--help"]));
    expect(await folder.run(["help", "sketch"])).toEqual(await folder.run(["sketch", "--help"]));
    expect(await folder.run(["help", "skech"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("shows the help on stderr when there is no command", async () => {
    const { code, stdout, stderr } = await folder.run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: kronket");
  });
});
