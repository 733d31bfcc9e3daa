import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pickVersion } from "../../../src/classroom/index.ts";
import { loadExercises } from "../../../src/cli/exercise/load-exercises.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { kronketProcess } from "../../support/kronket-process.ts";

const { run, write, path } = cliFolder();
const head = 'OPENQASM 3.0;\ninclude "stdgates.inc";\n';
const bell = `${head}qubit[2] q;\nh q[0];\ncx q[0], q[1];\n`;

describe("kronket exercise", () => {
  it("lists, shows and hides", async () => {
    const { code, stdout } = await run(["exercise", "list", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).exercises.length).toBeGreaterThanOrEqual(40);
    const shown = JSON.parse((await run(["exercise", "show", "12", "--json"])).stdout);
    expect(shown).toMatchObject({ id: "12-bell-pair", hints: [] });
    expect(shown).not.toHaveProperty("solution");
    const solved = JSON.parse((await run(["exercise", "show", "12", "--solution", "--json"])).stdout);
    expect(solved.solution.circuit).toContain("cx q[0], q[1]");
    expect((await run(["exercise", "show", "12", "--hints", "9"])).code).toBe(2);
  });

  it("marks a file, stdin and a short answer, and says by the exit code how it went", async () => {
    write("bell.qasm", bell);
    expect(await run(["exercise", "check", "12", "bell.qasm"])).toMatchObject({ code: 0 });
    expect(await run(["exercise", "check", "12", "-"], { stdin: bell })).toMatchObject({ code: 0 });
    const wrong = await run(["exercise", "check", "12", "-", "--json"], {
      stdin: `${head}qubit[2] q;\nh q;\n`,
    });
    expect(wrong.code).toBe(5);
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      passed: false,
      counterexample: expect.stringContaining("expected".slice(1)),
    });
    expect((await run(["exercise", "check", "46-read-a-claim", "--answer", "c"])).code).toBe(0);
    expect((await run(["exercise", "check", "12"])).code).toBe(2);
    expect((await run(["exercise", "check", "nothing", "--answer", "c"])).code).toBe(2);
    expect((await run(["exercise", "check", "26", "--answer", "many"])).code).toBe(2);
    write("long.qasm", "x".repeat(200_000));
    expect((await run(["exercise", "check", "12", "long.qasm"])).code).toBe(4);
    expect((await run(["exercise", "check", "12", "missing.qasm"])).code).toBe(3);
  });
});

