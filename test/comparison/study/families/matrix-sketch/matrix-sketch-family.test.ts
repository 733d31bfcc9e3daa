import { describe, expect, it } from "vitest";
import { costExpression } from "../../../../../src/adapters/mathjs/cost-expression.ts";
import { queriesOf } from "../../../../../src/comparison/study/analysis/study-costs.ts";
import { matrixSketchFamily } from "../../../../../src/comparison/study/families/matrix-sketch/matrix-sketch-family.ts";
import { planStudy } from "../../../../../src/comparison/study/plan-study.ts";
import type { Setting } from "../../../../../src/comparison/study/setting.ts";
import { LimitError } from "../../../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../../../src/random/seeded-random.ts";
import { complete } from "../../../../../src/task/complete.ts";
import { expectFailures } from "../../../../support/expect-failures.ts";

const { methods, parameters } = matrixSketchFamily;
const settingOf = (given: Setting): Setting => ({
  ...Object.fromEntries(Object.entries(parameters).map(([name, { default: value }]) => [name, value])),
  ...given,
});
const methodOf = (name: string) => {
  const method = methods.find((one) => one.name === name);
  if (method === undefined) throw new Error(name);
  return method;
};
const run = (name: string, given: Setting, seed = 1) =>
  complete(methodOf(name).run(settingOf(given), seededRandom(seed).split("study")));
const guaranteed = methods.filter((method) => method.guaranteed).map(({ name }) => name);

describe("the family matrix-sketch", () => {
  it.each(
    guaranteed.flatMap((name) =>
      ["gaussian", "ill-conditioned", "needle", "blocks"].map((matrix) => [name, matrix] as const),
    ),
  )("%s keeps its promise at its rate over seeds on %s", (name, matrix) => {
    // δ = 0.2 and ε = 0.7, so that a sketch is short beside the matrix; false alarm at most 1e-6.
    const runs = name === "gaussian" ? 20 : 40;
    const given = { n: name.includes("quantum") ? 2 ** 12 : 1500, matrix, epsilon: 0.7, delta: 0.2 };
    const failed = Array.from({ length: runs }, (_, seed) => run(name, given, seed)).filter(
      ({ certificate }) => certificate?.holds !== true,
    ).length;
    expectFailures(failed, runs, 0.2);
  });

  it.each([{}, { matrix: "needle" }])(
    "pays min(n, search) for rows that a search finds, and what is predicted within 15 %% on blocks, %o",
    (given) => {
      for (const n of [2 ** 14, 2 ** 20, 2 ** 30]) {
        const setting = { n, matrix: "blocks", ...given };
        const [counted, predicted] = [
          run("quantum-halving", setting).ledger,
          methodOf("quantum-halving").predict(settingOf(setting)),
        ].map((ledger) => queriesOf(ledger, "row"));
        const ratio = (counted.quantum + counted.classical) / (predicted.quantum + predicted.classical);
        expect(counted.quantum + counted.classical).toBeLessThanOrEqual(n);
        expect(ratio).toBeLessThan(1.15);
        if (setting.matrix === "blocks") expect(ratio).toBeGreaterThan(0.85);
      }
    },
  );

  it("writes its cost as the formula that the plan follows for large n, within 15 %", () => {
    const cost = costExpression(methodOf("quantum-halving").costs[0]);
    for (const given of [{}, { epsilon: 0.1 }, { d: 6 }, { delta: 0.01 }, { constant: 1 }]) {
      const setting = settingOf({ n: 2 ** 38, matrix: "blocks", ...given });
      const predicted = queriesOf(methodOf("quantum-halving").predict(setting), "row");
      const numbers = Object.fromEntries(
        Object.entries(setting).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
      );
      const ratio = cost.evaluate(numbers) / (predicted.quantum + predicted.classical);
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  it("bills every row once to each classical sketch but uniform sampling, which reads what it draws", () => {
    for (const { name, side } of methods) {
      if (side === "quantum") continue;
      const { ledger, size } = run(name, { n: 1024 });
      const { quantum, classical } = queriesOf(ledger, "row");
      expect([quantum, classical], name).toEqual([0, name === "uniform" ? size : 1024]);
    }
  });

  it("shows laws without a guarantee miss a row that alone carries a direction", () => {
    for (const name of ["uniform", "row-norm"]) {
      const { certificate, error } = run(name, { n: 2 ** 16, matrix: "needle" });
      expect([certificate?.lower, certificate?.holds, error]).toEqual([0, false, 1]);
    }
  });

  it("plans its default study, and refuses sizes that do not fit with their place", () => {
    expect(planStudy(matrixSketchFamily.defaultStudy).points.length).toBeGreaterThan(300);
    const plan = (spec: object) => planStudy({ family: "matrix-sketch", seeds: [1], ...spec });
    expect(() => plan({ base: { n: 5, d: 3 } })).toThrow(/base: n: expected at least 2d = 6 rows, got 5/);
    expect(() => plan({ base: { n: 2 ** 30 }, methods: ["leverage"] })).toThrow(
      /entries of a gaussian matrix/,
    );
    expect(() => plan({ base: { n: 2 ** 30, matrix: "blocks" }, methods: ["count-sketch"] })).toThrow(
      /entries that count-sketch touches one by one/,
    );
    expect(() => plan({ base: { n: 2 ** 20 }, methods: ["gaussian"] })).toThrow(
      /numbers that gaussian draws/,
    );
    expect(() => plan({ base: { d: 64, epsilon: 0.01 }, methods: ["count-sketch"] })).toThrow(LimitError);
  });
});
