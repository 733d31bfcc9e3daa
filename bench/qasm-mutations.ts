import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { seededRandom } from "../src/index.ts";
import { checkReading, mutated, seedTexts } from "../test/support/qasm-mutation.ts";

const help = `npx tsx bench/qasm-mutations.ts [options]      reads changed programs and checks that none crashes or stops the reader

  --count 1000000     how many inputs
  --first 0           the number of the first; input k is the same in every run of a seed
  --seed 1
  --slowest 2         seconds that an input may take
`;

/** The long run of what test/circuit/qasm/mutations.test.ts does with a few thousand inputs. */
function main(): void {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "1000000" },
      first: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
      slowest: { type: "string", default: "2" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const [count, first, slowest] = [values.count, values.first, values.slowest].map(Number);
  const random = seededRandom(Number(values.seed));
  const folder = new URL("../circuits/", import.meta.url);
  const programs = readdirSync(folder).filter((name) => name.endsWith(".qasm"));
  const texts = seedTexts(
    programs.sort().map((name) => readFileSync(new URL(name, folder), "utf8")),
    random.split("seeds"),
  );
  const ends = new Map<string, number>();
  let failures = 0;
  let longest = 0;
  for (let k = first; k < first + count; k++) {
    const text = mutated(texts, random.split("input", k));
    const start = process.cpuUsage();
    try {
      const end = checkReading(text, k % 2 === 0 ? 2 : 3);
      const key = end.accepted ? "accepted" : end.code;
      ends.set(key, (ends.get(key) ?? 0) + 1);
    } catch (error) {
      failures++;
      process.stdout.write(`input ${k}: ${(error as Error).message}\n${JSON.stringify(text)}\n`);
    }
    const seconds = process.cpuUsage(start).user / 1e6;
    longest = Math.max(longest, seconds);
    if (seconds > slowest) {
      failures++;
      process.stdout.write(
        `input ${k}: ${seconds} s for ${text.length} characters\n${JSON.stringify(text.slice(0, 2000))}\n`,
      );
    }
    if ((k + 1 - first) % 50_000 === 0)
      process.stdout.write(`${k + 1 - first} inputs, ${failures} failures\n`);
  }
  const table = [...ends].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, number]) => `${key}: ${number}`);
  process.stdout.write(
    `${count} inputs, ${failures} failures, the slowest took ${longest.toFixed(2)} s\n${table.join("\n")}\n`,
  );
  if (failures > 0) process.exitCode = 1;
}

main();
