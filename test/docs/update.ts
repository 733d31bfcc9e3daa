import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { observe } from "./observe.ts";
import { pages, root } from "./page.ts";
import { type Claim, programsOf } from "./program.ts";
import { isShown } from "./shown-output.ts";

// Rewrites the shown outputs of the documentation that are no longer what the code gives: npx tsx test/docs/update.ts

process.chdir(root);
const folder = mkdtempSync(join(tmpdir(), "kronket-docs-"));
for (const page of pages()) {
  const wrong: { claim: Claim; output: string }[] = [];
  for (const program of programsOf(page)) {
    const outputs = await observe(program, folder);
    program.claims.forEach((claim, k) => {
      const output = outputs.get(k) ?? "(never ran)";
      if (!isShown(claim.expected, output)) wrong.push({ claim, output });
    });
  }
  const lines = page.text.split("\n");
  // From the last line up, so that the numbers of the lines before stay right.
  for (const { claim, output } of wrong.reverse()) {
    const { line, statement, expected, kind } = claim;
    process.stdout.write(`${page.name}, line ${line}: ${statement}\n${output}\n`);
    const last = line - 1 + statement.split("\n").length - 1;
    if (expected.some((text) => text.includes("…")) || (kind === "value" && output.includes("\n"))) {
      process.stdout.write("  left as it is: correct it by hand\n");
    } else if (lines[last].endsWith(`// ${expected[0]}`)) {
      lines[last] = lines[last].slice(0, -expected[0].length) + output;
    } else {
      const shown = output.split("\n").map((text) => `// ${text}`.trimEnd());
      lines.splice(last + 1, expected.length, ...shown);
    }
  }
  if (wrong.length > 0) writeFileSync(join(root, page.name), lines.join("\n"));
}
rmSync(folder, { recursive: true });
