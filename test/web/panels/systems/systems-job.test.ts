import { describe, expect, it } from "vitest";
import { version } from "../../../../src/cli/version.ts";
import { complete } from "../../../../src/index.ts";
import { readSettings, writeSettings } from "../../../../src/web/panels/systems/settings.ts";
import { systemJob, systemListJob } from "../../../../src/web/panels/systems/systems-job.ts";
import { cliFolder } from "../../../support/cli-harness.ts";

const cli = cliFolder();

describe("the page's runs of systems", () => {
  it.each([
    { name: "attention-sparsity", parameters: { n: 256 } },
    { name: "hopfield", parameters: { M: 64, L: 8 } },
    { name: "modular-addition", parameters: { k: 2, p: 5 } },
  ])("give the bytes of the command line: $name", async ({ name, parameters }) => {
    const settings = Object.entries(parameters).flatMap(([key, value]) => ["--param", `${key}=${value}`]);
    const { stdout } = await cli.run(["system", name, ...settings, "--seed", "7", "--json"]);
    expect(complete(systemJob({ name, parameters, seed: "7", version })).json).toBe(stdout);
  });

  it("keep settings in a link and leave out what is none", () => {
    for (const { parameters } of complete(systemListJob(null))) {
      const defaults = Object.fromEntries(
        Object.entries(parameters).map(([key, entry]) => [key, entry.default]),
      );
      expect(readSettings(writeSettings(defaults), parameters)).toEqual(defaults);
      expect(readSettings("nothing=1,=2,__proto__=3,", parameters)).toEqual({});
    }
  });

  it("refuse an unknown system", () => {
    expect(() => complete(systemJob({ name: "x", parameters: null, seed: "7", version }))).toThrow(
      /expected one of/,
    );
  });
});
