import { describe, expect, it } from "vitest";
import type { AdditionNetwork } from "../../../src/applications/modular-addition/addition-network.ts";
import { networkScores } from "../../../src/applications/modular-addition/addition-network.ts";
import {
  addLossGradient,
  randomNetwork,
  trainNetwork,
  trainNetworkTask,
} from "../../../src/applications/modular-addition/train-network.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";

const random = seededRandom(47);

/** Mean cross-entropy over all inputs, from the scores. */
function plainLoss(network: AdditionNetwork): number {
  const { k, p } = network;
  let loss = 0;
  for (let input = 0; input < p ** k; input++) {
    const digits = Array.from({ length: k }, (_, j) => Math.floor(input / p ** j) % p);
    const scores = networkScores(network, digits);
    const label = digits.reduce((sum, a) => sum + a, 0) % p;
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    loss += Math.log(total) - scores[label];
  }
  return loss / p ** k;
}

describe("the gradient of the cross-entropy", () => {
  it.each([
    [2, 5, 6],
    [3, 5, 4],
    [4, 3, 5],
  ])("agrees with finite differences to 1e-7: k = %i, p = %i", (k, p, width) => {
    const network = randomNetwork(k, p, width, random.split("gradient", k));
    const tables = [...network.inputs, network.outputs];
    const gradients = tables.map((table) => new Float64Array(table.length));
    expect(addLossGradient(network, gradients)).toBeCloseTo(plainLoss(network), 12);
    const largest = Math.max(...gradients.flatMap((gradient) => [...gradient].map(Math.abs)));
    const step = 1e-4;
    tables.forEach((table, t) => {
      for (let at = 0; at < table.length; at += 3) {
        const kept = table[at];
        // Fourth order: its error is far below the rounding of the differences.
        const [near, far] = [1, 2].map((times) => {
          table[at] = kept + times * step;
          const above = plainLoss(network);
          table[at] = kept - times * step;
          const below = plainLoss(network);
          return (above - below) / (2 * times * step);
        });
        table[at] = kept;
        expect(Math.abs((4 * near - far) / 3 - gradients[t][at]) / largest).toBeLessThan(1e-7);
      }
    });
  });
});

describe("training from random weights", () => {
  // Four seeds at the width of the theorem: ratio at least 0.85, all frequencies, 95 % of the neurons pure, phases kept.
  // In 40 trial runs none was below 0.9, so that a failure of one of these seeds means a change.
  const runs = [0, 1, 2, 3].map((seed) => trainNetwork({ k: 2, p: 7, random: seededRandom(seed) }));

  it("comes near γ* at the width of the theorem, with all frequencies, pure cosines and the phase rule", () => {
    for (const { network, margin, coverage, pureShare, medianPhaseError } of runs) {
      expect(network.width).toBe(24);
      expect(margin.ratio).toBeGreaterThanOrEqual(0.85);
      expect(margin.ratio).toBeLessThanOrEqual(1 + 1e-9);
      expect(margin.accuracy).toBe(1);
      expect(Math.min(...coverage)).toBeGreaterThan(0);
      expect(pureShare).toBeGreaterThanOrEqual(0.95);
      expect(medianPhaseError).toBeLessThan(0.01);
    }
  });

  it("shows its progress: falling loss, rising margin", () => {
    for (const { history } of runs) {
      expect(history.length).toBeGreaterThan(30);
      expect(history[history.length - 1].loss).toBeLessThan(0.1 * history[0].loss);
      expect(history[history.length - 1].marginRatio).toBeGreaterThan(history[0].marginRatio);
    }
    const stages = new Set<string>();
    complete(trainNetworkTask({ k: 2, p: 5, steps: 200, random }), ({ stage, done, total }) => {
      stages.add(stage.split(",")[0]);
      expect(done).toBeLessThanOrEqual(total);
    });
    expect([...stages]).toEqual(["training"]);
  });

  it("reaches lower margins well below the width of the theorem, still with full accuracy", () => {
    const narrow = trainNetwork({ k: 2, p: 7, width: 6, random: seededRandom(0) });
    expect(narrow.margin.ratio).toBeLessThan(0.6);
    expect(narrow.margin.accuracy).toBe(1);
    expect(narrow.medianPhaseError).toBeGreaterThan(runs[0].medianPhaseError);
    expect(narrow.pureShare).toBeLessThan(0.95);
  });

  it("does not reach γ* from every seed: seed 6 stays near 0.91 of it, seed 5 comes within 1e-6", () => {
    const [slow, quick] = [6, 5].map(
      (seed) => trainNetwork({ k: 2, p: 7, random: seededRandom(seed) }).margin,
    );
    expect(slow.ratio).toBeGreaterThanOrEqual(0.85);
    expect(slow.ratio).toBeLessThan(0.98);
    expect(quick.ratio).toBeGreaterThan(1 - 1e-6);
    expect([slow.accuracy, quick.accuracy]).toEqual([1, 1]);
  });

  it("can miss frequencies far below the width of the theorem: two neurons cannot use three", () => {
    const { coverage, margin } = trainNetwork({ k: 2, p: 7, width: 2, steps: 1000, random: seededRandom(0) });
    expect(Math.min(...coverage)).toBe(0);
    expect(margin.ratio).toBeLessThan(0.5);
  });

  it("gives the same network for the same seed", () => {
    const again = trainNetwork({ k: 2, p: 7, random: seededRandom(0) });
    expect(again.margin).toEqual(runs[0].margin);
  });

  it("refuses bad settings before it starts", () => {
    const base = { k: 2, p: 7, random };
    expect(() => trainNetwork({ ...base, width: 0 })).toThrow(/width to be a whole number ≥ 1/);
    expect(() => trainNetwork({ ...base, steps: 2.5 })).toThrow(/steps to be a whole number ≥ 1/);
    expect(() => trainNetwork({ ...base, lambda: -1 })).toThrow(/lambda ≥ 0/);
    expect(() => trainNetwork({ ...base, learningRate: 0 })).toThrow(/learning rate above 0/);
    expect(() => trainNetwork({ ...base, p: 9 })).toThrow(/odd prime/);
    expect(() => trainNetwork({ ...base, k: 4, p: 47 })).toThrow(LimitError);
  });
});
