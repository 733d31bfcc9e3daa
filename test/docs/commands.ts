import type { Page } from "./page.ts";

/** A `kronket …` command that a page shows. */
export interface ShownCommand {
  readonly page: string;
  readonly line: number;
  /** The words after the name of the program. */
  readonly args: readonly string[];
  /** The lines that the page shows below it, in a `console` block; else undefined. */
  readonly output?: readonly string[];
}

/** How a page may call the program. */
const program = /^(?:\$ )?(?:npx tsx src\/cli\/kronket\.ts|npx kronket|kronket)(?: |$)/;

/**
 * The commands of the program in the `sh` and `console` blocks of a page.
 *
 * In a `console` block a command starts with `$ `, and what follows up to the next one is what it writes to stdout.
 */
export function commandsOf(page: Page): ShownCommand[] {
  const commands: ShownCommand[] = [];
  for (const { language, lines, line } of page.blocks) {
    if (language !== "sh" && language !== "console") continue;
    for (let k = 0; k < lines.length; k++) {
      if (language === "console" ? !lines[k].startsWith("$ ") : !program.test(lines[k])) continue;
      const first = k;
      let text = lines[k];
      while (text.endsWith("\\")) text = `${text.slice(0, -1)}${lines[++k].trim()}`;
      const args = words(text.replace(program, "").replace(/ +# .*$/, ""));
      const command = { page: page.name, line: line + first, args };
      if (language === "sh") commands.push(command);
      else {
        const next = lines.findIndex((other, n) => n > k && other.startsWith("$ "));
        commands.push({ ...command, output: lines.slice(k + 1, next < 0 ? lines.length : next) });
      }
    }
  }
  return commands;
}

/** Splits a command line at its spaces, except inside single or double quotes. */
function words(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]);
}
