import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** The root of the repository. */
export const root = resolve(import.meta.dirname, "../..");

/** One fenced block of a page. */
export interface Block {
  /** The word after the opening fence, or an empty text. */
  readonly language: string;
  readonly lines: readonly string[];
  /** The line of the page that `lines[0]` is, counted from 1. */
  readonly line: number;
}

/** A page of the documentation. */
export interface Page {
  /** Path below the root of the repository. */
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** All pages: README.md, other pages beside it, docs/*.md and docs/systems/*.md. */
export function pages(): Page[] {
  const paths = [".", "docs", "docs/systems"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => join(root, folder, file)),
  );
  return paths.sort().map((path) => {
    const text = readFileSync(path, "utf8");
    return { name: relative(root, path), text, blocks: blocksOf(text) };
  });
}

/** The fenced blocks of a page, in order. */
export function blocksOf(text: string): Block[] {
  const blocks: { language: string; lines: string[]; line: number }[] = [];
  let open: (typeof blocks)[number] | undefined;
  text.split("\n").forEach((line, k) => {
    const fence = /^```(\w*)/.exec(line);
    if (open === undefined) {
      if (fence !== null) {
        open = { language: fence[1], lines: [], line: k + 2 };
        blocks.push(open);
      }
    } else if (line === "```") open = undefined;
    else open.lines.push(line);
  });
  if (open !== undefined) throw new Error(`the block that starts on line ${open.line} has no closing fence`);
  return blocks;
}

/** The text of a page without its fenced blocks, line numbers kept. */
export function proseOf({ text, blocks }: Page): string {
  const lines = text.split("\n");
  for (const block of blocks) lines.fill("", block.line - 1, block.line - 1 + block.lines.length);
  return lines.join("\n");
}
