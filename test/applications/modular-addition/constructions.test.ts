import { describe, expect, it } from "vitest";
import {
  type AdditionNetwork,
  networkNormPower,
  networkScores,
} from "../../../src/applications/modular-addition/addition-network.ts";
import {
  constructionWidth,
  fourierNetwork,
} from "../../../src/applications/modular-addition/fourier-network.ts";
import { largestMargin } from "../../../src/applications/modular-addition/largest-margin.ts";
import { networkMargin } from "../../../src/applications/modular-addition/network-margin.ts";
import {
  frequencyCoverage,
  neuronSpectra,
} from "../../../src/applications/modular-addition/neuron-spectra.ts";
import { randomNetwork } from "../../../src/applications/modular-addition/train-network.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(9469);
const tasks = [
  [2, 3],
  [2, 7],
  [2, 11],
  [3, 5],
  [3, 7],
  [4, 5],
  [5, 3],
] as const;
const both = ["published", "narrow"] as const;
const cases = tasks.flatMap(([k, p]) => both.map((construction) => [construction, k, p] as const));

/** The margin at one input, written down from the definition of the network. */
function plainMargin({ k, p, width, inputs, outputs }: AdditionNetwork, digits: readonly number[]): number {
  const scores = Array.from({ length: p }, (_, c) => {
    let score = 0;
    for (let i = 0; i < width; i++) {
      const sum = digits.reduce((total, a, j) => total + inputs[j][a * width + i], 0);
      score += sum ** k * outputs[c * width + i];
    }
    return score;
  });
  const label = digits.reduce((sum, a) => sum + a, 0) % p;
  return scores[label] - Math.max(...scores.filter((_, c) => c !== label));
}

describe("the largest margin γ*", () => {
  it("is 3/(16p(p − 1)) for three digits", () => {
    for (const p of [5, 7, 11, 97]) expect(largestMargin(3, p)).toBeCloseTo(3 / (16 * p * (p - 1)), 15);
  });

  it.each(cases)(
    "is the margin of the %s construction at every input: k = %i, p = %i",
    (construction, k, p) => {
      const { network } = fourierNetwork({ k, p, construction });
      const margin = networkMargin(network);
      const gamma = largestMargin(k, p);
      expect(networkNormPower(network)).toBeCloseTo(1, 12);
      expect(Math.abs(margin.least / gamma - 1)).toBeLessThan(1e-12);
      expect(Math.abs(margin.largest / gamma - 1)).toBeLessThan(1e-12);
      expect(margin.tie * margin.largest).toBeLessThan(1e-14);
      expect(margin.accuracy).toBe(1);
      const digits = Array.from({ length: k }, () => random.integer(p));
      expect(plainMargin(network, digits)).toBeCloseTo(gamma, 12);
    },
  );

  it("is not exceeded by any weights", () => {
    for (const [k, p] of [
      [2, 5],
      [2, 7],
      [3, 5],
    ] as const) {
      for (let trial = 0; trial < 30; trial++) {
        const drawn = randomNetwork(k, p, 1 + (trial % 20), random.split(`k ${k} p ${p}`, trial));
        expect(networkMargin(drawn).ratio).toBeLessThanOrEqual(1 + 1e-9);
        // And near the best ones: the construction with noise on its weights.
        const { network } = fourierNetwork({ k, p });
        const noise = random.split("noise", trial);
        const scale = 10 ** -(1 + (trial % 5));
        for (const table of [...network.inputs, network.outputs]) {
          for (let at = 0; at < table.length; at++) table[at] *= 1 + scale * noise.normal();
        }
        const { ratio } = networkMargin(network);
        expect(ratio).toBeLessThanOrEqual(1 + 1e-9);
        expect(ratio).toBeGreaterThan(scale < 0.02 ? 0.8 : -1);
      }
    }
  });

  it("does not depend on the scale of the weights", () => {
    const { network } = fourierNetwork({ k: 3, p: 5 });
    const larger = {
      ...network,
      inputs: network.inputs.map((table) => table.map((weight) => 3 * weight)),
      outputs: network.outputs.map((weight) => 3 * weight),
    };
    expect(networkMargin(larger).ratio).toBeCloseTo(1, 12);
    expect(networkMargin(larger).least).toBeCloseTo(81 * networkMargin(network).least, 12);
  });
});

