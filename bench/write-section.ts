import { readFileSync, writeFileSync } from "node:fs";

/** A document with the part under one heading of the second level replaced, or added at its end. */
export function withSection(document: string, heading: string, body: string): string {
  const section = `## ${heading}\n\n${body.trim()}\n`;
  const parts = document.trimEnd().split(/\n+(?=## )/);
  const at = parts.findIndex((part) => part.startsWith(`## ${heading}\n`));
  if (at < 0) parts.push(section.trimEnd());
  else parts[at] = section.trimEnd();
  return `${parts.join("\n\n")}\n`;
}

/** Writes a part of a document: see withSection. */
export function writeSection(path: string, heading: string, body: string): void {
  writeFileSync(path, withSection(readFileSync(path, "utf8"), heading, body));
}
