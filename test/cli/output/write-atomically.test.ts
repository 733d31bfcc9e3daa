import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeAtomically } from "../../../src/cli/output/write-atomically.ts";

const folder = mkdtempSync(join(tmpdir(), "kronket-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("writeAtomically", () => {
  it("writes a file, takes the place of an old one, and leaves nothing else behind", () => {
    const path = join(folder, "r.json");
    writeAtomically(path, "first ε\n");
    expect(readFileSync(path, "utf8")).toBe("first ε\n");
    writeAtomically(path, "second\n");
    expect(readFileSync(path, "utf8")).toBe("second\n");
    expect(readdirSync(folder)).toEqual(["r.json"]);
  });

  it.skipIf(process.platform === "win32")("writes through a link, which stays one", () => {
    const [target, link] = [join(folder, "target.json"), join(folder, "link.json")];
    writeFileSync(target, "old");
    symlinkSync(target, link);
    writeAtomically(link, "new\n");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, "utf8")).toBe("new\n");
    rmSync(target);
    writeAtomically(link, "again\n");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, "utf8")).toBe("again\n");
    rmSync(link);
    rmSync(target);
  });

  it.skipIf(process.platform === "win32")("writes into a device and does not replace it", () => {
    const link = join(folder, "nowhere");
    symlinkSync("/dev/null", link);
    writeAtomically(link, "text\n");
    expect(statSync(link).isCharacterDevice()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["nowhere", "r.json"]);
    rmSync(link);
  });

  it("leaves what was there when it fails, and names the place", () => {
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "taken", "inside"), "kept");
    expect(() => writeAtomically(join(folder, "taken"), "text")).toThrow(
      /taken: expected a file that can be written/,
    );
    expect(() => writeAtomically(join(folder, "absent", "r.json"), "text")).toThrow(/choose another place/);
    expect(readFileSync(join(folder, "taken", "inside"), "utf8")).toBe("kept");
    expect(readdirSync(folder).sort()).toEqual(["r.json", "taken"]);
  });
});
