import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { doctorDocumentSchema } from "../../../src/cli/documents/doctor-document.ts";
import { runDoctor } from "../../../src/cli/run/run-doctor.ts";
import { selfTests } from "../../../src/cli/run/self-tests.ts";
import { Session } from "../../../src/cli/session.ts";
import { cliFolder } from "../../support/cli-harness.ts";

const folder = cliFolder();

describe("kronket doctor", () => {
  it("finds that everything works here", async () => {
    const { code, stdout, stderr } = await folder.run(["doctor", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const document = v.parse(doctorDocumentSchema, JSON.parse(stdout));
    expect(document.ok).toBe(true);
    expect(document.tests.map(({ name }) => name)).toEqual(selfTests.map(({ name }) => name));
    expect(document.largestState.bytes).toBeLessThanOrEqual(document.memory.totalBytes);
  });

  it("shows machine, self-tests and software in a readable form", async () => {
    const { stdout } = await folder.run(["doctor"]);
    for (const text of [
      "Node ",
      "cores",
      "largest state that fits",
      "Bell state",
      "ok",
      "Everything works.",
    ]) {
      expect(stdout).toContain(text);
    }
  });

  it("ends with exit code 1 when a self-test fails, and shows which", async () => {
    let stdout = "";
    const stream = { write: (text: string) => (stdout += text) };
    const session = new Session(
      {
        ...{ stdout: stream, stderr: stream, env: {}, cwd: ".", signal: new AbortController().signal },
        readStdin: async () => new Uint8Array(0),
      },
      "0.0.0",
    );
    await runDoctor({}, session, [
      { name: "sound", run: () => "fine" },
      {
        name: "broken",
        run: () => {
          throw new Error("expected 1, got 2");
        },
      },
    ]);
    expect(session.exitCode).toBe(1);
    expect(stdout).toMatch(/broken +FAILED .*expected 1, got 2/);
    expect(stdout).toContain("Something does not work");
  });
});
