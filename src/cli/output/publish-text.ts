import { resolve } from "node:path";
import type { OutputFlags } from "../options/output-options.ts";
import type { Session } from "../session.ts";
import { writeAtomically } from "./write-atomically.ts";

/**
 * Hands over a result that is a text itself, such as a program or a drawing: to --out, otherwise to stdout; with --json,
 * the document that it is in. Warnings go to stderr.
 *
 * Errors: CliError when the file cannot be written.
 */
export function publishText(
  session: Session,
  { json, out }: OutputFlags,
  document: string,
  { text, warnings }: { readonly text: string; readonly warnings: readonly string[] },
): void {
  const result = json === true ? document : text.endsWith("\n") ? text : `${text}\n`;
  for (const warning of warnings) session.note(`warning: ${warning}`);
  if (out === undefined) session.print(result);
  else {
    writeAtomically(resolve(session.io.cwd, out), result);
    session.note(`written to ${out}`);
  }
}
