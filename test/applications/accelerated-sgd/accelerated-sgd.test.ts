import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceleratedGradient } from "../../../src/applications/accelerated-sgd/accelerated-gradient.ts";
import {
  acceleratedSGD,
  acceleratedSGDAsync,
} from "../../../src/applications/accelerated-sgd/accelerated-sgd-run.ts";
import { boundFactor } from "../../../src/applications/accelerated-sgd/bound-factor.ts";
import { gradientIdentities } from "../../../src/applications/accelerated-sgd/gradient-identities.ts";
import { noisyQuadratic } from "../../../src/applications/accelerated-sgd/stochastic-objective.ts";
import { differenceJacobian } from "../../../src/applications/difference-jacobian.ts";
import { relativeError } from "../../../src/applications/relative-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const vector = (length: number) =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: length, maxLength: length });

describe("acceleratedGradient", () => {
  it("obeys its four identities to 1e-12 on random pairs of several dimensions", () => {
    for (const d of [1, 2, 5, 50]) {
      expect(gradientIdentities({ d, pairs: 300 }, seededRandom(d)).identityError).toBeLessThan(1e-12);
    }
  });

  it("is a reflection where v points away: the length stays, the progress is 1 − 2c²", () => {
    const { vector: g, cosine } = acceleratedGradient([1, 0], [-1, 1]);
    expect([...g].map((value) => Number(value.toFixed(14)))).toEqual([0, 1]);
    expect(cosine).toBeCloseTo(-Math.SQRT1_2, 14);
    expect(g[0]).toBeCloseTo(1 - 2 * 0.5, 14);
  });

  it("with rejection makes progress of at least ‖∇‖² whatever v is", () => {
    fc.assert(
      fc.property(vector(4), vector(4), (gradient, v) => {
        const { vector: g } = acceleratedGradient(gradient, v, { reject: true });
        const square = gradient.reduce((sum, value) => sum + value * value, 0);
        const progress = gradient.reduce((sum, value, k) => sum + value * g[k], 0);
        expect(progress).toBeGreaterThanOrEqual(square * (1 - 1e-12));
      }),
    );
  });

  it("does not depend on the length of v, from 1e-200 to 1e200, and ignores a zero v", () => {
    const one = acceleratedGradient([1, 2], [3, -1]).vector;
    for (const scale of [1e-200, 1e-30, 1e30, 1e200]) {
      const scaled = acceleratedGradient([1, 2], [3 * scale, -scale]).vector;
      expect(relativeError(scaled, one)).toBeLessThan(1e-14);
    }
    expect([...acceleratedGradient([1, 2], [0, 0]).vector]).toEqual([1, 2]);
    expect([...acceleratedGradient([0, 0], [1, 1]).vector]).toEqual([0, 0]);
  });

  it("refuses vectors of unequal lengths", () => {
    expect(() => acceleratedGradient([1], [1, 2])).toThrow(
      /expected v with 1 entries as the gradient has, got 2/,
    );
  });
});

describe("the mean progress of a random vector", () => {
  it.each([5, 50])("is 1 without rejection and 1 + 1/d with it, within 5 standard errors (d = %s)", (d) => {
    // Two comparisons at 5 standard errors: false alarm about 1e-6; a systematic error of 1/d would show.
    const check = gradientIdentities({ d, pairs: 20_000 }, seededRandom(17));
    expect(Math.abs(check.plainMean - 1)).toBeLessThan(5 * check.plainError);
    expect(Math.abs(check.rejectMean - (1 + 1 / d))).toBeLessThan(5 * check.rejectError);
    expect(check.rejectError).toBeLessThan(0.1 / d);
  });
});

describe("boundFactor", () => {
  const only = (z: number) =>
    boundFactor({ steps: 1, forward: 1, forwardSquare: z, backward: 0, backwardSquare: 0 });

  it("is never below 1 for rejecting methods, and 1 only at z = 0 and z = 1: the bound never beats that of plain SGD", () => {
    for (let k = 0; k <= 1000; k++) {
      const factor = only(k / 1000);
      expect(factor).toBeGreaterThanOrEqual(1);
      if (k > 0 && k < 1000) expect(factor).toBeGreaterThan(1);
    }
    expect(only(0)).toBe(1);
    expect(only(1)).toBe(1);
  });

  it("is never below 1 with reflected steps either", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 100 }),
        (forwardSquare, backwardSquare, forward) => {
          const backward = 100 - forward;
          const factor = boundFactor({ steps: 100, forward, forwardSquare, backward, backwardSquare });
          expect(factor).toBeGreaterThanOrEqual(1 - 1e-15);
        },
      ),
    );
  });

  it("is 1.039 for a random vector at d = 50, and 1.019 when it is rejected", () => {
    const half = { steps: 100, forward: 50, forwardSquare: 1 / 50 };
    expect(boundFactor({ ...half, backward: 50, backwardSquare: 1 / 50 })).toBeCloseTo(1.039, 3);
    expect(boundFactor({ ...half, backward: 0, backwardSquare: 0 })).toBeCloseTo(1.019, 3);
  });

  it("is infinite where reflected steps outweigh the progress, and refuses counts that do not fit", () => {
    const none = { forward: 0, forwardSquare: 0 };
    expect(boundFactor({ steps: 10, ...none, backward: 10, backwardSquare: 0.6 })).toBe(Infinity);
    expect(() => boundFactor({ steps: 5, ...none, backward: 6, backwardSquare: 0.1 })).toThrow(
      /expected at most 5 steps/,
    );
    expect(() => boundFactor({ steps: 5, ...none, backward: 1, backwardSquare: 1.5 })).toThrow(
      /means of cos² from 0 to 1/,
    );
  });
});

