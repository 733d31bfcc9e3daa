import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readPrograms } from "../circuits/support/read-programs.ts";
import manifest from "../package.json" with { type: "json" };
import { galleryPage } from "./gallery/gallery-page.ts";

/** Runs every program of `circuits/` and writes one self-contained HTML page that shows them all. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "out/gallery.html" },
      seed: { type: "string", default: "41" },
      shots: { type: "string", default: "4096" },
    },
  });
  const out = resolve(values.out);
  const { html, failed } = galleryPage({
    programs: await readPrograms(),
    shots: Number(values.shots),
    seed: Number(values.seed),
    version: manifest.version,
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  process.stdout.write(`${out}\n`);
  if (failed.length > 0) {
    process.stderr.write(
      `gallery: expected every program to come out as it says, got other outcomes of ${failed.join(", ")}; see the page.\n`,
    );
    process.exitCode = 1;
  }
}

await main();
