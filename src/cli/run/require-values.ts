import type { Circuit } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";

/** Checks that all parameters have values. Errors: CliError (usage) that names those that have none. */
export function requireValues({ parameters }: Circuit): void {
  if (parameters.length === 0) return;
  throw new CliError(
    exitCode.usage,
    `--param: expected a value for each parameter of the circuit, got none for ${parameters.join(", ")}; pass ${parameters.map((name) => `--param ${name}=…`).join(" ")}.`,
  );
}
