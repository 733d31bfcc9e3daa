import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Family } from "./circuits/families.ts";
import { npmPeers } from "./contest/npm-contenders.ts";
import { benchEngine, familyNames } from "./engine.ts";
import { benchKroneckerSketch } from "./kronecker-sketch.ts";
import { machine } from "./machine.ts";
import { installJsqubits, installNative, nativeVersions } from "./peers/install.ts";
import { benchQasmParse, speedGoal } from "./qasm-parse.ts";
import { benchRegression, regressionTable } from "./regression.ts";
import { writeSection } from "./write-section.ts";

const help = `npm run bench -- [options]            times what has a goal and prints tables; run it on a quiet machine
npm run bench:peers -- [options]      … with the native simulators from PyPI and jsqubits from npm, installed under bench/peers

  --only sketch|qasm|regression|engine   one of the parts
  --runs 3                    runs of each timing; the median counts
  --sizes 16,18,20,22,24,26   qubits
  --threads 1,2
  --families ${familyNames.join(",")}
  --starts zero,random        the state that a run begins with
  --limit 60                  seconds that one run of another program may take
  --no-npm                    without the packages from npm
  --peers                     with native simulators and jsqubits
  --write                     put the tables of the simulators into bench/RESULTS.md
`;

const results = fileURLToPath(new URL("RESULTS.md", import.meta.url));

/** Times what has a goal and prints tables. Run it on a quiet machine; it is not a test. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      only: { type: "string" },
      runs: { type: "string", default: "3" },
      sizes: { type: "string", default: "16,18,20,22,24,26" },
      threads: { type: "string", default: "1,2" },
      families: { type: "string", default: familyNames.join(",") },
      starts: { type: "string", default: "zero,random" },
      limit: { type: "string", default: "60" },
      npm: { type: "boolean", default: true },
      peers: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const runs = whole("runs", values.runs)[0];
  process.stdout.write(`${machine()}\n\n`);
  const wanted = (part: string) => values.only === undefined || values.only === part;
  if (wanted("sketch")) process.stdout.write(`${sketchTable(runs)}\n\n`);
  if (wanted("qasm")) process.stdout.write(`${qasmTable(runs)}\n\n`);
  const python = values.peers ? installNative() : undefined;
  if (wanted("regression")) {
    const text = `${machine()}, ${new Date().toISOString().slice(0, 10)}. CPU seconds, medians of ${runs} runs, one thread.\n\n${regressionTable(benchRegression(runs, python))}\n`;
    process.stdout.write(`${text}\n`);
    if (values.write) writeSection(results, "Leverage scores and regression", text);
  }
  if (!wanted("engine")) return;
  if (values.peers) installJsqubits();
  const tables = await benchEngine({
    families: oneOf("families", values.families, familyNames),
    sizes: whole("sizes", values.sizes),
    threads: whole("threads", values.threads),
    starts: oneOf("starts", values.starts, ["zero", "random"] as const),
    rounds: runs,
    limit: whole("limit", values.limit)[0],
    npm: values.npm ? npmPeers.filter((name) => values.peers || name !== "jsqubits") : [],
    note: (text) => process.stderr.write(`${text}\n`),
    ...(python === undefined ? {} : { python }),
  });
  const versions = python === undefined ? "" : ` ${nativeVersions(python)}.`;
  const text = `${machine()}, ${new Date().toISOString().slice(0, 10)}.${versions} Medians of ${runs} alternating runs.\n\n${tables}\n`;
  process.stdout.write(text);
  if (values.write) writeSection(results, "Simulators", text);
}

function sketchTable(runs: number): string {
  const lines = benchKroneckerSketch(runs).map(({ timing, goal }) => {
    const cells = [timing.min, timing.median, timing.max].map((seconds) => seconds.toFixed(2));
    return `| ${timing.name} | ${cells.join(" | ")} | ${goal ?? "–"} |`;
  });
  return [
    "| what | min s | median s | max s | goal s |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

function qasmTable(runs: number): string {
  const lines = benchQasmParse(runs).flatMap(({ version, speeds, exponent }) =>
    speeds.map(({ megabytes, timing, speed }) => {
      const figures = [timing.median, speed].map((value) => value.toFixed(2));
      return `| OpenQASM ${version}, ${megabytes} MB | ${figures.join(" | ")} | ${speedGoal} | ${exponent.toFixed(2)} |`;
    }),
  );
  return [
    "| program read | median s | MB/s | goal MB/s | time ∝ size^k |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

function whole(name: string, text: string): number[] {
  return text.split(",").map((part) => {
    if (!/^[1-9]\d*$/.test(part))
      throw new RangeError(`--${name}: expected whole numbers ≥ 1, got ${text}; see --help.`);
    return Number(part);
  });
}

function oneOf<Name extends string>(name: string, text: string, names: readonly Name[]): Name[] {
  const parts = text.split(",") as (Name | Family)[];
  if (!parts.every((part) => (names as readonly string[]).includes(part)))
    throw new RangeError(`--${name}: expected some of ${names.join(", ")}, got ${text}; see --help.`);
  return parts as Name[];
}

await main();