describe("the constructions", () => {
  it("have 2^{2k−1} and 2·3^{k−1} neurons a frequency", () => {
    for (const [construction, k, p] of cases) {
      const width = ((p - 1) / 2) * (construction === "published" ? 2 ** (2 * k - 1) : 2 * 3 ** (k - 1));
      expect(fourierNetwork({ k, p, construction }).neurons.length).toBe(width);
      expect(constructionWidth(k, p, construction)).toBe(width);
    }
    // 32 a frequency for three digits, not 56.
    expect(fourierNetwork({ k: 3, p: 3 }).neurons.length).toBe(32);
  });

  it.each(cases)(
    "are pure cosines of all frequencies that keep the phase rule: %s, k = %i, p = %i",
    (construction, k, p) => {
      const { neurons, network } = fourierNetwork({ k, p, construction });
      const spectra = neuronSpectra(network);
      spectra.forEach((spectrum, i) => {
        expect(spectrum.frequency).toBe(neurons[i].frequency);
        expect(spectrum.concentration).toBeCloseTo(1, 12);
        expect(spectrum.phaseError).toBeLessThan(1e-10);
      });
      expect(new Set(frequencyCoverage(spectra, p)).size).toBe(1);
    },
  );

  it("score (p − 1)/2 on the right label and −1/2 on wrong ones, up to scale: the margin is p/2", () => {
    for (const [k, p] of tasks) {
      const { network } = fourierNetwork({ k, p });
      const digits = Array.from({ length: k }, (_, j) => (2 * j + 1) % p);
      const label = digits.reduce((sum, a) => sum + a, 0) % p;
      const scale = p / 2 / largestMargin(k, p);
      networkScores(network, digits).forEach((score, c) => {
        expect(score * scale).toBeCloseTo(c === label ? (p - 1) / 2 : -1 / 2, 10);
      });
    }
  });

  it("lose 98 % of the margin and no accuracy when every output phase is off by 1 radian", () => {
    for (const construction of both) {
      const margin = networkMargin(fourierNetwork({ k: 2, p: 7, construction, detuning: 1 }).network);
      expect(margin.ratio).toBeGreaterThan(0);
      expect(margin.ratio).toBeLessThan(0.02);
      expect(margin.accuracy).toBe(1);
    }
  });
});

describe("bad input", () => {
  it("is refused: digits, moduli, constructions", () => {
    expect(() => largestMargin(1, 7)).toThrow(/k to be a whole number of digits from 2 to 8/);
    expect(() => largestMargin(2.5, 7)).toThrow(RangeError);
    expect(() => largestMargin(2, 2)).toThrow(/sums modulo 2 are parity/);
    for (const p of [1, 4, 9, 15, 6.5, -7, Number.NaN, 1031]) {
      expect(() => fourierNetwork({ k: 2, p })).toThrow(/expected p to be an odd prime/);
    }
    expect(() => fourierNetwork({ k: 2, p: 7, construction: "wide" as "narrow" })).toThrow(
      /published or narrow/,
    );
    expect(() => fourierNetwork({ k: 2, p: 7, detuning: Number.NaN })).toThrow(/finite detuning/);
    expect(() => networkScores(fourierNetwork({ k: 2, p: 7 }).network, [1, 7])).toThrow(
      /2 digits from 0 to 6/,
    );
  });

  it("is refused before memory or time is spent", () => {
    expect(() => fourierNetwork({ k: 8, p: 1021 })).toThrow(LimitError);
    const { network } = fourierNetwork({ k: 4, p: 47, construction: "narrow" });
    expect(() => networkMargin(network)).toThrow(LimitError);
    const sampled = networkMargin(network, { sample: { inputs: 50, random } });
    expect(sampled.ratio).toBeCloseTo(1, 10);
  });
});
