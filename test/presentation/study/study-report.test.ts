import { describe, expect, it } from "vitest";
import {
  analyseStudy,
  complete,
  planStudy,
  runPointTask,
  type StudyFamily,
  type StudySpec,
} from "../../../src/index.ts";
import {
  accountTable,
  crossoverTable,
  reportPage,
  studyConclusion,
  studyReport,
  sweepChart,
  tableText,
  vegaSeries,
} from "../../../src/presentation/index.ts";
import { tinyFamily } from "../../support/tiny-family.ts";

function made(spec: Partial<StudySpec>, family: StudyFamily = tinyFamily) {
  const plan = planStudy({ family: family.name, seeds: [1, 2, 3], ...spec }, [family]);
  const results = plan.points.map((point) => complete(runPointTask(point, [family])));
  const analysis = analyseStudy(plan, results);
  const data = {
    plan,
    analysis,
    results,
    milliseconds: results.map(() => 1),
    formulas: {},
    generated: { seed: 1 },
  };
  return {
    plan,
    analysis,
    results,
    data,
    words: studyConclusion(plan, analysis).map(({ text }) => text.replace(/\p{Zs}/gu, " ")),
  };
}
const wide = { sweeps: [{ vary: "n", values: [10, 1000, 1e5, 1e7] }], prices: [1, 10, 1e6] };

describe("studyConclusion", () => {
  it("says where each side asks less, how that moves with the price, and names the figure", () => {
    const { plan, analysis, words } = made(wide);
    expect(words[0]).toMatch(
      /^Against n \(.*\): root asks fewer queries than all from n ≈ 9\d\S* on \(between .*\)\./,
    );
    expect(words[0]).toContain("At n = 10 all asks 3.");
    expect(words[0]).toContain("times fewer; at n = 10 M root asks 316 times fewer.");
    expect(words[0]).toMatch(
      /the crossover moves to n ≈ \S+ k at 10\. At a price of 1.?000.?000 the classical side is cheaper throughout\./,
    );
    expect(words.join("\n")).toMatch(/Fitted exponents of n: root 0\.\d+ \[/);
    expect(words.join("\n")).toContain(
      "Few has no guarantee, and it shows: its certificate held in 0 of 12 runs",
    );
    expect(words.at(-1)).toBe("Every answer of a guaranteed method was certified: 24 of 24.");
    expect(studyConclusion(plan, analysis)[0].figure).toBe("Figure 1");
  });

  it("says that there is no crossover in range, and who is cheaper", () => {
    expect(made({ sweeps: [{ vary: "n", values: [1e6, 1e8] }] }).words[0]).toContain(
      "throughout, n from 1 M to 100 M; no crossover in range.",
    );
    expect(made({ sweeps: [{ vary: "n", values: [4, 16] }] }).words[0]).toContain(
      "root asks more queries than all throughout",
    );
  });

  it("states answers that missed what was asked for", () => {
    const { methods } = tinyFamily;
    const bad: StudyFamily = {
      ...tinyFamily,
      methods: methods.map((method) => (method.name === "few" ? { ...method, guaranteed: true } : method)),
    };
    expect(made(wide, bad).words.at(-1)).toContain("24 of 36 were certified; the rest missed");
  });

  it("has a sentence for a single setting", () => {
    expect(made({}).words[0]).toMatch(/^At n = 100 (root|all) asks .* times fewer/);
  });
});

describe("studyReport", () => {
  it("makes a page with a figure and tables of each sweep, and methods from the parameters", () => {
    const { data } = made({
      ...wide,
      sweeps: [...wide.sweeps, { vary: "epsilon", values: [0.1, 0.2], with: { n: 50 } }],
    });
    const page = reportPage(studyReport(data));
    for (const part of [
      ...[
        "Figure 1: against n",
        "Figure 2: against ε, n = 50",
        "Figure 3: crossover map",
        "Error against budget",
      ],
      ...["Family <code>tiny</code>, revision 1", "n (size) = 100, varied over 10, 1", "Student", "made up"],
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toMatch(/NaN|undefined|\[object/);
    // Links of the conclusion lead to sections of the page.
    const links = [...page.matchAll(/href="#(figure[^"]*)"/g)].map(([, id]) => id);
    for (const id of links) expect(page).toContain(`<section id="${id}"`);
  });

  it("makes a page of a study without sweeps", () => {
    expect(reportPage(studyReport(made({}).data))).toContain("Conclusion");
  });
});

describe("tables and charts of a study", () => {
  it("write what is not known as unavailable, never as 0", () => {
    const { plan, analysis } = made(wide);
    expect(tableText(accountTable(plan, analysis.sweeps[0]))).toContain("unavailable");
    expect(tableText(crossoverTable(plan, analysis.sweeps[0]))).toContain(
      "no crossover in range (classical cheaper)",
    );
    const unpredicted: StudyFamily = {
      ...tinyFamily,
      methods: tinyFamily.methods.map((method) => ({
        ...method,
        predict: (setting) =>
          method.predict(setting).map((entry) => ({ ...entry, count: null, label: "unavailable" as const })),
      })),
    };
    const silent = made(wide, unpredicted);
    expect(silent.analysis.sweeps[0].duels[0].crossovers[0].predicted).toBeNull();
    const table = crossoverTable(silent.plan, silent.analysis.sweeps[0]);
    const column = table.columns.findIndex(({ heading }) => heading === "predicted");
    expect(table.rows.map(({ cells }) => cells[column])).toEqual(table.rows.map(() => "unavailable"));
  });

  it("draw counted and predicted apart, and go out as Vega-Lite", () => {
    const { plan, analysis } = made(wide);
    const chart = sweepChart(plan, analysis.sweeps[0]);
    expect(chart?.data.series.map(({ name, kind }) => [name, kind])).toEqual([
      ["root", "counted"],
      ["root, predicted", "predicted"],
      ["all", "counted"],
      ["few (no guarantee)", "counted"],
    ]);
    if (chart === null || chart === undefined) throw new Error("expected a chart");
    const spec = JSON.parse(JSON.stringify(vegaSeries(chart.data)));
    expect(spec.data.values).toHaveLength(16);
    expect(spec.layer[0].encoding.color.scale.domain).toHaveLength(4);
    expect(sweepChart(plan, made({}).analysis.sweeps[0])).toBeNull();
  });
});
