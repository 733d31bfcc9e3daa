import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../..");

/** Where a Chromium is looked for; the environment comes first. */
const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that drives the page, or undefined where there is none. */
export const browserPath = places.find((path) => path !== undefined && existsSync(path));

/** The page as it is built, served, and open in a browser. */
export interface OpenPage {
  readonly page: Page;
  readonly address: string;
  /** The page as one file on the disk. */
  readonly file: string;
  /** Everything that went wrong in the page: errors in the console, exceptions, requests that failed or left the host. */
  readonly faults: string[];
  /** Keeps a picture of the page in out/web-screenshots, to be looked at. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Builds the page once, in both forms, and opens it. */
export async function openPage(): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), "kronket-web-"));
  const [served, single] = [join(folder, "site"), join(folder, "single")];
  for (const [mode, outDir] of [
    ["production", served],
    ["single", single],
  ]) {
    await build({
      configFile: resolve(root, "vite.web.config.ts"),
      mode,
      logLevel: "error",
      build: { outDir },
    });
  }
  const server = await serve(served);
  const address = `http://localhost:${(server.address() as { port: number }).port}/some/folder/`;
  const browser: Browser = await chromium.launch({
    executablePath: browserPath as string,
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!/^(http:\/\/localhost:|file:|data:|blob:)/.test(request.url()))
      faults.push(`left the host: ${request.url()}`);
  });
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.setDefaultTimeout(20_000);
  const pictures = join(root, "out/web-screenshots");
  mkdirSync(pictures, { recursive: true });
  return {
    page,
    address,
    file: join(single, "index.html"),
    faults,
    async picture(name) {
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** A plain file server for a folder, under a path that is not the root: any host must do. */
function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.replace(/^\/some\/folder\//, "");
    try {
      const content = await readFile(join(folder, name === "" ? "index.html" : name));
      response.writeHead(200, { "content-type": types[extname(name)] ?? "text/html" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, () => done(server)));
}
