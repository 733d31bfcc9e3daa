import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe.ts";
import { browserPath, type OpenPage, openPage } from "./page.ts";

let open: OpenPage;

/** Opens a link in a page that has forgotten what was shown before. */
async function visit(hash: string, base = open.address): Promise<void> {
  await open.page.goto("about:blank");
  await open.page.goto(`${base}${hash}`);
}

// Where there is no browser the page cannot be tried; the environment variable CHROMIUM names one.
describe.skipIf(browserPath === undefined)("the page in a browser", () => {
  beforeAll(async () => {
    open = await openPage();
    // Two builds of the page and the start of a browser.
  }, 120_000);

  afterAll(async () => {
    await open.close();
  });

  afterEach(() => {
    expect(open.faults.splice(0)).toEqual([]);
  });

  const panels = ["circuit"];

  it.each(panels)(
    "shows the panel %s without a finding of axe, light and dark, and down to 320 px",
    async (name) => {
      const { page } = open;
      await visit(`#panel=${name}`);
      await page.waitForSelector("figure svg");
      for (const theme of ["light", "dark"]) {
        await page.evaluate((value) => document.documentElement.setAttribute("data-theme", value), theme);
        expect(await axeFindings(page)).toEqual([]);
        await open.picture(`${name}-${theme}`);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await open.picture(`${name}-320`);
      await page.setViewportSize({ width: 1200, height: 900 });
    },
  );

  it("opens from a disk as one file, its worker included", async () => {
    await visit("#panel=circuit", pathToFileURL(open.file).href);
    await open.page.waitForSelector("figure svg");
    expect(await open.page.textContent(".ket")).toContain("|111⟩");
  });
});
