import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cliFolder } from "../../support/cli-harness.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";

const folder = cliFolder();
folder.write("good.csv", gaussianCsv(40, 2, 1, ["x", "y"]));

/** Runs a command that must fail, print nothing on stdout and one complaint on stderr. */
async function complaint(code: number, args: readonly string[], stdin = ""): Promise<string> {
  const result = await folder.run(args, { stdin });
  expect(result.stdout).toBe("");
  expect(result.code, result.stderr).toBe(code);
  expect(result.stderr).toMatch(/^kronket: /);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  return result.stderr;
}

describe("bad input ends with exit code 3 and its place", () => {
  const files: readonly (readonly [string, string, RegExp])[] = [
    ["text.csv", "1,2\n3,x\n5,6\n", /text\.csv:2:2: expected a number in column 2, got "x"/],
    ["gap.csv", "a,b\n1,2\n3,\n", /gap\.csv:3:2: .*pass --missing skip-row/],
    ["ragged.csv", "1,2\n3,4\n5\n", /ragged\.csv:3:2: expected 2 fields/],
    ["nan.csv", "1,2\n3,NaN\n", /nan\.csv:2:2: expected a number/],
    ["infinite.csv", "1,2\n3,1e999\n", /infinite\.csv:2:2: expected a finite number/],
    ["header.csv", "a,b\n", /header\.csv:\d:\d: expected at least one row of numbers/],
    ["broken.json", '[[1,2],\n[3,"four"]]', /broken\.json:2:4: expected/],
    ["cut.json", "[[1,2],\n[3,", /cut\.json:2:\d: expected/],
    [
      "array.mtx",
      "%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n",
      /array\.mtx:\d:\d: expected 4 entries/,
    ],
    [
      "wide.csv",
      "1,2,3\n4,5,6\n",
      /wide\.csv: expected at least as many rows as columns, got 2 × 3; transpose it/,
    ],
    ["zero.csv", "0,0\n0,0\n0,0\n", /zero\.csv: .*only zeros \(rank 0\)/],
    ["column.csv", "a,b\n1,0\n2,0\n", /column\.csv: .*only zeros in column 2 \("b"\).*--allow-zero-columns/],
    ["empty.csv", "", /empty\.csv: expected a readable file, got an empty file/],
  ];

  it.each(files)("%s", async (name, content, message) => {
    folder.write(name, content);
    expect(await complaint(3, ["sketch", "good.csv", name, "--seed", "1"])).toMatch(message);
    expect(await complaint(3, ["leverage", name])).toMatch(message);
  });

  it("names a file that is not there before it reads the others", async () => {
    expect(await complaint(3, ["sketch", "text.csv", "absent.csv"])).toMatch(
      /absent\.csv: expected a readable file, got no such file; check the path/,
    );
  });

  it("names a folder, and a file without permission", async () => {
    mkdirSync(folder.path("folder"));
    expect(await complaint(3, ["leverage", "folder"])).toMatch(/got a folder/);
    writeFileSync(folder.path("secret.csv"), "1,2\n");
    chmodSync(folder.path("secret.csv"), 0);
    if (process.getuid?.() !== 0)
      expect(await complaint(3, ["leverage", "secret.csv"])).toMatch(/permission/);
  });

  it("names a cut binary file", async () => {
    writeFileSync(folder.path("cut.npy"), Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0));
    expect(await complaint(3, ["leverage", "cut.npy"])).toMatch(/cut\.npy:1:\d+: expected/);
  });

  it("names a column that is not there", async () => {
    expect(await complaint(3, ["leverage", "good.csv", "-c", "z"])).toMatch(/"x", "y".*got "z"/);
    expect(await complaint(3, ["leverage", "good.csv", "-c", "5"])).toMatch(/index from 0 to 1, got 5/);
  });

  it("names rows that are not there", async () => {
    expect(await complaint(3, ["leverage", "good.csv", "--rows", "3,40"])).toMatch(
      /rows from 0 to 39.*got 40/,
    );
  });

  it("complains about an empty stdin", async () => {
    expect(await complaint(3, ["leverage", "-"])).toMatch(/stdin: expected a matrix, got nothing/);
    expect(await complaint(3, ["leverage", "-"], "1,2\n3,x\n")).toMatch(/stdin:2:2: expected a number/);
  });

  it("goes on with a column of zeros when told to, on the smaller row space", async () => {
    folder.write("zeros.csv", "a,b\n1,0\n2,0\n3,0\n");
    const { code, stdout } = await folder.run([
      ...["sketch", "zeros.csv", "good.csv", "--seed", "1", "--json", "--allow-zero-columns"],
    ]);
    expect(code).toBe(0);
    const { certificate, warnings } = JSON.parse(stdout);
    expect(certificate).toMatchObject({ holds: true, rank: 2 });
    expect(warnings[0]).toMatch(/zeros\.csv: only zeros in column 2 \("b"\)/);
    expect(warnings.at(-1)).toMatch(/rank 2 of 4/);
  });

  it("takes a single column, a single row and repeated columns", async () => {
    folder.write("one.csv", "3\n");
    folder.write("twins.csv", "1,1\n2,2\n3,3\n");
    const { code, stdout } = await folder.run(["sketch", "one.csv", "twins.csv", "--seed", "1", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).certificate).toMatchObject({ holds: true, rank: 1 });
  });
});

