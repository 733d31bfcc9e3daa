import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileKernel } from "../../assembly/build/compile.ts";
import { kernelModules } from "../../assembly/build/modules.ts";

describe("generated kernel modules", () => {
  it.each(kernelModules)(
    "$target is what its source compiles to",
    async (module) => {
      const committed = readFileSync(join(import.meta.dirname, "../..", module.target), "utf8");
      // Not by toBe: the difference of two long lines of base64 helps nobody.
      expect(committed === (await compileKernel(module)), "run npm run build:kernels").toBe(true);
    },
    60_000,
  );

  it("says what the compiler says when a source does not compile", async () => {
    const missing = { source: "no-such-kernel.ts", target: "", name: "none", options: [] };
    await expect(compileKernel(missing)).rejects.toThrow(
      /compileKernel: expected no-such-kernel\.ts to compile, got .*\n[\s\S]*no-such-kernel/,
    );
  }, 60_000);
});
