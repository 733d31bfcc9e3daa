import { describe, expect, it } from "vitest";
import { readPrograms } from "../../../circuits/support/read-programs.ts";
import { galleryPage } from "../../../showcase/gallery/gallery-page.ts";

describe("galleryPage", () => {
  it("shows every program once, all of them as expected, and needs nothing from elsewhere", async () => {
    const programs = await readPrograms();
    const { html, failed } = galleryPage({ programs, shots: 256, seed: 1, version: "0" });
    expect(failed).toEqual([]);
    expect(html.match(/<article /g)).toHaveLength(programs.length);
    for (const { number } of programs) {
      const anchor = `program-${String(number).padStart(2, "0")}`;
      expect(html).toContain(`id="${anchor}"`);
      expect(html).toContain(`href="#${anchor}"`);
    }
    expect(html).not.toMatch(/<script|<link|<img|\ssrc=/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names the programs that do not come out as they say", async () => {
    const [bell] = await readPrograms();
    const wrong = { ...bell, expect: [{ kind: "counts", law: { "01": 1 } }] } as const;
    const { html, failed } = galleryPage({ programs: [wrong], shots: 1, seed: 1, version: "0" });
    expect(failed).toEqual([bell.file]);
    expect(html).toContain("Does not agree");
  });
});
