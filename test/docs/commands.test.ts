import { Command } from "commander";
import { describe, expect, it } from "vitest";
import type { CliIo } from "../../src/cli/cli-io.ts";
import { commands } from "../../src/cli/commands.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import { Session } from "../../src/cli/session.ts";
import { commandsOf } from "./commands.ts";
import { pages, root } from "./page.ts";
import { isShown } from "./shown-output.ts";

const shown = pages().flatMap(commandsOf);
const named = shown.map((command) => {
  const { page, line, args } = command;
  return [`${page}, line ${line}: kronket ${args.join(" ")}`, command] as const;
});

interface Written {
  stdout: string;
  stderr: string;
}

function io(written: Written): CliIo {
  const stream = (name: keyof Written) => ({
    isTTY: false,
    columns: 100,
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  return {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    readStdin: async () => new Uint8Array(),
    env: {},
    cwd: root,
    signal: new AbortController().signal,
  };
}

/** Parses a command line as the program does, without running the command. */
async function parse(args: readonly string[]): Promise<void> {
  const session = new Session(io({ stdout: "", stderr: "" }), "0");
  const program = new Command("kronket").exitOverride().configureOutput({ writeErr: () => {} });
  for (const add of commands) add(program, session);
  for (const command of program.commands) command.action(() => {});
  await program.parseAsync([...args], { from: "user" });
}

describe("the commands of the documentation", () => {
  it("are there", () => {
    expect(shown.length).toBeGreaterThan(3);
  });

  it.each(named.filter(([, { args }]) => !args.includes("--help")))("parse: %s", async (_, { args }) => {
    await expect(parse(args)).resolves.toBeUndefined();
  });

  it("would not parse with an option that does not exist", async () => {
    await expect(parse(["sketch", "a.csv", "b.csv", "--precision", "2"])).rejects.toThrow(/unknown option/);
  });

  it.each(named.filter(([, { output }]) => output !== undefined))(
    "write what is shown: %s",
    async (_, { args, output = [] }) => {
      const written = { stdout: "", stderr: "" };
      const code = await runCli(args, io(written));
      expect(code, written.stderr).toBe(0);
      if (isShown(output, written.stdout)) return;
      expect(written.stdout).toBe(output.join("\n"));
    },
  );
});
