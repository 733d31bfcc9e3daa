import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { aerRunner } from "../../../src/adapters/aer/index.ts";
import { Circuit, parameter, seededRandom } from "../../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "kronket-aer-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const random = seededRandom(1);
const coin = new Circuit(1).h(0).measure(0);

/** A stand-in for Python: a program of Node that gets the script and the folder of the job. */
function standIn(name: string, body: string): readonly string[] {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `import { readFileSync, writeFileSync } from "node:fs";
const [, , script, folder] = process.argv;
const job = JSON.parse(readFileSync(folder + "/job.json", "utf8"));
const answer = (content) => writeFileSync(folder + "/answer.json", typeof content === "string" ? content : JSON.stringify(content));
${body}`,
  );
  return [process.execPath, file];
}

describe("aerRunner, with a stand-in for Python", () => {
  it("hands over OpenQASM 3, shots, a seed and the options in the words of Aer, and reads the counts", async () => {
    const python = standIn(
      "echo",
      "writeFileSync(job.simulator.echo, JSON.stringify(job)); answer({ counts: { 1: 3, 0: 7 } });",
    );
    const echo = join(folder, "echo.json");
    const aer = aerRunner({
      python,
      directory: folder,
      method: "statevector",
      device: "GPU",
      precision: "single",
      blockingEnable: true,
      blockingQubits: 20,
      maxMemory: 4096,
      simulator: { fusion_enable: false, echo },
    });
    expect(await aer.run(coin, { shots: 10, random: seededRandom(5) })).toEqual({
      shots: 10,
      counts: { "0": 7, "1": 3 },
    });
    expect(JSON.parse(readFileSync(echo, "utf8"))).toEqual({
      program: expect.stringMatching(/^OPENQASM 3\.0;[\s\S]*h q\[0\];\nc(\[0\])? = measure q(\[0\])?;\n$/),
      shots: 10,
      seed: seededRandom(5).integer(2 ** 31),
      simulator: {
        method: "statevector",
        device: "GPU",
        precision: "single",
        blocking_enable: true,
        blocking_qubits: 20,
        max_memory_mb: 4096,
        fusion_enable: false,
        echo,
      },
    });
  });

  it("starts Python by a launcher", async () => {
    const file = join(folder, "launch.mjs");
    writeFileSync(
      file,
      `import { writeFileSync } from "node:fs";
const [, , python, script, folder] = process.argv;
const outcome = python === "python9" && script.endsWith("run.py") ? "0" : "1";
writeFileSync(folder + "/answer.json", JSON.stringify({ counts: { [outcome]: 2 } }));`,
    );
    const aer = aerRunner({ launcher: [process.execPath, file], python: "python9", directory: folder });
    expect((await aer.run(coin, { shots: 2, random })).counts).toEqual({ "0": 2 });
  });

  it.each<[string, string, RegExp]>([
    [
      "modules that are missing",
      'answer({ missing: "qiskit_aer" })',
      /got no "qiskit_aer"; python -m pip install/,
    ],
    [
      "a program that Qiskit refuses",
      'answer({ refused: "program", message: "no such gate" })',
      /Qiskit reads, got "no such gate"/,
    ],
    [
      "options that Aer refuses",
      'answer({ refused: "simulator", message: "no GPU" })',
      /Aer takes, got "no GPU"/,
    ],
    ["an answer that is no JSON", 'answer("counts: 3")', /expected counts .*got "counts: 3"/],
    ["an answer that is no object", "answer([3])", /counts of kind undefined/],
    ["no answer", "", /expected counts .*got ""/],
    ["too few outcomes", 'answer({ counts: { "0": 3 } })', /3 outcomes for 10 shots/],
    ["outcomes of another length", 'answer({ counts: { "00": 10 } })', /10 times "00" for 1 bits/],
    ["counts that are none", 'answer({ counts: { "0": 10.5 } })', /10.5 times/],
    [
      "a program that ends badly",
      'console.error("first\\nlast words"); process.exit(3);',
      /exit code 3 and "last words"/,
    ],
    [
      "a program that is killed",
      "process.kill(process.pid, 'SIGKILL'); setTimeout(() => {}, 10000);",
      /its end by a signal/,
    ],
  ])("reports %s", async (name, body, message) => {
    const aer = aerRunner({ python: standIn(name.replaceAll(" ", "-"), body), directory: folder });
    await expect(aer.run(coin, { shots: 10, random })).rejects.toThrow(message);
  });

  it("reports a program that is not there", async () => {
    await expect(aerRunner({ python: "no-such-python" }).run(coin, { shots: 1, random })).rejects.toThrow(
      /expected the program "no-such-python", got none; install it/,
    );
  });

  it("ends a run that takes too long, and one that is stopped", async () => {
    const python = standIn("sleep", "setTimeout(() => {}, 60000);");
    await expect(
      aerRunner({ python, directory: folder, timeout: 300 }).run(coin, { shots: 1, random }),
    ).rejects.toThrow(/an answer within 300 ms, got none/);
    const reason = new Error("enough");
    const controller = new AbortController();
    const run = aerRunner({ python, directory: folder }).run(coin, {
      shots: 1,
      random,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(reason), 200);
    await expect(run).rejects.toBe(reason);
    const early = aerRunner({ python }).run(coin, { shots: 1, random, signal: AbortSignal.abort(reason) });
    await expect(early).rejects.toBe(reason);
  });

  it("leaves nothing behind, whatever happened", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("kronket-aer-"))).toEqual([]);
  });

  it.each<[string, Circuit, string]>([
    ["parameters without a value", new Circuit(1).rx(parameter("theta"), 0), "got theta without; use bind"],
    [
      "assignments",
      new Circuit(1).add({ kind: "assign", bit: 0, value: { kind: "constant", value: true } }),
      "no assignments",
    ],
    [
      "loops over two bits",
      new Circuit(1).while({ kind: "equals", bits: [0, 1], value: 3 }, (body) => body.x(0)),
      "the value of one bit, got one over 2",
    ],
    [
      "branches over nine bits",
      new Circuit(1).if({ kind: "equals", bits: [0, 1, 2, 3, 4, 5, 6, 7, 8], value: 3 }, (body) => body.x(0)),
      "at most 8 bits",
    ],
  ])("refuses %s before anything starts", async (_, circuit, message) => {
    await expect(aerRunner({ python: "no-such-python" }).run(circuit, { shots: 1, random })).rejects.toThrow(
      message,
    );
  });

  it("refuses shots and timeouts that are none", async () => {
    await expect(aerRunner().run(coin, { shots: -1, random })).rejects.toThrow(RangeError);
    expect(() => aerRunner({ timeout: 0 })).toThrow(RangeError);
    expect(await aerRunner({ python: "no-such-python" }).run(coin, { shots: 0, random })).toEqual({
      shots: 0,
      counts: {},
    });
  });
});