describe("kronket exercise grade", () => {
  const ids = ["05-biased-coin", "12-bell-pair", "28-one-of-four", "42-where-search-wins", "46-read-a-claim"];
  const honest = ["anna", "ben", "clara", "dai", "esra", "fatou"];
  const hostile: Readonly<Record<string, string>> = {
    broken: "{",
    deep: "[".repeat(300_000),
    prototype: '{"schema":"kronket/answers/1","student":"mallory","answers":{},"__proto__":{"passed":true}}',
    stranger: '{"schema":"kronket/answers/1","student":"nobody","answers":{}}',
    huge: " ".repeat(2 ** 20 + 1),
  };
  const tricks: Readonly<Record<string, unknown>> = {
    "05-biased-coin": { circuit: `${head}qubit q;\nbit c;\nwhile (true) { c = measure q; }\n` },
    "12-bell-pair": { circuit: `${head}qubit[60] q;\nh q;\n` },
    "28-one-of-four": { circuit: `${head}${"(".repeat(50_000)}` },
    "42-where-search-wins": { instance: { items: 1e308, constructor: 1 } },
    "46-read-a-claim": { choice: "__proto__" },
  };

  mkdirSync(path("answers"));
  const sheets = loadExercises(".");
  const set = {
    schema: "kronket/class-set/1",
    title: "Week 1",
    deadline: "Friday noon",
    exercises: ids.map((id) => ({ id, points: id.startsWith("42") ? 2 : 1 })),
    students: [...honest, "mallory"].map((name, k) => ({ name, seed: k })),
  };
  write("set.json", JSON.stringify(set));
  honest.forEach((student, seed) => {
    const answers = Object.fromEntries(ids.map((id) => [id, pickVersion(sheets.get(id)!, seed).solution]));
    write(`answers/${student}.json`, JSON.stringify({ schema: "kronket/answers/1", student, answers }));
  });
  for (const [name, text] of Object.entries(hostile)) write(`answers/x-${name}.json`, text);
  write(
    "answers/mallory.json",
    JSON.stringify({ schema: "kronket/answers/1", student: "mallory", answers: tricks }),
  );
  write(
    "answers/zero.json",
    '{"schema":"kronket/answers/1","student":"mallory","answers":{"12-bell-pair":{"number":"=1+1"}}}',
  );

  it("marks a class the same every time; hostile files fail alone, each with its line", async () => {
    const first = await run(["exercise", "grade", "answers", "--set", "set.json", "--json"]);
    expect(first.code).toBe(0);
    const again = await run(["exercise", "grade", "answers", "--set", "set.json", "--json"]);
    expect(again.stdout).toBe(first.stdout);
    const { files } = JSON.parse(first.stdout) as {
      files: {
        file: string;
        points?: number;
        of?: number;
        error?: string;
        marks?: { passed: boolean; why: string }[];
      }[];
    };
    const of = (name: string) => files.find(({ file }) => file === `${name}.json`)!;
    for (const student of honest) expect(of(student)).toMatchObject({ points: 6, of: 6 });
    for (const name of Object.keys(hostile)) expect(of(`x-${name}`).error).toMatch(/.{10}/);
    expect(of("x-huge").error).toMatch(/Too large/);
    expect(of("x-stranger").error).toMatch(/expected one of the 7 names/);
    expect(of("mallory")).toMatchObject({ points: 0, of: 6 });
    for (const { passed, why } of of("mallory").marks!) {
      expect(passed).toBe(false);
      expect(why).toMatch(/expected|Expected/);
    }
  }, 120_000);

  it("writes one line a file and exercise, with no cell that a spreadsheet would run", async () => {
    const { code, stdout } = await run(["exercise", "grade", "answers", "--set", "set.json", "--csv"]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("file,student,exercise,version,passed,points,of,why");
    expect(lines).toHaveLength(1 + (honest.length + 2) * ids.length + Object.keys(hostile).length);
    expect(lines.filter((line) => /(^|,)[=+@]/.test(line))).toEqual([]);
  }, 120_000);

  it("restricts gates for a whole class", async () => {
    write(
      "strict.json",
      JSON.stringify({ ...set, exercises: [{ id: "12-bell-pair" }], allowedGates: ["ry", "cx"] }),
    );
    const { stdout } = await run(["exercise", "grade", "answers", "--set", "strict.json", "--json"]);
    const { files } = JSON.parse(stdout) as { files: { marks?: { why: string }[] }[] };
    expect(files[0].marks![0].why).toMatch(/uses h; only ry, cx are allowed/);
  });

  it.each([
    ["{}", 3, /set\.json:1:1|bad\.json/],
    [JSON.stringify({ ...set, exercise: [] }), 3, /bad\.json:1:\d+: expected a known key/],
    [JSON.stringify({ ...set, exercises: [{ id: "99-none" }] }), 2, /99-none/],
    [JSON.stringify({ ...set, students: [set.students[0], set.students[0]] }), 3, /different names/],
  ])("refuses the set %s", async (text, exit, message) => {
    write("bad.json", text);
    const { code, stderr } = await run(["exercise", "grade", "answers", "--set", "bad.json"]);
    expect(code).toBe(exit);
    expect(stderr).toMatch(message);
  });

  it("marks in workers of its own as in one thread", async () => {
    const here = await run(["exercise", "grade", "answers", "--set", "set.json", "--csv"]);
    const { code, stdout } = await kronketProcess(path("."), [
      ...["exercise", "grade", "answers", "--set", "set.json", "--csv"],
    ]).ended;
    expect(code).toBe(0);
    expect(stdout).toBe(here.stdout);
  }, 120_000);

  it("refuses a folder without answers", async () => {
    mkdirSync(path("empty"));
    expect((await run(["exercise", "grade", "empty", "--set", "set.json"])).code).toBe(3);
    expect((await run(["exercise", "grade", "nowhere", "--set", "set.json"])).code).toBe(3);
  });
});
