import { LimitError } from "../../errors/limit-error.ts";
import type { AdditionNetwork } from "./addition-network.ts";
import { requireTask } from "./largest-margin.ts";

/** The most weights of a network: 2^24 numbers are 128 MiB. */
const largestNetwork = 2 ** 24;

/** Which explicit set of neurons is built. */
export type Construction = "published" | "narrow";

/** A neuron that responds to one frequency. */
export interface FourierNeuron {
  /** ζ, from 1 to (p − 1)/2. */
  readonly frequency: number;
  /** θ_1 … θ_k of its inputs, in radians. */
  readonly phases: readonly number[];
  /** θ_w of its output; θ_1 + … + θ_k in these constructions. */
  readonly outputPhase: number;
}

/** A network with the largest possible margin, and the neurons that it is made of. */
export interface FourierNetwork {
  readonly neurons: readonly FourierNeuron[];
  readonly network: AdditionNetwork;
}

/** What is built. */
export interface FourierNetworkOptions {
  /** How many digits are added. */
  readonly k: number;
  /** The modulus, an odd prime. */
  readonly p: number;
  /** `published` (default): 2^{2k−1} neurons a frequency. `narrow`: 2·3^{k−1}, with the same margin. */
  readonly construction?: Construction;
  /** Radians added to every output phase (default 0). Any other value breaks the phase rule. */
  readonly detuning?: number;
}

/**
 * Builds a network whose normalised margin is γ* at every input: u_j(a) = β cos(θ_j + 2πζa/p), w(c) = β cos(θ_w + 2πζc/p).
 *
 * Together the neurons of a frequency give cos(2πζ(Σa − c)/p) up to scale; over all frequencies the right label scores
 * (p − 1)/2 and every wrong one −1/2. `published` polarises the product of k cosines into k-th powers of sums (half of the
 * signs suffice). `narrow` takes phases 2πr·g_j/N, r < N = 2·3^{k−1}, g = (1, 3, …, 3^{k−2}, 4·3^{k−2}): a root-of-unity
 * filter that only the wanted term passes. Scaled so that ‖θ‖_{2,k+1} = 1.
 *
 * Errors: as requireTask, RangeError for another construction or a detuning that is not finite, LimitError beyond 2^24
 * weights.
 *
 * @example fourierNetwork({ k: 2, p: 7 }).neurons.length // 24
 *
 * Source: Li, Liang, Shi, Song, Zhou, arXiv:2402.09469 (published set); the narrow set is derived.
 */
export function fourierNetwork(options: FourierNetworkOptions): FourierNetwork {
  const { k, p, construction = "published", detuning = 0 } = options;
  requireTask("fourierNetwork", k, p);
  if (construction !== "published" && construction !== "narrow") {
    throw new RangeError(
      `fourierNetwork: expected construction published or narrow, got ${String(construction)}; narrow has fewer neurons.`,
    );
  }
  if (!Number.isFinite(detuning)) {
    throw new RangeError(
      `fourierNetwork: expected a finite detuning in radians, got ${detuning}; 0 keeps the phase rule.`,
    );
  }
  const weights = constructionWidth(k, p, construction) * (k + 1) * p;
  if (weights > largestNetwork) {
    throw new LimitError(
      "fourierNetwork",
      largestNetwork,
      weights,
      "weights",
      "take fewer digits or a smaller p",
    );
  }
  const phases = construction === "published" ? polarisedPhases(k) : filteredPhases(k);
  const neurons: FourierNeuron[] = [];
  for (let frequency = 1; frequency <= (p - 1) / 2; frequency++) {
    for (const own of phases) {
      const outputPhase = own.reduce((sum, angle) => sum + angle, detuning);
      neurons.push({ frequency, phases: own, outputPhase });
    }
  }
  return { neurons, network: networkOf(neurons, k, p) };
}

/** The number of neurons of a construction: (p − 1)/2 frequencies times 2^{2k−1} or 2·3^{k−1}. */
export function constructionWidth(k: number, p: number, construction: Construction): number {
  requireTask("constructionWidth", k, p);
  return (p - 1) * (construction === "published" ? 4 ** (k - 1) : 3 ** (k - 1));
}

/** The network of some neurons, all of one norm, scaled so that ‖θ‖_{2,k+1} = 1. */
export function networkOf(neurons: readonly FourierNeuron[], k: number, p: number): AdditionNetwork {
  const width = neurons.length;
  // β = √(2/((k + 1)p)) gives a neuron norm 1.
  const scale = Math.sqrt(2 / ((k + 1) * p)) * width ** (-1 / (k + 1));
  const wave = (phaseOf: (neuron: FourierNeuron) => number) => {
    const table = new Float64Array(p * width);
    neurons.forEach((neuron, i) => {
      for (let a = 0; a < p; a++) {
        const turn = (2 * Math.PI * ((neuron.frequency * a) % p)) / p;
        table[a * width + i] = scale * Math.cos(phaseOf(neuron) + turn);
      }
    });
    return table;
  };
  return {
    k,
    p,
    width,
    inputs: Array.from({ length: k }, (_, j) => wave(({ phases }) => phases[j])),
    outputs: wave(({ outputPhase }) => outputPhase),
  };
}

/** cos(x_1 + … + x_k − y) as 2^k products of cosines and sines, each polarised into 2^{k−1} powers of sums. */
function polarisedPhases(k: number): number[][] {
  const sets: number[][] = [];
  for (let sines = 0; sines < 2 ** k; sines++) {
    for (let signs = 0; signs < 2 ** (k - 1); signs++) {
      sets.push(
        Array.from({ length: k }, (_, j) => {
          const sine = (sines >> j) & 1;
          // The sign of the first slot stays +: with all signs turned the power is the same up to the output phase.
          const minus = j > 0 && ((signs >> (j - 1)) & 1) === 1;
          return (sine === 1 ? -Math.PI / 2 : 0) + (minus ? Math.PI : 0);
        }),
      );
    }
  }
  return sets;
}

function filteredPhases(k: number): number[][] {
  const count = 2 * 3 ** (k - 1);
  const steps = Array.from({ length: k }, (_, j) => (j < k - 1 ? 3 ** j : 4 * 3 ** (k - 2)));
  return Array.from({ length: count }, (_, r) =>
    steps.map((step) => (2 * Math.PI * ((r * step) % count)) / count),
  );
}
