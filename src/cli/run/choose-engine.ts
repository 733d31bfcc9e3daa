import { type Engine, referenceEngine } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/** What an engine has to offer. */
export interface EngineChoice {
  readonly threads: number;
  readonly precision: 64 | 32;
}

/** The engine that works in so many threads at such a precision. Errors: CliError (usage) where there is none. */
export function chooseEngine({ threads, precision }: EngineChoice): Engine {
  if (threads > 1) throw refused("--threads", "1", `${threads}`);
  if (precision !== 64) throw refused("--precision", "64", `${precision}`);
  return referenceEngine;
}

function refused(flag: string, expected: string, got: string): CliError {
  return new CliError(
    exitCode.usage,
    `${flag}: expected ${expected}, got ${got}; the engine ${referenceEngine.name} has nothing else, leave it out.`,
  );
}