describe("acceleratedSGD", () => {
  const f = noisyQuadratic({ d: 20 });
  const random = seededRandom(5);

  it("with momentum and rejection makes progress ≥ ‖∇f_t‖² at every step", () => {
    for (let seed = 0; seed < 5; seed++) {
      const { progress, rejected } = acceleratedSGD({
        f,
        v: "momentum",
        reject: true,
        random: seededRandom(seed),
      });
      expect(Math.min(...progress)).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(rejected).toBeGreaterThan(0);
    }
  });

  it("with momentum and no rejection does not", () => {
    const { progress, angles } = acceleratedSGD({ f, v: "momentum", random });
    expect(Math.min(...progress)).toBeLessThan(1);
    expect(angles.backward).toBeGreaterThan(0);
  });

  it("without a vector is x ← x − η∇f_t, step for step, with the noise that the other methods see", () => {
    const run = acceleratedSGD({ f, T: 30, lr: 0.1, random });
    let x = new Float64Array(20).fill(1);
    for (let t = 0; t < 30; t++) {
      const gradient = f.sample(x, random.split("gradient", t));
      x = x.map((value, k) => value - 0.1 * gradient[k]);
    }
    expect([...run.x]).toEqual([...x]);
    expect(acceleratedSGD({ f, T: 30, v: "momentum", random }).losses[1]).toBe(
      acceleratedSGD({ f, T: 30, random }).losses[1],
    );
  });

  it("asks for one stochastic gradient a step whatever the vector", () => {
    for (const v of ["none", "momentum", "random"] as const) {
      const { ledger } = acceleratedSGD({ f, v, T: 40, random });
      expect(ledger.total({ oracle: "f", unit: "gradient" })).toBe(40);
    }
  });

  it("acts as a longer step: at a small η it descends faster, with a factor of the bound above 1 all the same", () => {
    const slow = { f, lr: 0.01, T: 200, random };
    const plain = acceleratedSGD(slow);
    const fast = acceleratedSGD({ ...slow, v: "momentum", reject: true });
    expect(fast.losses[200]).toBeLessThan(plain.losses[200]);
    expect(boundFactor(fast.angles)).toBeGreaterThan(1);
  });

  it("gives the same result in slices, and stops when it is told to", async () => {
    const options = { f, v: "random", T: 100, random } as const;
    const whole = acceleratedSGD(options);
    expect((await acceleratedSGDAsync({ ...options, slice: 0 })).x).toEqual(whole.x);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(acceleratedSGDAsync({ ...options, signal })).rejects.toThrow("enough");
  });

  it.each([
    [{ v: "sideways" }, /expected v to be none, momentum or random, got sideways/],
    [{ lr: 0 }, /expected lr > 0, got 0/],
    [{ T: 0 }, /expected T to be a whole number ≥ 1, got 0/],
    [{ decay: 1 }, /expected 0 ≤ decay < 1, got 1/],
    [{ x0: [1] }, /expected 20 finite numbers in x0, got 1 numbers/],
  ])("refuses %o", (wrong, message) => {
    expect(() => acceleratedSGD({ f, random, ...wrong } as never)).toThrow(message);
  });
});

describe("noisyQuadratic", () => {
  it("has the gradient of its loss, and samples with that mean and the wanted noise", () => {
    const f = noisyQuadratic({ d: 6, condition: 4, noise: 2 });
    const x = Float64Array.from({ length: 6 }, (_, k) => k - 2);
    expect(relativeError(f.gradient(x), differenceJacobian((y) => [f.loss(y)], x).data)).toBeLessThan(1e-10);
    const stream = seededRandom(3);
    const errors = Array.from({ length: 4000 }, () => {
      const sample = f.sample(x, stream);
      return sample.reduce((sum, value, k) => sum + (value - f.gradient(x)[k]) ** 2, 0);
    });
    expect(errors.reduce((sum, value) => sum + value, 0) / 4000).toBeCloseTo(4, 0);
  });

  it.each([
    [{ d: 0 }, /expected d to be a whole number ≥ 1, got 0/],
    [{ d: 2, condition: 0.5 }, /expected a condition ≥ 1, got 0.5/],
    [{ d: 2, noise: -1 }, /expected noise ≥ 0, got -1/],
  ])("refuses %o", (options, message) => {
    expect(() => noisyQuadratic(options)).toThrow(message);
  });
});
