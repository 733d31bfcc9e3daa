import { describe, expect, it } from "vitest";
import { codeHtml } from "../../../showcase/gallery/code-html.ts";
import { entryText } from "../../../showcase/gallery/entry-text.ts";
import { galleryGroups, grouped } from "../../../showcase/gallery/gallery-groups.ts";
import { outcomeTable } from "../../../showcase/gallery/outcome-table.ts";
import { verdict } from "../../../showcase/gallery/outcome-words.ts";

describe("entryText", () => {
  it("writes real, imaginary and complex numbers, without what is rounding", () => {
    expect(entryText([0.5, 0])).toBe("0.5");
    expect(entryText([-Math.SQRT1_2, 1e-16])).toBe("−0.7071");
    expect(entryText([1e-17, -1])).toBe("−i");
    expect(entryText([0, 0.25])).toBe("0.25i");
    expect(entryText([0.5, -0.5])).toBe("0.5 − 0.5i");
    expect(entryText([1e-14, -1e-14])).toBe("0");
  });
});

describe("verdict", () => {
  const counts = { kind: "counts", law: { "0": 1 } } as const;

  it("says how closely exact values agree", () => {
    expect(verdict(counts, { entries: [], deviation: 2e-16, allowed: 1e-12 })).toMatch(
      /^Agrees; largest difference 2.*10⁻¹⁶\.$/,
    );
    expect(verdict(counts, { entries: [], deviation: 0, allowed: 1e-12 })).toBe("Agrees exactly.");
    expect(verdict(counts, { entries: [], deviation: 0, allowed: 1e-12, shots: 8 })).toBe(
      "Agrees exactly in all 8 runs.",
    );
  });

  it("sets rates against what is allowed, and tells failure", () => {
    const rate = { entries: [], allowed: 0.05, shots: 4096 };
    expect(verdict(counts, { ...rate, deviation: 0.01 })).toMatch(
      /^Agrees: rates of 4.096 runs, .*0\.05 is allowed\.$/,
    );
    expect(verdict(counts, { ...rate, deviation: 0.06 })).toMatch(/^Does not agree/);
  });
});

describe("outcomeTable", () => {
  it("shows eight rows at most, the largest, in their order", () => {
    const entries = Array.from({ length: 10 }, (_, k) => ({
      label: `e${k}`,
      expected: [k === 0 ? 0.05 : k / 100, 0] as const,
      obtained: [0, 0] as const,
    }));
    const { rows } = outcomeTable({ kind: "counts", law: {} }, { entries, deviation: 0, allowed: 1 });
    expect(rows.map(({ cells }) => cells[0])).toEqual([
      "e0",
      "e3",
      "e4",
      "e5",
      "e6",
      "e7",
      "e8",
      "e9",
      "and 2 others",
    ]);
  });
});

describe("codeHtml", () => {
  it("escapes text, marks comments and cuts what is very long", () => {
    expect(codeHtml("a < b; // c & d\n", "text")).toContain("a &lt; b;<i> // c &amp; d</i></code>");
    expect(codeHtml("https://x", "text")).toContain("<code>https://x</code>");
    expect(codeHtml("x\n".repeat(500), "text")).toContain("<i>… 260 more lines</i>");
  });
});

describe("grouped", () => {
  it("puts every program into one part, the last open to new numbers", () => {
    const items = Array.from({ length: 99 }, (_, k) => ({ number: k + 1 }));
    const parts = grouped(items);
    expect(parts.map(({ heading }) => heading)).toEqual(galleryGroups.map(({ heading }) => heading));
    expect(parts.flatMap((part) => part.items)).toEqual(items);
  });
});
