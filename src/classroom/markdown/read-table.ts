/** Reads a Markdown table into one record a row, by the names of its head; undefined where there is none. */
export function readTable(prose: string): Record<string, string>[] | undefined {
  const lines = prose.split("\n").filter((line) => line.trim().startsWith("|"));
  if (lines.length < 3) return undefined;
  const [head, , ...rows] = lines.map(cells);
  return rows.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k] ?? ""])));
}

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}
