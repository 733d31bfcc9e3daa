import type { SketchFlags } from "./sketch-request.ts";

/**
 * The command that goes on from a checkpoint, to be copied from the screen: the checkpoint knows all that decides the
 * result, so that only files, output and permissions are repeated.
 *
 * @example resumeCommand(["a.csv", "b.csv"], {…, out: "r.json"}, "r.json.partial") // "kronket sketch a.csv b.csv --resume r.json.partial --out r.json"
 */
export function resumeCommand(
  files: readonly string[],
  { out, json, format, allowZeroColumns, skipCertificate }: SketchFlags,
  checkpoint: string,
): string {
  return [
    ...["kronket", "sketch", ...files, "--resume", checkpoint],
    ...(out === undefined ? [] : ["--out", out]),
    ...(json === true ? ["--json"] : []),
    ...(format === undefined ? [] : ["--format", format]),
    ...(allowZeroColumns === true ? ["--allow-zero-columns"] : []),
    ...(skipCertificate === true ? ["--no-certificate"] : []),
  ]
    .map(quoted)
    .join(" ");
}

/** A word as a POSIX shell takes it. */
function quoted(word: string): string {
  return /^[\w./:,@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
