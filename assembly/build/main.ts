import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileKernel } from "./compile.ts";
import { kernelModules } from "./modules.ts";

// Writes every kernel module into src/. The results are committed: users of the package and of a clone build nothing.
for (const module of kernelModules) {
  const target = join(import.meta.dirname, "../..", module.target);
  mkdirSync(dirname(target), { recursive: true });
  const text = await compileKernel(module);
  writeFileSync(target, text);
  process.stderr.write(`${module.target}: ${text.length} characters\n`);
}
