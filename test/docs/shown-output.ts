import { inspect } from "node:util";

/** A value as the documentation writes it: text as it is, anything else as Node prints it, on one line. */
export function shown(value: unknown): string {
  if (typeof value === "string") return value;
  return inspect(value, { depth: 6, breakLength: Number.POSITIVE_INFINITY, compact: true });
}

/**
 * Whether an output is what a page shows.
 *
 * White space at the ends of lines and the width of spaces do not count. `…` stands for any text within a line, and a line that holds only
 * `…` for any number of lines.
 */
export function isShown(expected: readonly string[], output: string): boolean {
  const pattern = expected
    .map(plain)
    .map((line) => (line.trim() === "…" ? "(?:.*\n)*" : `${line.split("…").map(escaped).join(".*")}\n`))
    .join("");
  const text = output
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => `${plain(line)}\n`)
    .join("");
  return new RegExp(`^${pattern}$`).test(text);
}

/** Numbers are grouped with narrow spaces, which nobody types. */
function plain(line: string): string {
  return line.replace(/\p{Zs}/gu, " ").trimEnd();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
