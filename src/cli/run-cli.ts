import { Command, CommanderError } from "commander";
import type { CliIo } from "./cli-io.ts";
import { commands } from "./commands.ts";
import { describeError } from "./describe-error.ts";
import { exitCode, exitCodeHelp } from "./exit-code.ts";
import { Session } from "./session.ts";
import { version } from "./version.ts";

const description = `What does a quantum algorithm really cost, against the best classical one, on this input?

Runs quantum algorithms on an exact simulator, counts every oracle query while it is made, certifies the answer and shows the bill beside that of the classical rival.`;

const examples = `
Examples:
  $ kronket sketch A1.csv A2.csv --epsilon 0.5 --seed 7     a short weighted list of rows of A1 ⊗ A2
  $ kronket sketch A1.csv A2.csv --dry-run                  what that would cost
  $ kronket leverage A.csv --top 10                         the rows that matter most
  $ kronket run bell.qasm --shots 1000                      counts of a circuit
  $ kronket draw bell.qasm                                  a drawing of it
  $ kronket doctor                                          does everything work here?

The result goes to stdout, everything else to stderr. \`-\` reads a file from stdin.

${exitCodeHelp}`;

/**
 * Runs the command line in this process: no exit, no global state.
 *
 * Resolves to the exit code; whatever goes wrong has been written to `io.stderr`.
 *
 * @example await runCli(["sketch", "a1.csv", "a2.csv", "--json"], io) // 0
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const session = new Session(io, version);
  const program = new Command("kronket")
    .description(description)
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", examples)
    .showHelpAfterError("(see kronket --help)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      outputError: (text, write) => write(text.replace(/^error: /, "kronket: ")),
    });
  for (const add of commands) add(program, session);
  for (const command of program.commands) {
    command.showHelpAfterError(`(see kronket ${command.name()} --help)`);
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageCode(error);
    return report(error, session);
  } finally {
    session.progress.clear();
  }
}

function usageCode(error: CommanderError): number {
  return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
}

function report(error: unknown, session: Session): number {
  const { signal } = session.io;
  if (signal.aborted && error === signal.reason) {
    session.complain(
      `${session.noteColors.red("kronket:")} interrupted before a stage was complete; nothing to go on from`,
    );
    return exitCode.interrupted;
  }
  const { exitCode: code, message, unexpected } = describeError(error);
  session.complain(`${session.noteColors.red("kronket:")} ${message}`);
  if (unexpected) {
    session.complain(
      "This is an error of kronket itself. Please report it with the command and, if you can, the files; --debug shows where it happened.",
    );
  }
  if (session.debug && error instanceof Error) session.complain(error.stack ?? "");
  return code;
}
