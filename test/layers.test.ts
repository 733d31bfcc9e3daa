import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const source = resolve(import.meta.dirname, "../src");

/** Below everything: how errors speak, how long work reports, and how compiled kernels are loaded. */
const ground = ["errors", "task", "wasm"];

/** Data run one way: a folder may import from the folders named here, from itself, and from nothing else in src. */
const layers: Record<string, readonly string[]> = {
  errors: [],
  task: [],
  wasm: [],
  random: ground,
  matrix: [...ground, "random"],
  circuit: ground,
  simulator: [...ground, "random", "circuit"],
  oracles: [...ground, "random", "matrix", "circuit", "simulator"],
  primitives: [...ground, "random", "matrix", "circuit", "simulator", "oracles"],
  algorithms: [...ground, "random", "matrix", "circuit", "simulator", "oracles", "primitives"],
  // Baselines and algorithms never see each other.
  baselines: [...ground, "random", "matrix", "oracles"],
  applications: [
    ...ground,
    "random",
    "matrix",
    "circuit",
    "simulator",
    "oracles",
    "primitives",
    "algorithms",
    "baselines",
  ],
  comparison: [
    ...ground,
    "random",
    "matrix",
    "circuit",
    "simulator",
    "oracles",
    "primitives",
    "algorithms",
    "baselines",
    "applications",
  ],
  presentation: ["comparison", "circuit", "oracles"],
  adapters: ["index.ts"],
  classroom: ["index.ts"],
  cli: ["index.ts", "presentation", "adapters", "classroom"],
  web: ["index.ts", "presentation", "adapters", "classroom"],
};

/** Folders that may import only types from these layers: they show numbers and never compute them. */
const typesOnly: Record<string, readonly string[]> = { presentation: ["comparison", "oracles"] };

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
  readonly isType: boolean;
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.tsx?$/.test(file),
);

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(source, file), "utf8");
  const statements = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s)?[^;"']*?from\s+["'](\.[^"']+)["']|import\(\s*["'](\.[^"']+)["']\s*\)/g,
  );
  return [...statements].map((match) => {
    const target = relative(source, resolve(source, dirname(file), match[3] ?? match[4]));
    return { file, layer: file.split("/")[0], target: target.split("/")[0], isType: match[2] !== undefined };
  });
});

describe("layers", () => {
  it("knows every folder of src", () => {
    const folders = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]));
    expect([...folders].filter((folder) => !(folder in layers))).toEqual([]);
  });

  it("sees the imports it is to judge", () => {
    expect(imports.length).toBeGreaterThan(5);
  });

  it("imports only from layers above", () => {
    const wrong = imports.filter(
      ({ layer, target }) => layer in layers && target !== layer && !layers[layer].includes(target),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it("lets presentation see computing layers as types only", () => {
    const wrong = imports.filter(
      ({ layer, target, isType }) => typesOnly[layer]?.includes(target) && !isType,
    );
    expect(wrong.map(({ file, target }) => `${file} imports values of ${target}`)).toEqual([]);
  });

  it("keeps index.ts to re-exports", () => {
    const index = readFileSync(join(source, "index.ts"), "utf8");
    const code = index.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim();
    const rest = code.replace(/export\s+(type\s+)?\{[^}]*\}\s+from\s+"[^"]+";?/g, "").trim();
    expect(rest).toBe("");
  });

  it("never draws from Math.random", () => {
    const users = files.filter((file) => readFileSync(join(source, file), "utf8").includes("Math.random"));
    expect(users).toEqual([]);
  });
});
