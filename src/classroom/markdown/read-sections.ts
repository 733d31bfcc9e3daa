/** A fenced block of a section. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  /** The line of the file that its text starts on. */
  readonly line: number;
}

/** A part of a Markdown text under one heading. */
export interface Section {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  /** The text without its fenced blocks, trimmed. */
  readonly prose: string;
  readonly fences: readonly Fence[];
  readonly subsections: readonly Section[];
}

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly prose: string[];
  readonly fences: Fence[];
  readonly subsections: OpenSection[];
}

/** Splits a Markdown text at its headings; fenced blocks are kept apart from the prose. What stands before the first heading is left out. */
export function readSections(text: string): Section[] {
  const root: OpenSection = { title: "", level: 0, line: 0, prose: [], fences: [], subsections: [] };
  const open = [root];
  let fence: { language: string; lines: string[]; line: number } | undefined;
  text.split(/\r?\n/).forEach((row, at) => {
    const line = at + 1;
    if (fence !== undefined) {
      if (row.trimEnd() === "```") {
        open
          .at(-1)!
          .fences.push({ language: fence.language, text: fence.lines.join("\n"), line: fence.line });
        fence = undefined;
      } else {
        fence.lines.push(row);
      }
      return;
    }
    const fenceStart = /^```(\w*)\s*$/.exec(row);
    if (fenceStart !== null) {
      fence = { language: fenceStart[1], lines: [], line: line + 1 };
      return;
    }
    const heading = /^(#{1,6})\s+(.*?)\s*$/.exec(row);
    if (heading === null) {
      open.at(-1)!.prose.push(row);
      return;
    }
    const level = heading[1].length;
    while (open.at(-1)!.level >= level) open.pop();
    const section = { title: heading[2], level, line, prose: [], fences: [], subsections: [] };
    open.at(-1)!.subsections.push(section);
    open.push(section);
  });
  return root.subsections.map(close);
}

function close({ prose, subsections, ...rest }: OpenSection): Section {
  return { ...rest, prose: prose.join("\n").trim(), subsections: subsections.map(close) };
}
