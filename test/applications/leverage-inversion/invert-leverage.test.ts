import { describe, expect, it } from "vitest";
import { convergence } from "../../../src/applications/convergence.ts";
import { indefiniteShare } from "../../../src/applications/leverage-inversion/indefinite-share.ts";
import {
  invertLeverage,
  invertLeverageAsync,
} from "../../../src/applications/leverage-inversion/invert-leverage.ts";
import { recoveryRates } from "../../../src/applications/leverage-inversion/recovery-rates.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";
import { expectFailures } from "../../support/expect-failures.ts";
import { inversionSetting } from "../../support/inversion-setting.ts";

const seeds = Array.from({ length: 20 }, (_, seed) => seed);

describe("invertLeverage", () => {
  it("by plain Gauss-Newton converges quadratically from within 0.1: order ≥ 1.7 on every step of 20 seeds", () => {
    let pairs = 0;
    for (const seed of seeds) {
      const { A, b, sigma, x0, truth } = inversionSetting({ n: 60, d: 5, radius: 0.099, seed });
      const { distances } = invertLeverage({ A, b, sigma, x0, truth, method: "gauss-newton" });
      const { orders } = convergence(distances);
      for (const order of orders) expect(order).toBeGreaterThanOrEqual(1.7);
      pairs += orders.length;
      expect(distances[distances.length - 1]).toBeLessThan(1e-13);
    }
    expect(pairs).toBeGreaterThanOrEqual(20);
  });

  it.each(["levenberg-marquardt", "gauss-newton", "newton", "gradient-descent", "diagonal"] as const)(
    "by %s finds the planted x from a start near by",
    (method) => {
      const { A, b, sigma, x0, truth } = inversionSetting({ radius: 0.03 });
      const { distances, losses } = invertLeverage({ A, b, sigma, x0, truth, method, steps: 2000 });
      expect(distances[distances.length - 1]).toBeLessThan(1e-6);
      expect(losses[losses.length - 1]).toBeLessThan(1e-12 * losses[0]);
    },
  );

  it("with a regulariser converges linearly by gradient descent and quadratically by Newton, to another point than the planted x", () => {
    for (const seed of [0, 1, 2]) {
      const { A, b, sigma, x0, truth } = inversionSetting({ n: 60, d: 5, radius: 0.099, seed });
      const w = 0.1;
      const best = invertLeverage({ A, b, sigma, x0, w, method: "newton" });
      expect(Math.hypot(...best.x.map((value, k) => value - truth[k]))).toBeGreaterThan(0.05);
      const slow = invertLeverage({
        A,
        b,
        sigma,
        x0,
        w,
        truth: best.x,
        method: "gradient-descent",
        steps: 120,
      });
      const rates = slow.distances.slice(1).map((distance, t) => distance / slow.distances[t]);
      for (const rate of rates.slice(20, 80)) {
        expect(rate).toBeLessThan(0.95);
        expect(rate).toBeGreaterThan(0.7);
      }
      const fast = invertLeverage({ A, b, sigma, x0: slow.x, w, truth: best.x, method: "newton" });
      expect(fast.steps).toBeLessThanOrEqual(4);
    }
  });

  it("never steps across a pole: the signs of Ax − b stay those of the start", () => {
    for (const seed of seeds.slice(0, 8)) {
      const { A, b, sigma, x0 } = inversionSetting({ interior: false, radius: 0.3, seed });
      const signs = (x: Float64Array) =>
        Array.from(b, (offset, i) => A.row(i).reduce((sum, a, k) => sum + a * x[k], -offset) > 0);
      for (const method of ["levenberg-marquardt", "gauss-newton"] as const) {
        const { x } = invertLeverage({ A, b, sigma, x0, method, steps: 20 });
        expect(signs(x)).toEqual(signs(x0));
      }
    }
  });

  it("bills 2n rows of A and 2n entries of b for each x it looks at, and σ once", () => {
    const { A, b, sigma, x0 } = inversionSetting({ n: 40, radius: 0.02 });
    const { ledger, steps } = invertLeverage({ A, b, sigma, x0, method: "gauss-newton" });
    expect(ledger.total({ oracle: "A" })).toBe(2 * 40 * (steps + 1));
    expect(ledger.total({ oracle: "b", unit: "entry" })).toBe(2 * 40 * (steps + 1));
    expect(ledger.total({ oracle: "sigma", unit: "entry" })).toBe(40);
    expect(ledger.total({ access: "quantum" })).toBe(0);
  });

  it("holds words linear in n: no n × n matrix", () => {
    const words = [100, 200, 400].map((n) => {
      const { A, b, sigma, x0 } = inversionSetting({ n, radius: 0.02 });
      return invertLeverage({ A, b, sigma, x0, steps: 3 }).work.peakWords;
    });
    expect(words[2] / words[0]).toBeLessThan(4.1);
    expect(words[2]).toBeLessThan(400 ** 2);
  });

  it("gives the same result in slices, and stops when it is told to", async () => {
    const { A, b, sigma, x0 } = inversionSetting();
    const whole = invertLeverage({ A, b, sigma, x0 });
    expect((await invertLeverageAsync({ A, b, sigma, x0, slice: 0 })).x).toEqual(whole.x);
    const stopped = invertLeverageAsync({ A, b, sigma, x0, signal: AbortSignal.abort(new Error("enough")) });
    await expect(stopped).rejects.toThrow("enough");
  });
});

