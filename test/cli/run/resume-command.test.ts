import { describe, expect, it } from "vitest";
import { resumeCommand } from "../../../src/cli/run/resume-command.ts";
import type { SketchFlags } from "../../../src/cli/run/sketch-request.ts";

describe("resumeCommand", () => {
  it("repeats files, output and permissions, quoted for a shell", () => {
    const flags = { out: "my result.json", json: true, allowZeroColumns: true, skipCertificate: true };
    expect(resumeCommand(["a.csv", "it's.csv"], flags as unknown as SketchFlags, "c.partial")).toBe(
      "kronket sketch a.csv 'it'\\''s.csv' --resume c.partial --out 'my result.json' --json --allow-zero-columns --no-certificate",
    );
    expect(resumeCommand(["a.csv", "-"], {} as SketchFlags, "kronket-7.partial.json")).toBe(
      "kronket sketch a.csv - --resume kronket-7.partial.json",
    );
  });
});
