import { type Command, Option } from "commander";
import type { CommonFlags } from "../session.ts";

/** The flags that say what is written where. */
export interface OutputFlags extends CommonFlags {
  readonly out?: string;
}

/** Adds the flags that every command has. */
export function addOutputOptions(command: Command, { out }: { readonly out: boolean }): Command {
  command.optionsGroup("Output:").option("--json", "print one JSON document instead of the report");
  if (out)
    command.option("-o, --out <file>", "write the JSON document to a file (with --json nothing is printed)");
  return command
    .option("-q, --quiet", "no notes and no progress on stderr")
    .option("--debug", "show where an error happened")
    .addHelpOption(new Option("-h, --help", "print this help").helpGroup("Output:"));
}
