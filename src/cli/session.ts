import pc from "picocolors";
import type { CliIo, CliStream } from "./cli-io.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { ProgressBar } from "./output/progress-bar.ts";

/** Flags that every command has. */
export interface CommonFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** One call of the command line: where it writes, how loudly, and what it will say when it ends. */
export class Session {
  exitCode: ExitCode = exitCode.ok;
  debug = false;
  #quiet = false;
  readonly progress: ProgressBar;
  /** Colours for stdout and stderr; plain where the stream is no terminal or NO_COLOR is set. */
  readonly colors: ReturnType<typeof pc.createColors>;
  readonly noteColors: ReturnType<typeof pc.createColors>;

  constructor(
    readonly io: CliIo,
    readonly version: string,
  ) {
    this.colors = pc.createColors(hasColor(io.stdout, io));
    this.noteColors = pc.createColors(hasColor(io.stderr, io));
    this.progress = new ProgressBar(io.stderr, {
      enabled: io.stderr.isTTY === true && io.env["TERM"] !== "dumb",
      colors: this.noteColors,
    });
  }

  /** Takes over the flags that every command has. */
  use({ quiet = false, debug = false }: CommonFlags): void {
    this.#quiet = quiet;
    this.debug = debug;
    if (quiet) this.progress.disable();
  }

  /** Writes a part of the result to stdout. */
  print(text: string): void {
    this.progress.clear();
    this.io.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** Tells the user something on stderr, unless --quiet. */
  note(text: string): void {
    if (this.#quiet) return;
    this.complain(text);
  }

  /** Tells the user something on stderr, even with --quiet. */
  complain(text: string): void {
    this.progress.clear();
    this.io.stderr.write(`${text}\n`);
  }
}

function hasColor(stream: CliStream, { env }: CliIo): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if ((env["FORCE_COLOR"] ?? "") !== "" && env["FORCE_COLOR"] !== "0") return true;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
