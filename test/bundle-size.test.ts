import { createRequire } from "node:module";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

/** The part of esbuild that is used here. */
interface Bundler {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

// The bundler is the one that the package is built with.
const require = createRequire(import.meta.url);
const { build } = createRequire(require.resolve("tsup"))("esbuild") as Bundler;

/** The bytes that a page loads for some names of the library, minified, without what they do not use, compressed. */
async function gzipped(names: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names} } from "./src/index.ts";`,
      resolveDir: resolve(import.meta.dirname, ".."),
      loader: "ts",
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    external: ["node:*"],
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

describe("what a page loads", () => {
  it("for building and simulating circuits stays below 60 kB", async () => {
    // About 16 kB when this was written.
    expect(await gzipped("Circuit, simulate")).toBeLessThan(60_000);
  });

  it("with reading and writing OpenQASM stays below 75 kB", async () => {
    // About 53 kB when this was written.
    expect(await gzipped("Circuit, simulate, parseQasm, exportQasm")).toBeLessThan(75_000);
  });
});
