import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { CliError } from "../cli-error.ts";
import { type CheckpointDocument, checkpointDocumentSchema } from "../documents/checkpoint-document.ts";
import type { Input } from "../documents/document-head.ts";
import { exitCode } from "../exit-code.ts";
import { requireReadable } from "../input/require-readable.ts";

/**
 * Reads a checkpoint file and checks its form.
 *
 * Errors: CliError (bad input) that says what is wrong with the file, and where.
 */
export async function loadCheckpoint(name: string, path: string): Promise<CheckpointDocument> {
  await requireReadable(name, path);
  const parsed = v.safeParse(checkpointDocumentSchema, parse(name, await readFile(path, "utf8")));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? "the document";
  if (place === "schema") {
    throw bad(
      name,
      `a file that is none (${issue.received})`,
      "pass the .partial file that the interrupted run has kept",
    );
  }
  throw bad(name, `${issue.received} at ${place}`, "the file is damaged, begin anew without --resume");
}

/**
 * Checks that a checkpoint belongs to the files of the command, by their hashes.
 *
 * Errors: CliError (bad input) that names the first file that differs.
 */
export function requireSameInputs(
  name: string,
  document: CheckpointDocument,
  inputs: readonly Input[],
): void {
  if (document.inputs.length !== inputs.length) {
    throw new CliError(
      exitCode.badInput,
      `${name}: expected the checkpoint of a run with ${inputs.length} files, got one with ${document.inputs.length}; name the same files in the same order.`,
    );
  }
  inputs.forEach((input, k) => {
    const then = document.inputs[k];
    if (then.sha256 === input.sha256 && then.rows === input.rows && then.columns === input.columns) return;
    throw new CliError(
      exitCode.badInput,
      `${name}: expected the checkpoint of a run with ${input.name} (sha256 ${input.sha256.slice(0, 12)}…, ${input.rows} × ${input.columns}), got one with ${then.name} (${then.sha256.slice(0, 12)}…, ${then.rows} × ${then.columns}); name the same files in the same order, or begin anew without --resume.`,
    );
  });
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bad(
      name,
      "text that is not JSON",
      "pass the .partial file that the interrupted run has kept, or begin anew without --resume",
    );
  }
}

function bad(name: string, got: string, remedy: string): CliError {
  return new CliError(
    exitCode.badInput,
    `${name}: expected a checkpoint of kronket sketch, got ${got}; ${remedy}.`,
  );
}
