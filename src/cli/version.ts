import { readFileSync } from "node:fs";

/** The version of the package, read from its manifest: two folders up, both in the sources and when built. */
export const version: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
