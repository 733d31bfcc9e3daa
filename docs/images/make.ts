import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SweepPoint } from "../../src/index.ts";
import { drawGrowth, measureGrowth } from "./growth.ts";
import { systemPictures } from "./systems.ts";
import { drawVolcano } from "./volcano.ts";

// Makes the pictures of the documentation: `npx tsx docs/images/make.ts`. Same code, same bytes.
// With --draw the counts of the last run are kept and only drawn again.

const path = (name: string) => resolve(import.meta.dirname, name);
const write = (name: string, text: string) => {
  writeFileSync(path(name), text);
  process.stdout.write(`${path(name)}\n`);
};

if (!process.argv.includes("--draw")) {
  const points = measureGrowth(undefined, undefined, ({ stage, done, total }) =>
    process.stderr.write(`\r${done} of ${total}  ${stage.padEnd(30)}`),
  );
  process.stderr.write("\n");
  const lines = points.map((point) => JSON.stringify(point));
  write("growth.json", `[\n${lines.join(",\n")}\n]\n`);
}
write("growth.svg", drawGrowth(JSON.parse(readFileSync(path("growth.json"), "utf8")) as SweepPoint[]));
write("volcano.svg", drawVolcano());
for (const [name, draw] of Object.entries(systemPictures)) write(name, draw());
