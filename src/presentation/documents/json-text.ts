/** A line may be this long before an object or array is broken up. */
const LINE = 100;

/**
 * Writes a document as JSON that people can read too: an object or array that fits on a line stays on one, and so does
 * a list of plain values of any length.
 *
 * The same document gives the same bytes.
 */
export function jsonText(value: unknown): string {
  return `${write(value, "")}\n`;
}

function write(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  if (isList && value.every((item) => typeof item !== "object" || item === null))
    return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // Long lists are broken up anyway: writing them on one line first would be in vain.
  if (entries.length <= LINE) {
    const line = JSON.stringify(value);
    if (line.length + indent.length <= LINE) return line;
  }
  const inner = `${indent}  `;
  const parts = entries.map(
    ([key, item]) => `${inner}${isList ? "" : `${JSON.stringify(key)}: `}${write(item, inner)}`,
  );
  return isList ? `[\n${parts.join(",\n")}\n${indent}]` : `{\n${parts.join(",\n")}\n${indent}}`;
}
