import { type AnySystem, systems } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/** The system of a name. Errors: CliError (usage) when there is none. */
export function findSystem(name: string): AnySystem {
  const found = systems.find((system) => system.name === name);
  if (found !== undefined) return found;
  throw new CliError(
    exitCode.usage,
    `system: expected one of ${systems.map((system) => system.name).join(", ")}, got ${JSON.stringify(name)}; kronket system lists them.`,
  );
}
