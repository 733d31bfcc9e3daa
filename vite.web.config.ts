import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type UserConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, "package.json"), "utf8"));

/** The page: files for a web server by default, one file that opens from a disk with `--mode single`. */
export default defineConfig(
  ({ mode }): UserConfig => ({
    root: resolve(import.meta.dirname, "src/web"),
    // Relative addresses work under any path of any host.
    base: "./",
    define: { kronketVersion: JSON.stringify(version) },
    resolve: {
      alias:
        mode === "single"
          ? [
              {
                find: /^\.\/start-worker\.ts$/,
                replacement: resolve(import.meta.dirname, "src/web/worker/start-inline-worker.ts"),
              },
            ]
          : [],
    },
    plugins: mode === "single" ? [viteSingleFile()] : [],
    // Chromium starts no module worker from a page on a disk: the one file has a classic one, in one piece.
    worker:
      mode === "single"
        ? { format: "iife", rolldownOptions: { output: { codeSplitting: false } } }
        : { format: "es" },
    build: {
      outDir: resolve(import.meta.dirname, mode === "single" ? "out/page" : "out/web"),
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      // The worker holds the whole library and is loaded beside the page.
      chunkSizeWarningLimit: 3000,
    },
  }),
);
