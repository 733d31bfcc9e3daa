import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "assemblyscript/asc";
import type { KernelModule } from "./modules.ts";

const sources = join(import.meta.dirname, "..");

/** SIMD is in every browser since 2021–2023 and in Node since 16; no runtime library, no checks of array bounds. */
const commonOptions = ["--runtime", "stub", "--noAssert", "--enable", "simd", "-O3", "--converge"];

/**
 * Compiles a kernel module to the text of the TypeScript file that holds its bytes.
 *
 * Deterministic for a version of the compiler. Errors: Error with the compiler's messages.
 */
export async function compileKernel(module: KernelModule): Promise<string> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await main(
    [module.source, ...commonOptions, ...module.options, "--outFile", "module.wasm"],
    {
      readFile: (name, base) => readOptional(join(base === "." ? sources : base, name)),
      writeFile: (_name, contents) => {
        bytes = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || bytes === undefined) {
    throw new Error(
      `compileKernel: expected ${module.source} to compile, got ${error?.message}\n${stderr.toString()}`,
    );
  }
  return [
    `// Generated from assembly/${module.source} by npm run build:kernels; ${bytes.length} bytes of WebAssembly in base64.`,
    `export const ${module.name} =`,
    `  "${Buffer.from(bytes).toString("base64")}";`,
    "",
  ].join("\n");
}

function readOptional(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The compiler asks for files that need not exist, such as index.ts of a folder.
    return null;
  }
}
