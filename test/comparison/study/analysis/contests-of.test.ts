import { describe, expect, it } from "vitest";
import {
  analyseStudy,
  complete,
  type Measure,
  planStudy,
  runPointTask,
  type StudyFamily,
  type StudyMethod,
} from "../../../../src/index.ts";
import {
  contestTable,
  reportPage,
  studyConclusion,
  studyReport,
  sweepTable,
  tableText,
} from "../../../../src/presentation/index.ts";
import { tinyFamily } from "../../../support/tiny-family.ts";

/** Methods that take 10n and n² operations and hold as many words, without a quantum side. */
function workFamily(unit: Measure): StudyFamily {
  const method = (name: string, cost: (n: number) => number): StudyMethod => {
    const work = (n: unknown) => ({ flops: cost(Number(n)), peakWords: cost(Number(n)) });
    return {
      ...tinyFamily.methods[1],
      ...{ name, title: name, side: "classical", guaranteed: true },
      *run({ n }) {
        yield { stage: "running", done: 0, total: 1 };
        return { ledger: [], certificate: null, error: name === "line" ? 0.25 : 0, work: work(n) };
      },
      predict: () => [],
      predictWork: ({ n }) => work(n),
    };
  };
  return {
    ...tinyFamily,
    unit,
    errorName: "made up",
    methods: [method("line", (n) => 10 * n), method("square", (n) => n * n)],
    remarks: (settings) => [`${settings.length} settings.`],
  };
}

function made(family: StudyFamily, values: readonly number[]) {
  const plan = planStudy({ family: "tiny", seeds: [1, 2], sweeps: [{ vary: "n", values }] }, [family]);
  const results = plan.points.map((point) => complete(runPointTask(point, [family])));
  return { plan, results, analysis: analyseStudy(plan, results) };
}

describe("a study of operations", () => {
  const { plan, results, analysis } = made(workFamily("flop"), [2, 4, 16, 64]);
  const [sweep] = analysis.sweeps;

  it("sets the first method against the other, counted and predicted, without prices", () => {
    expect(sweep.duels).toEqual([]);
    expect(sweep.contests).toHaveLength(1);
    const [{ first, second, counted, predicted }] = sweep.contests;
    expect([first, second]).toEqual(["line", "square"]);
    expect(counted.kind === "at" && counted.at).toBeCloseTo(10, 9);
    expect(predicted?.kind === "at" && predicted.at).toBeCloseTo(10, 0);
    expect(sweep.methods[1].points[1]).toMatchObject({
      classical: { median: 16 },
      predicted: { quantum: 0, classical: 16 },
    });
    expect(sweep.methods.map(({ fit }) => fit?.exponent.toFixed(2))).toEqual(["1.00", "2.00"]);
    expect(analysis.map).toBeNull();
  });

  it("says so in words of operations, with its remarks and the largest errors", () => {
    const words = studyConclusion(plan, analysis).map(({ text }) => text.replace(/\p{Zs}/gu, " "));
    expect(words[0]).toMatch(/^Against n \(.*\): line takes fewer operations than square from n ≈ 10 on\./);
    expect(words[0]).toContain("At n = 2 square takes 5 times fewer; at n = 64 line takes 6.4 times fewer.");
    expect(words).toContain("4 settings.");
    expect(words.at(-1)).toBe(
      "Errors (made up), the largest median of each method: line 0.25, at n = 2; square 0 throughout.",
    );
    expect(words.join(" ")).not.toMatch(/quer|price|quantum/);
  });

  it("has tables of one kind of count and a page that speaks of no quantum side", () => {
    expect(sweepTable(plan, sweep).columns.map(({ heading }) => heading)).toEqual([
      ...["n", "method", "counted", "predicted", "error", "certified"],
    ]);
    expect(tableText(contestTable(plan, sweep))).toContain("10, line cheaper above");
    const data = {
      ...{ plan, analysis, results, formulas: {}, generated: { seed: 1 } },
      milliseconds: results.map(() => 1),
    };
    const page = reportPage(studyReport(data));
    expect(page).toContain("no quantum method takes part");
    expect(page).not.toMatch(/NaN|undefined|\[object|classical queries for a quantum one/);
  });
});

describe("a study of words", () => {
  it("holds them, and says where there is no crossover", () => {
    const { plan, analysis } = made(workFamily("word"), [2, 4]);
    const [{ text }] = studyConclusion(plan, analysis);
    expect(text).toContain(
      "line holds more words than square throughout, n from 2 to 4; no crossover in range",
    );
  });

  it("refuses methods that count none", () => {
    const family = workFamily("word");
    const silent: StudyFamily = {
      ...family,
      methods: family.methods.map((method) => ({
        ...method,
        *run() {
          yield { stage: "running", done: 0, total: 1 };
          return { ledger: [], certificate: null, error: null };
        },
      })),
    };
    expect(() => made(silent, [2, 4])).toThrow(RangeError);
  });
});

describe("a study with a quantum side", () => {
  it("has duels and no contests", () => {
    const { analysis } = made(tinyFamily, [2, 4]);
    expect(analysis.sweeps[0].contests).toEqual([]);
    expect(analysis.sweeps[0].duels).toHaveLength(1);
  });
});
