import type { ExitCode } from "./exit-code.ts";

/** Ends a command with a message for its user and an exit code. */
export class CliError extends Error {
  override readonly name = "CliError";

  constructor(
    readonly exitCode: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
