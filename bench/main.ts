import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { benchKroneckerSketch } from "./kronecker-sketch.ts";

/** Times what has a goal and prints a table. Run it on a quiet machine; it is not a test. */
function main(): void {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
  const [processor] = cpus();
  process.stdout.write(
    `${processor.model}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n\n`,
  );
  process.stdout.write("| what | min s | median s | max s | goal s |\n| --- | ---: | ---: | ---: | ---: |\n");
  for (const { timing, goal } of benchKroneckerSketch(Number(values.runs))) {
    const cells = [timing.min, timing.median, timing.max].map((seconds) => seconds.toFixed(2));
    process.stdout.write(`| ${timing.name} | ${cells.join(" | ")} | ${goal ?? "–"} |\n`);
  }
}

main();
