import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Page, pages, proseOf, root } from "./page.ts";

interface Link {
  readonly page: string;
  readonly target: string;
}

function linksOf(page: Page): Link[] {
  const prose = proseOf(page);
  const markdown = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
  const html = [...prose.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
  return [...markdown, ...html].map((target) => ({ page: page.name, target }));
}

/** The anchors that a page's headings have on the usual code hosts. */
function anchorsOf(page: Page): string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

const all = pages();
const links = all.flatMap(linksOf);

describe("the links of the documentation", () => {
  it("are there", () => {
    expect(links.length).toBeGreaterThan(5);
  });

  it("lead to files that exist", () => {
    const missing = links
      .filter(({ target }) => !/^[a-z]+:/.test(target) && !target.startsWith("#"))
      .filter(({ page, target }) => !existsSync(resolve(root, dirname(page), target.split("#")[0])));
    expect(missing).toEqual([]);
  });

  it("lead to headings that exist", () => {
    const missing = links.filter(({ page, target }) => {
      if (/^[a-z]+:/.test(target) || !target.includes("#")) return false;
      const [file, anchor] = target.split("#");
      const path = file === "" ? resolve(root, page) : resolve(root, dirname(page), file);
      const other = all.find(({ name }) => resolve(root, name) === path);
      return other !== undefined && !anchorsOf(other).includes(anchor);
    });
    expect(missing).toEqual([]);
  });

  it("cite arXiv numbers that have the form of one", () => {
    const wrong = all.flatMap((page) =>
      [...proseOf(page).matchAll(/arxiv\.org\/abs\/([^)\s]+)/g)]
        .map(([, number]) => number)
        .filter((number) => !/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(number))
        .map((number) => `${page.name}: ${number}`),
    );
    expect(wrong).toEqual([]);
  });
});
