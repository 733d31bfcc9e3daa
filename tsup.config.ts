import { defineConfig, type Options } from "tsup";

const library = { index: "src/index.ts", "presentation/index": "src/presentation/index.ts" };
const adapters = Object.fromEntries(
  ["aer", "mathjs", "qsharp", "quantum-circuit", "quirk"].map((name) => [
    `adapters/${name}`,
    `src/adapters/${name}/index.ts`,
  ]),
);

/** Adapters import the built library instead of carrying a copy, so that a Circuit of one is a Circuit of the other. */
const besideTheLibrary: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "beside the library",
  setup(build) {
    const extension = build.initialOptions.format === "cjs" ? "cjs" : "js";
    build.onResolve({ filter: /^\.\.\/\.\.\/index\.ts$/ }, () => ({
      path: `../index.${extension}`,
      external: true,
    }));
  },
};

export default defineConfig([
  {
    entry: library,
    format: ["esm", "cjs"],
    dts: { entry: { ...library, ...adapters } },
    sourcemap: true,
    clean: true,
    target: "es2022",
    platform: "neutral",
    removeNodeProtocol: false,
    external: [/^node:/],
  },
  {
    entry: adapters,
    format: ["esm", "cjs"],
    splitting: false,
    sourcemap: true,
    target: "es2022",
    platform: "neutral",
    removeNodeProtocol: false,
    external: [/^node:/],
    // CommonJS has no import.meta, by which the QDK adapter finds the compiler beside it.
    shims: true,
    esbuildPlugins: [besideTheLibrary],
  },
  {
    entry: {
      "cli/kronket": "src/cli/kronket.ts",
      "cli/study-worker": "src/cli/compare/study-worker.ts",
      "cli/grade-file": "src/cli/exercise/grade-file.ts",
    },
    format: ["esm"],
    target: "node20",
    platform: "node",
    removeNodeProtocol: false,
    sourcemap: true,
  },
]);
