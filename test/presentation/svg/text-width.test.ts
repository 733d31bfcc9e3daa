import { describe, expect, it } from "vitest";
import { boldWidth, textWidth, wrappedText } from "../../../src/presentation/svg/text-width.ts";

describe("textWidth", () => {
  it("grows with the text, its size and its weight", () => {
    expect(textWidth("abc")).toBeLessThan(textWidth("abcd"));
    expect(textWidth("abc", 24)).toBeCloseTo(2 * textWidth("abc", 12), 12);
    expect(boldWidth("abc")).toBeGreaterThan(textWidth("abc"));
    expect(textWidth("")).toBe(0);
  });
});

describe("wrappedText", () => {
  it("breaks at spaces, keeps all words, and lets a single long word be", () => {
    const text = "reads everything because searching would cost more";
    const lines = wrappedText(text, 120);
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) if (line.includes(" ")) expect(textWidth(line)).toBeLessThanOrEqual(120);
    expect(wrappedText("incomprehensibilities", 10)).toEqual(["incomprehensibilities"]);
  });
});
