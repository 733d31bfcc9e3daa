import { type Command, Option } from "commander";
import type { CommonFlags } from "../session.ts";

/** The flags that say what is written where. */
export interface OutputFlags extends CommonFlags {
  readonly out?: string;
}

/** Adds the flags that every command has; `out` says whether there is --out, or what it writes other than the document. */
export function addOutputOptions(
  command: Command,
  {
    out,
    json = "print one JSON document instead of the report",
  }: { readonly out: boolean | string; readonly json?: string },
): Command {
  command.optionsGroup("Output:").option("--json", json);
  if (out !== false) {
    const what = out === true ? "write the JSON document to a file (with --json nothing is printed)" : out;
    command.option("-o, --out <file>", what);
  }
  return command
    .option("-q, --quiet", "no notes and no progress on stderr")
    .option("--debug", "show where an error happened")
    .addHelpOption(new Option("-h, --help", "print this help").helpGroup("Output:"));
}
