import { type Engine, makeCompiledEngine } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/** What an engine has to offer. */
export interface EngineChoice {
  readonly threads: number;
  readonly precision: 64 | 32;
}

/** The engine that works in so many threads at such a precision. Errors: CliError (usage) where there is none. */
export function chooseEngine({ threads, precision }: EngineChoice): Engine {
  try {
    return makeCompiledEngine({ threads, precision });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError(exitCode.usage, error.message.replace(/^makeCompiledEngine/, "--threads"), {
      cause: error,
    });
  }
}
