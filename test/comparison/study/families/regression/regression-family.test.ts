import { describe, expect, it } from "vitest";
import { costExpression } from "../../../../../src/adapters/mathjs/cost-expression.ts";
import { queriesOf } from "../../../../../src/comparison/study/analysis/study-costs.ts";
import { matrixSetting } from "../../../../../src/comparison/study/families/matrix-setting.ts";
import { regressionFamily } from "../../../../../src/comparison/study/families/regression/regression-family.ts";
import { regressionInstance } from "../../../../../src/comparison/study/families/regression/regression-instance.ts";
import { planStudy } from "../../../../../src/comparison/study/plan-study.ts";
import type { Setting } from "../../../../../src/comparison/study/setting.ts";
import { LimitError } from "../../../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../../../src/random/seeded-random.ts";
import { complete } from "../../../../../src/task/complete.ts";
import { expectFailures } from "../../../../support/expect-failures.ts";

const defaults = Object.fromEntries(
  Object.entries(regressionFamily.parameters).map(([name, { default: value }]) => [name, value]),
);
const settingOf = (given: Setting): Setting => ({ ...defaults, ...given });
const methodOf = (name: string) => {
  const method = regressionFamily.methods.find((one) => one.name === name);
  if (method === undefined) throw new Error(name);
  return method;
};
const run = (name: string, given: Setting, seed = 1) =>
  complete(methodOf(name).run(settingOf(given), seededRandom(seed).split("study")));

describe("the instances of regression", () => {
  it.each(["blocks", "needle", "gaussian", "ill-conditioned"])(
    "know their least residual, of %s as found by listing all rows",
    (matrix) => {
      for (const n of [61, 64]) {
        const setting = matrixSetting(settingOf({ n, d: 3, matrix }));
        const { matrix: a, target, excess, classes } = regressionInstance(setting, seededRandom(4));
        const b = target.readAll();
        const norm = (x: ArrayLike<number>) => {
          let sum = 0;
          for (let i = 0; i < n; i++) {
            const fitted = a.row(i).reduce((total, value, k) => total + value * x[k], 0);
            sum += (fitted - b[i]) ** 2;
          }
          return Math.sqrt(sum);
        };
        const solved = run("direct", { n, d: 3, matrix });
        // At condition 1e8 a residual is known to 1e-16 · 1e8 of the fitted values.
        expect(solved.error).toBeLessThan(matrix === "ill-conditioned" ? 1e-8 : 1e-12);
        // The ratio of two answers needs no least residual: it checks the one that the instance claims.
        const [x, y] = [Float64Array.of(1, -2, 0.5), Float64Array.of(0, 3, 1)];
        expect((1 + excess(x)) / (1 + excess(y))).toBeCloseTo(norm(x) / norm(y), 9);
        if (classes !== undefined) {
          expect(classes.rows.counts.reduce((sum, count) => sum + count, 0)).toBe(n);
        }
      }
    },
  );
});

