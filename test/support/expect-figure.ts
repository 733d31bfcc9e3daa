import { DOMParser } from "linkedom";
import { expect } from "vitest";

/** What any figure must be: one labelled SVG document without leftovers of failed arithmetic. Returns its root. */
export function expectFigure(svg: string): Element {
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
  expect(svg).not.toMatch(/<script|<style|<image|href=|data:|plot-clip/);
  expect(unclosedTags(svg)).toEqual([]);
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as Element;
  expect(root.getAttribute("role")).toBe("img");
  const ids = root.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const labels = ids.map((id) => root.querySelector(`[id="${id}"]`)?.textContent ?? "");
  expect(labels).toHaveLength(2);
  expect(Math.min(...labels.map((text) => text.length))).toBeGreaterThan(0);
  expect(root.getAttribute("viewBox")).toBe(
    `0 0 ${root.getAttribute("width")} ${root.getAttribute("height")}`,
  );
  expectTextInside(root);
  return root;
}

/** Names of tags that are opened and not closed, or closed and not opened: none in a well-formed document. */
function unclosedTags(svg: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name, rest] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^>]*)>/g)) {
    if (close) {
      if (open.pop() !== name) wrong.push(name);
    } else if (!rest.endsWith("/")) open.push(name);
  }
  return [...wrong, ...open];
}

/** Texts placed by hand start inside the figure; how far they run depends on the font, so a rough width is used. */
function expectTextInside(root: Element): void {
  const width = Number(root.getAttribute("width"));
  for (const text of root.querySelectorAll("text[x]")) {
    let x = Number(text.getAttribute("x"));
    for (let at: Element | null = text.parentElement; at; at = at.parentElement) {
      x += Number(at.getAttribute("transform")?.match(/translate\(([-\d.]+)/)?.[1] ?? 0);
    }
    const content = text.textContent ?? "";
    const run = content.length * Number(text.getAttribute("font-size") ?? 12) * 0.5;
    const anchor = text.getAttribute("text-anchor") ?? "middle";
    const left = anchor === "start" ? x : anchor === "end" ? x - run : x - run / 2;
    expect(left, `left edge of "${content}"`).toBeGreaterThanOrEqual(-8);
    expect(left + run, `right edge of "${content}"`).toBeLessThanOrEqual(width + 8);
  }
}
