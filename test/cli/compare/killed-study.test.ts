import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/index.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { kronketProcess } from "../../support/kronket-process.ts";

const { path, write, run } = cliFolder();
const text = (name: string) => readFileSync(path(name), "utf8");
const size = (name: string) => statSync(path(name), { throwIfNoEntry: false })?.size ?? 0;

const study = {
  family: "kronecker-sketch",
  base: { d: 2, constant: 1, epsilon: 0.9 },
  sweeps: [{ vary: "n", values: Array.from({ length: 20 }, (_, k) => 4096 + 64 * k) }],
  methods: ["quantum-search-only", "leverage", "uniform"],
  seeds: [1, 2, 3, 4, 5],
};
const points = 20 * 3 * 5;

describe("a study that is killed", () => {
  it("with SIGKILL at ten random moments and resumed gives byte for byte the results of an undisturbed one", async () => {
    write("study.json", JSON.stringify(study));
    const args = (out: string) => ["compare", "study.json", "--ndjson", "-w", "1", "--out", out];
    expect((await run(args("whole.ndjson"))).code).toBe(0);
    expect(text("whole.ndjson").trimEnd().split("\n")).toHaveLength(points);

    const random = seededRandom(20).split("kills");
    const journal = "killed.ndjson.partial";
    for (let kill = 0; kill < 10; kill++) {
      const before = size(journal);
      // Once with two workers, whose points are lost with them; one kill comes before the first new line.
      const workers = kill === 6 ? ["-w", "2"] : [];
      const { child, ended } = kronketProcess(path("."), [...args("killed.ndjson"), ...workers]);
      const growth = kill === 0 ? 0 : 1 + Math.floor(random.uniform() * 30_000);
      const until = Date.now() + 60_000;
      while (size(journal) < before + growth && child.exitCode === null && Date.now() < until) await sleep(1);
      await sleep(random.uniform() * 20);
      child.kill("SIGKILL");
      expect((await ended).code).toBe(null);
    }
    expect(existsSync(path("killed.ndjson"))).toBe(false);
    const { code, stderr } = await run(args("killed.ndjson"));
    expect(code).toBe(0);
    expect(stderr).toMatch(/going on from killed.ndjson.partial: \d+ points are there/);
    expect(text("killed.ndjson")).toBe(text("whole.ndjson"));
    expect(existsSync(path(journal))).toBe(false);
  }, 300_000);

  it("inside a line has that line cut off and its point run again, wherever the cut is", async () => {
    const small = { ...study, sweeps: [{ vary: "n", values: [4096, 8192] }], seeds: [1] };
    write("small.json", JSON.stringify(small));
    const again = (out: string) =>
      run(["compare", "small.json", "--out", out, "--ndjson", "-w", "1", "--resume", "kept.partial"]);
    await again("first.ndjson");
    const kept = readFileSync(path("kept.partial"));
    const lines = kept.toString().split("\n");
    expect(lines).toHaveLength(8);
    for (const cut of [1, 40, lines[6].length]) {
      writeFileSync(path("kept.partial"), kept.subarray(0, kept.length - cut));
      const { stderr } = await again("again.ndjson");
      expect(stderr).toContain("going on from kept.partial: 5 points are there");
      expect(text("again.ndjson")).toBe(text("first.ndjson"));
      expect(text("kept.partial").split("\n").sort()).toHaveLength(8);
    }
    // A beginning of the first line is a journal that was just begun.
    writeFileSync(path("kept.partial"), kept.subarray(0, 9));
    expect((await again("again.ndjson")).code).toBe(0);
    expect(text("again.ndjson")).toBe(text("first.ndjson"));
  });

  it("leaves damaged and doubled lines out", async () => {
    const lines = text("kept.partial").split("\n");
    const changed = [...lines];
    changed[2] = changed[2].replace('"seed":1', '"seed":2');
    changed[3] = "{";
    writeFileSync(path("kept.partial"), [...changed.slice(0, 7), lines[1], ""].join("\n"));
    const { stderr } = await run([
      ...[
        "compare",
        "small.json",
        "--out",
        "mended.ndjson",
        "--ndjson",
        "-w",
        "1",
        "--resume",
        "kept.partial",
      ],
    ]);
    expect(stderr).toContain("4 points are there");
    expect(stderr).toContain("2 damaged lines left out");
    expect(text("mended.ndjson")).toBe(text("first.ndjson"));
  });

  it("refuses a file that is no journal, and leaves it as it is", async () => {
    for (const content of ['{"family":"kronecker-sketch"}\n', "a,b\n1,2\n", "no line end"]) {
      write("other.json", content);
      const { code, stderr } = await run(["compare", "small.json", "--resume", "other.json"]);
      expect(code).toBe(3);
      expect(stderr).toContain("other.json: expected a journal of kronket compare");
      expect(text("other.json")).toBe(content);
    }
  });

  it("by the user keeps its points and says how to go on", async () => {
    const { signal, abort } = new (class {
      readonly controller = new AbortController();
      readonly signal = this.controller.signal;
      readonly abort = () => this.controller.abort(new Error("SIGINT"));
    })();
    const timer = setInterval(() => size("early.json.partial") > 3000 && abort(), 1);
    const { code, stderr } = await run(["compare", "study.json", "--out", "early.json", "-w", "1"], {
      signal,
    });
    clearInterval(timer);
    expect(code).toBe(130);
    expect(stderr).toMatch(
      /interrupted; \d+ points are in early.json.partial \(the study has 300\); go on with/,
    );
  });
});
