import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const source = resolve(import.meta.dirname, "../src");
const library = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/^(cli|adapters|web)\b/.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), "utf8") }));

describe("the package", () => {
  it("tells bundlers for browsers to leave away every module of Node that the library loads", () => {
    const loaded = library.flatMap(({ text }) =>
      [...text.matchAll(/\bimport\((?:\/\*.*?\*\/ )?"(node:[^"]+)"\)/g)].map(([, name]) => name),
    );
    expect(manifest.browser).toEqual(Object.fromEntries(loaded.sort().map((name) => [name, false])));
  });

  it("loads modules of Node only when they are asked for", () => {
    const early = library.filter(({ text }) => /^(?:import|export) (?!type\b).*"node:/m.test(text));
    expect(early.map(({ file }) => file)).toEqual([]);
  });

  it("keeps those loads away from webpack, which knows no node: addresses in browsers", () => {
    const bare = library.filter(({ text }) => /\bimport\("node:/.test(text));
    expect(bare.map(({ file }) => file)).toEqual([]);
  });
});
