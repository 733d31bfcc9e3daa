import { type AdditionNetwork, neuronNorms } from "./addition-network.ts";

/** One neuron seen through its Fourier transform. */
export interface NeuronSpectrum {
  /** The frequency 1 … (p − 1)/2 with the most power over all k + 1 weight vectors. */
  readonly frequency: number;
  /** The share of the power at that frequency, frequency 0 left out: 1 for a pure cosine. */
  readonly concentration: number;
  /** The share of power in each frequency 1 … (p − 1)/2, over all weight vectors. */
  readonly powers: readonly number[];
  /** |θ_1 + … + θ_k − θ_w| at that frequency, modulo 2π: from 0 to π. */
  readonly phaseError: number;
  /** The norm of all its weights. */
  readonly norm: number;
}

/**
 * Transforms the weights of every neuron: which frequency it listens to, how purely, and how well it keeps the phase rule.
 *
 * One-sided spectrum without frequency 0, û(ζ) = Σ_a u(a) e^{−2πiζa/p}: a real vector has the same power at ζ and −ζ, which
 * counts once. The share at the best frequency is the "maximum normalised power" of the experiments.
 *
 * @example neuronSpectra(fourierNetwork({ k: 2, p: 7 }).network)[0].concentration // 1
 */
export function neuronSpectra(network: AdditionNetwork): NeuronSpectrum[] {
  const { k, p, width, inputs, outputs } = network;
  const tables = [...inputs, outputs];
  const norms = neuronNorms(network);
  return Array.from({ length: width }, (_, i) => {
    const transforms = tables.map((table) => oneSided(table, i, width, p));
    const total = Array.from({ length: (p - 1) / 2 }, (_, z) =>
      transforms.reduce((sum, { re, im }) => sum + re[z] ** 2 + im[z] ** 2, 0),
    );
    const all = total.reduce((sum, power) => sum + power, 0);
    const best = total.reduce((kept, power, z) => (power > total[kept] ? z : kept), 0);
    const angles = transforms.map(({ re, im }) => Math.atan2(im[best], re[best]));
    const off = angles.slice(0, k).reduce((sum, angle) => sum + angle, -angles[k]);
    return {
      frequency: best + 1,
      concentration: all > 0 ? total[best] / all : 0,
      powers: total.map((power) => (all > 0 ? power / all : 0)),
      phaseError: Math.abs(off - 2 * Math.PI * Math.round(off / (2 * Math.PI))),
      norm: norms[i],
    };
  });
}

/** How many neurons listen to each frequency 1 … (p − 1)/2; neurons below a thousandth of the largest norm are left out. */
export function frequencyCoverage(spectra: readonly NeuronSpectrum[], p: number): number[] {
  const coverage = new Array<number>((p - 1) / 2).fill(0);
  for (const { frequency } of livingNeurons(spectra)) coverage[frequency - 1]++;
  return coverage;
}

/** The neurons whose norm is at least a thousandth of the largest one: the others say nothing and have no phase. */
export function livingNeurons(spectra: readonly NeuronSpectrum[]): NeuronSpectrum[] {
  const largest = spectra.reduce((most, { norm }) => Math.max(most, norm), 0);
  return spectra.filter(({ norm }) => norm >= largest / 1000);
}

function oneSided(table: Float64Array, i: number, width: number, p: number) {
  const half = (p - 1) / 2;
  const [re, im] = [new Float64Array(half), new Float64Array(half)];
  for (let z = 1; z <= half; z++) {
    for (let a = 0; a < p; a++) {
      const turn = (2 * Math.PI * ((z * a) % p)) / p;
      re[z - 1] += table[a * width + i] * Math.cos(turn);
      im[z - 1] -= table[a * width + i] * Math.sin(turn);
    }
  }
  return { re, im };
}
