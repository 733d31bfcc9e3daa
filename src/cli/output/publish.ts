import { resolve } from "node:path";
import type { OutputFlags } from "../options/output-options.ts";
import type { Session } from "../session.ts";
import { writeAtomically } from "./write-atomically.ts";

/**
 * Hands the result over: the document to --out or, with --json, to stdout; otherwise the report to stdout.
 *
 * The report is a promise so that the code that draws it is loaded only where it is wanted.
 *
 * Errors: CliError when the file cannot be written.
 */
export async function publish(
  session: Session,
  { json, out }: OutputFlags,
  document: string,
  report: () => Promise<string>,
): Promise<void> {
  if (out !== undefined) {
    writeAtomically(resolve(session.io.cwd, out), document);
    session.note(`written to ${out}`);
  }
  if (json !== true) session.print(await report());
  else if (out === undefined) session.print(document);
}
