import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { runCli } from "../../src/cli/run-cli.ts";

/** What a call of the command line came to. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The surroundings of a call; everything is absent by default. */
interface CliSurroundings {
  readonly stdin?: string | Uint8Array;
  readonly tty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A folder of its own for a test file, removed at the end, with the command line run inside it. */
export interface CliFolder {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly run: (args: readonly string[], surroundings?: CliSurroundings) => Promise<CliResult>;
}

/** Makes a folder for the tests of one file. */
export function cliFolder(): CliFolder {
  const folder = mkdtempSync(join(tmpdir(), "kronket-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: (name) => join(folder, name),
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
    run: (args, surroundings = {}) => runIn(folder, args, surroundings),
  };
}

async function runIn(
  cwd: string,
  args: readonly string[],
  { stdin = "", tty = false, env = {}, signal = new AbortController().signal }: CliSurroundings,
): Promise<CliResult> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) => ({
    isTTY: tty,
    columns: 100,
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  const code = await runCli(args, {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    readStdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
    env,
    cwd,
    signal,
  });
  return { code, ...written };
}
