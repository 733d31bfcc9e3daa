#!/usr/bin/env node
import { exitCode } from "./exit-code.ts";
import { runCli } from "./run-cli.ts";

// The command line as a program: standard streams and signals; all else is in runCli.

const interruption = new AbortController();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Who asks twice does not want to wait for the end of a step.
    if (interruption.signal.aborted) process.exit(exitCode.interrupted);
    interruption.abort(new Error(signal));
  });
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no error. A full disk is.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCode.ok);
  process.stderr.write(
    `kronket: stdout: expected a place to write the result, got ${error.message}; free some space, or pass --out.\n`,
  );
  process.exit(exitCode.badInput);
});

// Notes that nobody reads are no reason to lose the result.
process.stderr.on("error", () => {});

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  readStdin,
  env: process.env,
  cwd: process.cwd(),
  signal: interruption.signal,
});
