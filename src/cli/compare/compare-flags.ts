import { CliError } from "../cli-error.ts";
import { exitCode } from "../exit-code.ts";
import type { OutputFlags } from "../options/output-options.ts";

/** The flags of `kronket compare`. */
export interface CompareFlags extends OutputFlags {
  readonly family?: string;
  readonly printStudy?: boolean;
  readonly workers?: number;
  /** A file, or true for the place beside --out. */
  readonly resume?: string | true;
  readonly queue?: string;
  readonly ndjson?: boolean;
  readonly csv?: boolean;
  readonly times?: boolean;
  readonly html?: string;
  readonly vega?: string;
}

/** The form of the result; `report` is the one for people. */
export type ResultForm = "report" | "json" | "ndjson" | "csv";

/**
 * Checks flags against each other and says which form the result has.
 *
 * Errors: CliError (usage) that names the flags that do not go together.
 */
export function resultForm(study: string | undefined, flags: CompareFlags): ResultForm {
  const forms = (["json", "ndjson", "csv"] as const).filter((form) => flags[form] === true);
  if (forms.length > 1) {
    throw usage(
      `expected one of --json, --ndjson and --csv, got ${forms.map((form) => `--${form}`).join(" and ")}; pick one`,
    );
  }
  if (study !== undefined && flags.family !== undefined) {
    throw usage("expected a study file or --family, got both; the file names its family");
  }
  if (study !== undefined && flags.printStudy === true) {
    throw usage("expected no study file with --print-study, got one; it prints the default study");
  }
  if (flags.queue !== undefined && flags.workers !== undefined) {
    throw usage(
      "expected --queue or --workers, got both; with a queue the workers are started by kronket worker",
    );
  }
  if (flags.times === true && forms.length === 0 && flags.out === undefined) {
    throw usage(
      "expected --times with --json, --ndjson, --csv or --out, got it alone; the report has the times",
    );
  }
  return forms[0] ?? "report";
}

function usage(message: string): CliError {
  return new CliError(exitCode.usage, `compare: ${message}.`);
}
