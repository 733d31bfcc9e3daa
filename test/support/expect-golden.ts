import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "vitest";

const folder = resolve(import.meta.dirname, "../golden");

/**
 * Compares a drawing, or another text, with the file of that name in test/golden.
 *
 * When they differ, or there is no such file yet, the text is written beside it as `name-changed.svg`: look at it,
 * and if it is right rename it to `name.svg`. The changed file goes away when the comparison succeeds again.
 */
export function expectGolden(name: string, text: string, extension: "svg" | "txt" = "svg"): void {
  const golden = resolve(folder, `${name}.${extension}`);
  const changed = resolve(folder, `${name}-changed.${extension}`);
  const expected = existsSync(golden) ? readFileSync(golden, "utf8") : undefined;
  if (expected === text) {
    rmSync(changed, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(changed, text);
  const lines = text.split("\n");
  const first = expected?.split("\n").findIndex((line, k) => line !== lines[k]) ?? -1;
  expect
    .soft(lines[first] ?? "no golden file yet", `line ${first + 1} of ${golden}; see ${changed}`)
    .toBe(expected?.split("\n")[first] ?? "a golden file");
}