describe("a wrong command line ends with exit code 2 before any file is opened", () => {
  const sketch = ["sketch", "absent.csv", "absent.csv"];
  it.each([
    [["--epsilon", "0"], /--epsilon: expected 0 < epsilon < 1, got 0; try 0\.5/],
    [["--epsilon", "1"], /expected 0 < epsilon < 1, got 1/],
    [["--epsilon", "-0.5"], /expected 0 < epsilon < 1, got -0\.5/],
    [["--epsilon", "half"], /Expected a number, got "half"/],
    [["--epsilon", "NaN"], /Expected a number, got "NaN"/],
    [["--delta", "0"], /--delta: expected 0 < delta < 1, got 0/],
    [["--delta", "1.5"], /expected 0 < delta < 1, got 1\.5/],
    [["--constant", "0"], /--constant: expected constant to be rigorous, practical or a number > 0, got 0/],
    [["--constant", "loose"], /Expected rigorous, practical or a number/],
    [["--level", "qubit"], /Allowed choices are gate, amplitude, subspace/],
    [["--level", "gate"], /--bits: expected bits with level gate, got none; pass --bits 3/],
    [["--method", "fast"], /Allowed choices are two-stage/],
    [["--bits", "0"], /whole number ≥ 1/],
    [["--bits", "31"], /--bits: expected bits to be a whole number from 1 to 30, got 31/],
    [["--seed", ""], /empty text/],
    [["--seed", "9007199254740993"], /whole number up to 2\^53/],
    [["--columns", "3:x"], /--columns: expected a file from 1 to 2, got 3/],
    [["--columns", "a,,b"], /names or indices with commas/],
    [["--columns", "a", "--columns", "b"], /columns of all factors once, got them twice/],
    [["--max-memory", "lots"], /amount of memory such as 512M/],
    [["--max-seconds", "0"], /--max-seconds: expected a number > 0/],
    [["--epsilno", "0.5"], /unknown option '--epsilno'/],
    [["--out", "absent.csv"], /--out: expected another file than the factors/],
  ])("sketch %j", async (args, message) => {
    expect(await complaint(2, [...sketch, ...args])).toMatch(message);
  });

  it("wants a command, a known one, and enough files", async () => {
    expect((await folder.run([])).code).toBe(2);
    expect(await complaint(2, ["skech", "a", "b"])).toMatch(/unknown command 'skech'[\s\S]*sketch/);
    expect(await complaint(2, ["sketch"])).toMatch(/missing required argument/);
    expect(await complaint(2, ["sketch", "good.csv"])).toMatch(/expected at least 2 files, got 1/);
    expect(await complaint(2, ["sketch", "-", "-"], "1\n")).toMatch(/stdin\) once, got it twice/);
    expect(await complaint(2, ["leverage", "good.csv", "good.csv"])).toMatch(/too many arguments/);
    expect(await complaint(2, ["leverage", "good.csv", "--rows", "1", "--top", "2"])).toMatch(
      /cannot be used/,
    );
    expect(await complaint(2, ["leverage", "good.csv", "--method", "quantum", "--epsilon", "2"])).toMatch(
      /--epsilon: expected 0 < epsilon < 1, got 2/,
    );
  });
});

