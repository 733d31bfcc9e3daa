import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Program } from "./program.ts";
import { shown } from "./shown-output.ts";

/**
 * Runs a program of a page from a file in a folder, and gives what each of its claims came to, by its number.
 *
 * A claim in code that never ran is left out.
 */
export async function observe(program: Program, folder: string): Promise<Map<number, string>> {
  const outputs = new Map<number, string>();
  const record = (claim: number, text: string) => {
    const known = outputs.get(claim);
    outputs.set(claim, known === undefined ? text : `${known}\n${text}`);
  };
  Object.assign(globalThis, {
    docs: {
      value: (claim: number, value: unknown) => record(claim, shown(value)),
      printed: (claim: number, ...values: unknown[]) => record(claim, values.map(shown).join(" ")),
    },
  });
  const file = join(folder, `${program.name.replace(/\W+/g, "-")}.mts`);
  writeFileSync(file, program.observed);
  await import(/* @vite-ignore */ pathToFileURL(file).href);
  return outputs;
}
