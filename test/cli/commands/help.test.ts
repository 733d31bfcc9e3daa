import { describe, expect, it } from "vitest";
import { gateSetNames } from "../../../src/cli/options/gate-set.ts";
import { targetNames } from "../../../src/cli/options/target-names.ts";
import { gateSets } from "../../../src/index.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { expectGolden } from "../../support/expect-golden.ts";

const folder = cliFolder();

describe("the help of the commands on circuits", () => {
  it.each(["run", "draw", "convert", "info"])("kronket %s --help is as looked at", async (command) => {
    const { code, stdout, stderr } = await folder.run([command, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // Lines of examples and of what is wrapped by hand fit a page as well as those that commander wraps.
    for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(110);
    expectGolden(`help-${command}`, stdout, "txt");
  });

  it("names every gate set of the library and every form", async () => {
    expect(gateSetNames).toEqual(Object.keys(gateSets));
    const { stdout } = await folder.run(["convert", "--help"]);
    const forms = stdout.slice(stdout.indexOf("Forms:"));
    for (const name of targetNames) expect(forms).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