describe("a limit ends with exit code 4 before anything is allocated", () => {
  it("memory for the matrix", async () => {
    expect(await complaint(4, ["sketch", "good.csv", "good.csv", "--max-memory", "100"])).toMatch(
      /good\.csv: expected at most 100 bytes, got .*raise --max-memory/,
    );
    expect(await complaint(4, ["sketch", "good.csv", "good.csv", "--max-memory", "1000"])).toMatch(
      /all files together: expected at most 1000 bytes, got 1[\d.]+ (bytes|KiB); raise --max-memory/,
    );
    expect(await complaint(4, ["leverage", "good.csv", "--max-memory", "100"])).toMatch(/raise --max-memory/);
  });

  it("memory for the run", async () => {
    expect(await complaint(4, ["sketch", "good.csv", "good.csv", "--max-memory", "2K"])).toMatch(
      /sketch: expected at most 2 KiB, got .*; raise --max-memory/,
    );
    expect(await complaint(4, ["leverage", "good.csv", "--max-memory", "1K"])).toMatch(/leverage: expected/);
  });

  it("qubits at gate level", async () => {
    folder.write("whole.csv", Array.from({ length: 64 }, (_, i) => `${i % 7},${(i * i) % 5}`).join("\n"));
    const args = [
      "sketch",
      "whole.csv",
      "whole.csv",
      "--level",
      "gate",
      "--bits",
      "12",
      "--fallback",
      "never",
    ];
    expect(await complaint(4, [...args, "--constant", "0.05", "--epsilon", "0.9"])).toMatch(
      /sketch: expected at most 22 qubits, got \d+ qubits/,
    );
  });

  const long = [
    "sketch",
    "long.csv",
    "long.csv",
    "--constant",
    "practical",
    "--epsilon",
    "0.2",
    "--seed",
    "12",
  ];

  it("time, where the run surely takes longer", async () => {
    folder.write("long.csv", gaussianCsv(30_000, 2, 1));
    expect(await complaint(4, [...long, "--fallback", "never", "--max-seconds", "0.001"])).toMatch(
      /sketch: expected at most 0\.001 seconds, got 0\.\d+ seconds; raise --max-seconds/,
    );
    expect(existsSync(folder.path("kronket-12.partial.json"))).toBe(false);
  });

  it("time, with what was done so far kept", async () => {
    const plan = await folder.run([...long, "--fallback", "never", "--dry-run", "--json"]);
    const { seconds } = JSON.parse(plan.stdout).limits.time;
    const limit = ["--max-seconds", `${seconds * 1.01}`, "--json"];
    const { code, stdout, stderr } = await folder.run([...long, "--fallback", "never", ...limit]);
    // A machine much faster than those that the estimate knows would get through.
    if (code === 0) return;
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toMatch(/expected to end within .* seconds \(--max-seconds\)/);
    expect(existsSync(folder.path("kronket-12.partial.json"))).toBe(/go on with/.test(stderr));
  });

  it("scores that cannot be listed", async () => {
    folder.write("tall.json", JSON.stringify({ classes: [{ count: 2 ** 40, row: [1] }] }));
    expect(await complaint(4, ["leverage", "tall.json", "--method", "quantum"])).toMatch(
      /name the rows with --rows/,
    );
  });
});

describe("an error of kronket itself", () => {
  it("ends with exit code 1, a short text, and the stack only with --debug", async () => {
    const cases: readonly (readonly [string[], boolean])[] = [
      [[], false],
      [["--debug"], true],
    ];
    for (const [flags, stack] of cases) {
      const { code, stderr } = await folder.run(["leverage", "-", ...flags], {
        stdin: { length: 3 } as unknown as Uint8Array,
      });
      expect(code).toBe(1);
      expect(stderr).toMatch(/an error of kronket itself\. Please report it/);
      expect(/\n\s+at /.test(stderr)).toBe(stack);
    }
  });
});
