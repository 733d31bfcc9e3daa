import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { circuitQuantikz } from "../../../src/presentation/diagram/circuit-quantikz.ts";
import { diagramSamples, everythingCircuit } from "../../support/diagram-samples.ts";

/** Why LaTeX cannot be run here, if it cannot. */
function missing(): string | undefined {
  try {
    execFileSync("kpsewhich", ["tikzlibraryquantikz2.code.tex"], { stdio: "pipe" });
    execFileSync("pdflatex", ["--version"], { stdio: "pipe" });
    return undefined;
  } catch {
    return "no pdflatex with the TikZ library quantikz2 (TeX Live 2023 or later)";
  }
}

const reason = missing();
if (reason !== undefined) console.info(`The LaTeX of drawings is not compiled: ${reason}.`);
const folder = mkdtempSync(join(tmpdir(), "kronket-latex-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles drawings, one a page, and gives what LaTeX complains about. */
function complaints(drawings: readonly string[]): readonly string[] {
  const document = [
    "\\documentclass{article}",
    // Pages large enough for any drawing: a box that is too wide is no error of the drawing.
    "\\usepackage[paperwidth=5000pt,paperheight=4000pt,margin=10pt]{geometry}",
    "\\usepackage{tikz} \\usetikzlibrary{quantikz2}",
    "\\begin{document}",
    drawings.join("\n\\newpage\n"),
    "\\end{document}",
  ].join("\n");
  writeFileSync(join(folder, "drawings.tex"), document);
  const args = ["-interaction=nonstopmode", "-file-line-error", "drawings.tex"];
  try {
    execFileSync("pdflatex", args, { cwd: folder, stdio: "pipe" });
    return [];
  } catch (error) {
    const log = String((error as { stdout: Buffer }).stdout);
    return log.split("\n").filter((line) => /^!|^\.\/drawings\.tex:\d+:/.test(line));
  }
}

describe.skipIf(reason !== undefined)("the LaTeX of drawings", () => {
  it("compiles for every sample, closed, open and folded, or reversed", () => {
    const options = [
      {},
      { boxes: "open", foldAt: 2 },
      { reverse: true, initialStates: true, momentNumbers: true },
    ] as const;
    const drawings = Object.values(diagramSamples).map((circuit, k) =>
      circuitQuantikz(circuit, options[k % options.length]),
    );
    expect(complaints([...drawings, circuitQuantikz(everythingCircuit(1, 12))])).toEqual([]);
  }, 120_000);
});
