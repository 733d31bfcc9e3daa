import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: { index: "src/index.ts", "presentation/index": "src/presentation/index.ts" },
    format: ["esm", "cjs"],
    dts: true,
    sourcemap: true,
    clean: true,
    target: "es2022",
    platform: "neutral",
    removeNodeProtocol: false,
    external: [/^node:/],
  },
  {
    entry: { "cli/kronket": "src/cli/kronket.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
    removeNodeProtocol: false,
    sourcemap: true,
  },
]);