describe("the family regression", () => {
  it.each([
    ["quantum", { n: 2 ** 20 }],
    ["quantum", { n: 2 ** 30, matrix: "needle", d: 3 }],
    ["quantum-search-only", { n: 2 ** 14 }],
    ["leverage-sampled", { n: 2 ** 30 }],
    ["leverage-sampled", { n: 2000, d: 3, matrix: "gaussian" }],
    ["leverage-sampled", { n: 2000, d: 3, matrix: "ill-conditioned" }],
    ["leverage-sampled", { n: 2 ** 30, matrix: "needle", d: 3 }],
    ["sketch-and-solve", { n: 4000, d: 3, matrix: "gaussian", epsilon: 0.6 }],
    ["sketch-and-solve", { n: 4000, d: 3, matrix: "needle", epsilon: 0.6 }],
    ["preconditioned", { n: 2000, d: 3, matrix: "ill-conditioned" }],
    ["direct", { n: 2 ** 40, d: 4, matrix: "needle" }],
  ] as const)("%s keeps its promise at its rate over seeds, %o", (name, setting) => {
    // 60 seeds at δ = 0.1; false alarm at most 1e-6.
    const failed = Array.from({ length: 60 }, (_, seed) => run(name, setting, seed)).filter(
      ({ certificate }) => certificate?.holds !== true,
    ).length;
    expectFailures(failed, 60, 0.1);
  });

  it("pays min(n, search): everything below the crossover, and what is predicted within 15 % beyond it", () => {
    for (const n of [2 ** 12, 2 ** 16, 2 ** 18, 2 ** 24, 2 ** 36]) {
      const { ledger, size } = run("quantum", { n });
      const counted = queriesOf(ledger, "row");
      const predicted = queriesOf(methodOf("quantum").predict(settingOf({ n })), "row");
      const total = counted.quantum + counted.classical;
      expect(total / (predicted.quantum + predicted.classical)).toBeGreaterThan(0.85);
      expect(total / (predicted.quantum + predicted.classical)).toBeLessThan(1.15);
      expect(total).toBeLessThanOrEqual(1.02 * n);
      if (n <= 2 ** 16) expect([counted.quantum, counted.classical, size]).toEqual([0, n, n]);
      else expect(total).toBeLessThan(n);
    }
    const ratio = (n: number) =>
      queriesOf(run("quantum", { n: 4 * n }).ledger, "row").quantum /
      queriesOf(run("quantum", { n }).ledger, "row").quantum;
    // Twice the queries for four times the rows.
    expect(ratio(2 ** 36)).toBeGreaterThan(1.9);
    expect(ratio(2 ** 36)).toBeLessThan(2.1);
  });

  it("writes its cost as the formula that the plan follows for large n, within 15 %", () => {
    const [model] = methodOf("quantum").costs;
    const cost = costExpression(model);
    for (const given of [{}, { epsilon: 0.05 }, { d: 5 }, { delta: 0.01 }, { constant: 1 }]) {
      const setting = settingOf({ n: 2 ** 38, ...given });
      const predicted = queriesOf(methodOf("quantum").predict(setting), "row");
      const numbers = Object.fromEntries(
        Object.entries(setting).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
      );
      const ratio = cost.evaluate(numbers) / (predicted.quantum + predicted.classical);
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
    expect(cost.evaluate({ n: 1000, d: 2, epsilon: 0.5, delta: 0.1, constant: 3 })).toBe(1000);
  });

  it("bills every row to the methods that read everything, and b by itself", () => {
    const setting = { n: 4000, d: 3, matrix: "gaussian" };
    for (const { name, predict } of regressionFamily.methods) {
      const { ledger } = run(name, setting);
      const [rows, entries] = [queriesOf(ledger, "row"), queriesOf(ledger, "entry")];
      const wanted = predict(settingOf(setting));
      if (name !== "quantum-search-only") {
        const few = name === "uniform";
        expect(rows.classical, name).toBeCloseTo(few ? entries.classical : 4000, 6);
      }
      const expected = queriesOf(wanted, "entry").classical;
      // Expected numbers of kept rows, within four standard deviations.
      expect(Math.abs(entries.classical - expected), name).toBeLessThanOrEqual(4 * Math.sqrt(expected) + 1);
      expect(methodOf(name).limit === undefined).toBe(
        !["direct", "leverage-sampled", "sketch-and-solve", "preconditioned"].includes(name),
      );
    }
  });

  it("shows how uniform sampling misses the row that carries a direction, which the others find", () => {
    for (const name of ["quantum", "leverage-sampled", "direct", "uniform"]) {
      const holds = [1, 2, 3].map(
        (seed) => run(name, { n: 2 ** 28, matrix: "needle" }, seed).certificate?.holds,
      );
      expect(holds, name).toEqual(new Array(3).fill(name !== "uniform"));
    }
  });

  it("refuses sizes that do not fit or contradict each other, with their place", () => {
    const plan = (spec: object) => planStudy({ family: "regression", seeds: [1], ...spec });
    expect(() => plan({ base: { n: 8, d: 4 }, methods: ["direct"] })).toThrow(
      /base: n: expected at least 4d = 16 rows, got 8/,
    );
    expect(() => plan({ base: { matrix: "gaussian" }, methods: ["direct"] })).toThrow(LimitError);
    expect(() => plan({ base: { n: 2 ** 30 }, methods: ["direct", "preconditioned"] })).toThrow(
      /entries that preconditioned touches one by one/,
    );
    expect(() => plan({ base: { epsilon: 2 } })).toThrow(/base.epsilon/);
    expect(
      plan({ sweeps: regressionFamily.defaultStudy.sweeps, methods: ["direct"] }).points.length,
    ).toBeGreaterThan(50);
  });
});
