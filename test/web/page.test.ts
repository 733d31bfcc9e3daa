import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cliFolder } from "../support/cli-harness.ts";
import { axeFindings } from "./axe.ts";
import { browserPath, type OpenPage, openPage } from "./page.ts";

const cli = cliFolder();
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

  const panels = ["circuit", "search"];

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

  it("runs a system in the worker and shows the JSON that the command line prints", async () => {
    const { page } = open;
    await visit("#panel=systems&system=attention-sparsity&settings=n%3D256&seed=11");
    await page.click("button.primary");
    await page.waitForSelector("pre.json", { state: "attached" });
    const { stdout } = await cli.run([
      "system",
      "attention-sparsity",
      "--param",
      "n=256",
      "--seed",
      "11",
      "--json",
    ]);
    const shown = (await page.textContent("pre.json")) ?? "";
    // Engines of JavaScript may round powers differently in the last place; all else is the same text.
    const number = /-?\d+\.\d+(?:e[-+]?\d+)?/g;
    expect(shown.replace(number, "#")).toBe(stdout.replace(number, "#"));
    const wanted = (stdout.match(number) ?? []).map(Number);
    (shown.match(number) ?? []).map(Number).forEach((value, k) => {
      expect(Math.abs(value - wanted[k])).toBeLessThanOrEqual(1e-12 * Math.abs(wanted[k]));
    });
    for (const theme of ["light", "dark"]) {
      await page.evaluate((value) => document.documentElement.setAttribute("data-theme", value), theme);
      expect(await axeFindings(page)).toEqual([]);
      await open.picture(`systems-${theme}`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await open.picture("systems-320");
    await page.setViewportSize({ width: 1200, height: 900 });
  });

  it("lets a circuit be edited by keyboard alone, taken back, and shared as a link", async () => {
    const { page } = open;
    await visit("#panel=circuit");
    await page.waitForSelector("figure svg");
    const program = () => page.inputValue(".editor textarea");
    const before = await program();
    await page.focus(".canvas");
    for (const key of ["ArrowDown", "ArrowDown", "End", "x", "ArrowUp", "ArrowUp", "c"])
      await page.keyboard.press(key);
    const after = await program();
    expect(after).toMatch(/x q\[0\], q\[2\];\n$/);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await program()).toBe(before);
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+y");
    expect(await program()).toBe(after);
    await page.waitForFunction(() => location.hash.includes("program="));
    const link = await page.evaluate(() => location.hash);
    await visit(link);
    await page.waitForSelector("figure svg");
    expect(await program()).toBe(after);
  });

  it("shows what is wrong with a program at its place", async () => {
    const { page } = open;
    await visit("#panel=circuit");
    await page.fill(".editor textarea", "OPENQASM 3.0;\nqubit[2] q;\nh q[5];\n");
    expect(await page.textContent(".editor .notice")).toContain("line 3");
    expect(await page.getAttribute(".editor textarea", "aria-invalid")).toBe("true");
    expect(await axeFindings(page)).toEqual([]);
  });

  it("opens from a disk as one file, its worker included", async () => {
    await visit("#panel=circuit", pathToFileURL(open.file).href);
    await open.page.waitForSelector("figure svg");
    expect(await open.page.textContent(".ket")).toContain("|111⟩");
  });
});
