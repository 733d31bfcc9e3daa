import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { observe } from "./observe.ts";
import { pages, root } from "./page.ts";
import { programsOf } from "./program.ts";
import { isShown } from "./shown-output.ts";

const programs = pages().flatMap(programsOf);
const folder = mkdtempSync(join(tmpdir(), "kronket-docs-"));
const before = process.cwd();

// Pages name files from the root of the repository.
beforeAll(() => process.chdir(root));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

describe("the code of the documentation", () => {
  it("is there", () => {
    expect(programs.length).toBeGreaterThan(10);
  });

  it.each(programs.map((program) => [program.name, program] as const))(
    "runs and gives what is shown: %s",
    async (_, program) => {
      const outputs = await observe(program, folder);
      for (const [claim, { line, statement, expected }] of program.claims.entries()) {
        const output = outputs.get(claim) ?? "(never ran)";
        if (isShown(expected, output)) continue;
        expect
          .soft(output, `line ${line}: ${statement}; see npx tsx test/docs/update.ts`)
          .toBe(expected.join("\n"));
      }
    },
  );
});
