import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PythonProcess } from "../../bench/contest/python-process.ts";

const folder = mkdtempSync(join(tmpdir(), "kronket-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Speaks as the scripts of bench/peers do; the name of the circuit says what it does. */
const script = join(folder, "peer.cjs");
writeFileSync(
  script,
  `console.log('{"ready":true}');
let runs = 0;
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { circuit, check } = JSON.parse(line);
  runs++;
  if (circuit === "dies") process.exit(7);
  else if (circuit === "hangs") setInterval(() => {}, 1000);
  else if (circuit === "fails") console.log('{"error":"ValueError: no gate"}');
  else console.log(JSON.stringify({ seconds: runs, ...(check && { norm: 1, checksum: Number(process.env.CONTEST_THREADS) }) }));
});`,
);

const request = (circuit: string, check = false) =>
  ({ circuit, start: "zero", variant: "plain", check }) as const;

describe("PythonProcess", () => {
  it("asks one process again and again, which knows its number of threads", async () => {
    const peer = new PythonProcess(process.execPath, script, 2);
    expect(await peer.ask(request("ghz"), 20)).toEqual({ seconds: 1 });
    expect(await peer.ask(request("ghz", true), 20)).toEqual({ seconds: 2, state: { norm: 1, checksum: 2 } });
    await expect(peer.ask(request("fails"), 20)).rejects.toThrow("ValueError: no gate");
    expect(await peer.ask(request("ghz"), 20)).toEqual({ seconds: 4 });
    peer.close();
  });

  it("starts anew after an end or a run that takes too long", async () => {
    const peer = new PythonProcess(process.execPath, script, 1);
    await expect(peer.ask(request("dies"), 20)).rejects.toThrow("an end with 7");
    await expect(peer.ask(request("hangs"), 0.05)).rejects.toThrow("more than 0.05 s");
    expect(await peer.ask(request("ghz"), 20)).toEqual({ seconds: 1 });
    peer.close();
  });

  it("says so when it cannot be started", async () => {
    const peer = new PythonProcess(join(folder, "absent"), script, 1);
    await expect(peer.ask(request("ghz"), 20)).rejects.toThrow(/ENOENT/);
  });
});
