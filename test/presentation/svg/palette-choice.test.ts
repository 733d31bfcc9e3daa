import { describe, expect, it } from "vitest";
import { paletteStyle } from "../../../src/presentation/index.ts";

describe("paletteStyle for a page on which the reader chooses", () => {
  it("adds one rule for each choice, for screens only, after those of the system", () => {
    const [plain, choosing] = [paletteStyle(), paletteStyle({ attribute: "data-theme" })];
    const added = choosing.split("\n").filter((line) => !plain.includes(line));
    expect(added.length).toBe(2);
    expect(added[0]).toContain('@media screen{:root[data-theme="light"]{color-scheme:light;');
    expect(added[1]).toContain('@media screen{:root[data-theme="dark"]{color-scheme:dark;');
    expect(choosing.indexOf(added[0])).toBeGreaterThan(choosing.indexOf("prefers-color-scheme"));
  });
});