describe("recovery of a planted x by Levenberg-Marquardt", () => {
  // Each rate is pooled over sizes; expectFailures alarms falsely with probability 1e-6.
  const rates = [
    { n: 20, d: 3, trials: 20 },
    { n: 60, d: 5, trials: 10 },
  ].flatMap(({ n, d, trials }) => [
    ...complete(recoveryRates({ n, d }, { trials, random: seededRandom(n) })),
  ]);
  const pooled = (interior: boolean, radius: number | null) => {
    const chosen = rates.filter((rate) => rate.interior === interior && rate.radius === radius);
    const trials = chosen.reduce((sum, rate) => sum + rate.trials, 0);
    return { trials, recovered: chosen.reduce((sum, rate) => sum + rate.recovered, 0) };
  };

  it("succeeds from radius 0.01 and 0.1 for interior b (all but 1 % at most)", () => {
    for (const radius of [0.01, 0.1]) {
      const { trials, recovered } = pooled(true, radius);
      expectFailures(trials - recovered, trials, 0.01);
      expect(recovered).toBeGreaterThanOrEqual(0.9 * trials);
    }
  });

  it("is not global: from radius 1 a good part fails, from a fresh start nearly all", () => {
    const far = pooled(true, 1);
    expect(far.recovered / far.trials).toBeGreaterThan(0.15);
    expect(far.recovered / far.trials).toBeLessThan(0.8);
    const fresh = pooled(true, null);
    expect(fresh.recovered / fresh.trials).toBeLessThan(0.4);
  });

  it("is worse for mixed signs: mostly from radius 0.01, far less from 0.1, never from fresh starts", () => {
    const near = pooled(false, 0.01);
    expect(near.recovered / near.trials).toBeGreaterThan(0.75);
    const middle = pooled(false, 0.1);
    expect(middle.recovered).toBeLessThan(near.recovered);
    expect(middle.recovered / middle.trials).toBeLessThan(0.9);
    const fresh = pooled(false, null);
    expect(fresh.recovered / fresh.trials).toBeLessThan(0.1);
  });

  it("succeeds at n = 200, d = 8 too, from within 0.1", () => {
    const options = { trials: 4, random: seededRandom(5), radii: [0.01, 0.1], interior: [true] };
    for (const { recovered, trials } of complete(recoveryRates({ n: 200, d: 8 }, options))) {
      expect(recovered).toBe(trials);
    }
  });
});

describe("the Hessian of the loss", () => {
  it("is indefinite at a good share of points around the planted x without regulariser, and at none with a strong one", () => {
    const kind = { n: 20, d: 3, points: 100, random: seededRandom(2) };
    expect(indefiniteShare(kind)).toBeGreaterThan(0.05);
    expect(indefiniteShare({ ...kind, w: 10 })).toBe(0);
  });
});

describe("invertLeverage refuses", () => {
  const { A, b, sigma, x0 } = inversionSetting({ n: 8, d: 2 });
  const good = { A, b, sigma, x0 };
  it.each([
    [
      "a square matrix",
      { A: [[1]], b: [0], sigma: [1], x0: [1] },
      /expected more rows than columns in A, got 1 × 1/,
    ],
    ["a short b", { b: [1] }, /expected 8 values in b, one for each row of A, got 1/],
    ["a short sigma", { sigma: [0.5] }, /expected 8 values in sigma/],
    ["scores beyond 1", { sigma: new Array(8).fill(1.5) }, /expected scores from 0 to 1, got 1.5 at 0/],
    ["an infinite b", { b: new Array(8).fill(Infinity) }, /expected finite values in b, got Infinity at 0/],
    ["w of another length", { w: [1, 2] }, /expected 8 values in w/],
    ["an infinite w", { w: Infinity }, /expected finite weights w/],
    ["a start of another length", { x0: [1] }, /expected 2 finite numbers in x0/],
    ["an unknown method", { method: "magic" }, /expected method to be one of levenberg-marquardt/],
    ["half a step", { steps: 1.5 }, /expected steps to be a whole number ≥ 0, got 1.5/],
    ["a rate of 0", { rate: 0 }, /expected a rate > 0, got 0/],
    ["a sketch without a stream", { method: "halving" }, /expected random with method halving, got none/],
    [
      "dependent columns",
      { A: Array.from({ length: 8 }, (_, i) => [i + 1, 2 * i + 2]) },
      /expected A of full column rank 2, got rank 1/,
    ],
    ["a text for A", { A: "matrix" }, /A: expected a matrix/],
  ])("%s", (_, wrong, message) => {
    expect(() => invertLeverage({ ...good, ...wrong } as never)).toThrow(message);
  });

  it("a start on a pole", () => {
    const onPole = b.slice();
    onPole[3] = A.row(3)[0] * x0[0] + A.row(3)[1] * x0[1];
    // The sum is formed in the same order, so the difference is exactly 0.
    expect(() => invertLeverage({ ...good, b: Float64Array.from(onPole) })).toThrow(
      /expected Ax − b without a zero, got one in row 3/,
    );
  });
});
