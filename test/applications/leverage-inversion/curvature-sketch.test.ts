import { describe, expect, it } from "vitest";
import { convergence } from "../../../src/applications/convergence.ts";
import { curvatureRows } from "../../../src/applications/leverage-inversion/curvature-rows.ts";
import {
  halvedCurvature,
  sampledCurvature,
} from "../../../src/applications/leverage-inversion/curvature-sketch.ts";
import { invertLeverage } from "../../../src/applications/leverage-inversion/invert-leverage.ts";
import { leverageJacobian } from "../../../src/applications/leverage-inversion/leverage-jacobian.ts";
import { spectralBoundsOf } from "../../../src/matrix/algebra/spectral-bounds.ts";
import { asWeightedRows } from "../../../src/matrix/as-weighted-rows.ts";
import { Ledger } from "../../../src/oracles/ledger.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";
import { inversionSetting } from "../../support/inversion-setting.ts";

describe("the diagonal Hessian of the inversion", () => {
  it("lies within a factor 2 of JᵀJ at the planted x, and comes nearer as n grows", () => {
    const ratios = [60, 200, 1000].map((n) => {
      const { at, truth, problem } = inversionSetting({ n, d: 5 });
      const point = at(truth);
      const rows = asWeightedRows(leverageJacobian(point));
      const { lower, upper } = spectralBoundsOf(rows, curvatureRows(problem, point));
      expect(lower).toBeGreaterThan(0.5);
      expect(upper).toBeLessThan(2);
      return upper / lower;
    });
    expect(ratios[2]).toBeLessThan(ratios[0]);
  });

  it("makes steps linear, not quadratic: contraction below 0.7 over 10 seeds", () => {
    for (let seed = 0; seed < 10; seed++) {
      const { A, b, sigma, x0, truth } = inversionSetting({ n: 60, d: 5, seed });
      const { distances } = invertLeverage({ A, b, sigma, x0, truth, method: "diagonal" });
      const { contraction, orders } = convergence(distances);
      expect(contraction).toBeLessThan(0.7);
      expect(contraction).toBeGreaterThan(0.02);
      // Far along, an order near 1 is what linear convergence looks like.
      expect(orders[orders.length - 1]).toBeLessThan(1.5);
    }
  });
});

describe("sketches of that Hessian", () => {
  it("by leverage keep about c·d rows and converge about as fast", () => {
    const { A, b, sigma, x0, truth } = inversionSetting({ n: 600, d: 4 });
    const sketch = { oversampling: 30 };
    const random = seededRandom(3);
    const fit = invertLeverage({ A, b, sigma, x0, truth, method: "sampled", sketch, random });
    const mean = fit.sketchRows.reduce((sum, rows) => sum + rows, 0) / fit.sketchRows.length;
    expect(mean).toBeGreaterThan(90);
    expect(mean).toBeLessThan(125);
    expect(convergence(fit.distances).contraction).toBeLessThan(0.7);
  });

  it("by halving approximate it to 1 ± ε where rows are searched, and bill a row of A with an entry of b for each query", () => {
    let failures = 0;
    for (let seed = 0; seed < 8; seed++) {
      const { at, x0, problem } = inversionSetting({ n: 4000, d: 3, seed });
      const point = at(x0);
      const ledger = new Ledger();
      const how = { epsilon: 0.9, delta: 0.2, fallback: "never" } as const;
      const rows = complete(halvedCurvature(problem, point, how, seededRandom(seed), ledger));
      const quantum = ledger.total({ oracle: "A", access: "quantum" });
      expect(quantum).toBeGreaterThan(0);
      expect(ledger.total({ oracle: "b", access: "quantum", unit: "entry" })).toBe(quantum);
      expect(ledger.total({ oracle: "b", access: "classical", unit: "entry" })).toBe(
        ledger.total({ oracle: "A", access: "classical" }),
      );
      expect(rows.weights.length).toBeLessThan(1000);
      // The rows were weighted by approximate scores, within 1/(1 ± ε) of the exact ones.
      const { lower, upper } = spectralBoundsOf(rows, curvatureRows(problem, point));
      if (lower < 0.1 || upper > 3) failures++;
    }
    expect(failures).toBeLessThanOrEqual(2);
  });

  it("by halving of 2^18 rows ask fewer row queries than reading everything twice", () => {
    const n = 2 ** 18;
    const { at, x0, problem } = inversionSetting({ n, d: 3, seed: 1 });
    const ledger = new Ledger();
    const how = { epsilon: 0.9, delta: 0.05, fallback: "auto" } as const;
    const rows = complete(halvedCurvature(problem, at(x0), how, seededRandom(3), ledger));
    const asked =
      ledger.total({ oracle: "A", access: "quantum" }) + ledger.total({ oracle: "A", access: "classical" });
    expect(asked).toBeLessThan(0.8 * 2 * n);
    expect(rows.weights.length).toBeLessThan(200);
  }, 60_000);

  it("by halving read everything where that is cheaper: no quantum query, no gain", () => {
    const { A, b, sigma, x0 } = inversionSetting({ n: 60, d: 4 });
    const fit = invertLeverage({ A, b, sigma, x0, method: "halving", random: seededRandom(1), steps: 3 });
    expect(fit.ledger.total({ access: "quantum" })).toBe(0);
    expect(fit.sketchRows).toEqual([60, 60, 60]);
  });

  it("draw the same rows from the same stream", () => {
    const { at, x0, problem } = inversionSetting({ n: 200 });
    const draw = () => sampledCurvature(problem, at(x0), { oversampling: 10 }, seededRandom(4)).indices;
    expect(draw()).toEqual(draw());
  });
});
