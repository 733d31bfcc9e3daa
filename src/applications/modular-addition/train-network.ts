import { median } from "simple-statistics";
import { LimitError } from "../../errors/limit-error.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { complete } from "../../task/complete.ts";
import type { Task } from "../../task/task.ts";
import { WorkCount } from "../work-count.ts";
import { type AdditionNetwork, neuronNorms, score, wholePower } from "./addition-network.ts";
import { constructionWidth } from "./fourier-network.ts";
import { requireTask } from "./largest-margin.ts";
import { type NetworkMargin, networkMargin } from "./network-margin.ts";
import { frequencyCoverage, livingNeurons, type NeuronSpectrum, neuronSpectra } from "./neuron-spectra.ts";

/** The most operations of a training: some minutes. */
const largestWork = 2 ** 38;

/** How a network is trained. */
export interface TrainingOptions {
  readonly k: number;
  readonly p: number;
  readonly random: RandomStream;
  /** m (default 2^{2k−2}(p − 1), the width of the theorem). */
  readonly width?: number;
  /** Steps of Adam, each over all p^k inputs (default 4000). */
  readonly steps?: number;
  /** λ, the weight of ‖θ‖_{2,k+1} beside the cross-entropy (default 1e-4). */
  readonly lambda?: number;
  /** The size of a step (default 5e-3; a tenth of it in the last 30 % of the steps). */
  readonly learningRate?: number;
}

/** Where a training stood after a step. */
export interface TrainingPoint {
  readonly step: number;
  /** Mean cross-entropy without the regulariser. */
  readonly loss: number;
  /** The normalised margin over γ*; negative while an input is still wrong. */
  readonly marginRatio: number;
}

/** A trained network, and what it turned into. */
export interface TrainedNetwork {
  readonly network: AdditionNetwork;
  readonly margin: NetworkMargin;
  readonly history: readonly TrainingPoint[];
  readonly spectra: readonly NeuronSpectrum[];
  /** How many neurons listen to each frequency 1 … (p − 1)/2. */
  readonly coverage: readonly number[];
  /** The share of neurons with more than 95 % of their power in one frequency. */
  readonly pureShare: number;
  /** The median of |θ_1 + … + θ_k − θ_w| over the neurons, in radians. */
  readonly medianPhaseError: number;
  readonly flops: number;
}

/**
 * Trains the network from random weights to add k digits modulo p: full batch, all inputs, Adam, β = (0.9, 0.98).
 *
 * Minimises mean cross-entropy + λ‖θ‖_{2,k+1}. As λ → 0 the best normalised margin tends to γ*, which only pure cosines
 * with θ_1 + … + θ_k = θ_w reach. Start: all weights N(0, 1/p). Adam is the plain one, without weight decay.
 *
 * Flops: about (6p + 4k)·p^k·m a step.
 * Errors: as requireTask; RangeError for a width, steps, λ or step size out of range; LimitError beyond 2^38 operations.
 *
 * @example trainNetwork({ k: 2, p: 7, random: seededRandom(7) }).margin.ratio // above 0.99
 *
 * Source: arXiv:2402.09469 (task and objective); Kingma and Ba, arXiv:1412.6980 (Adam).
 */
export function trainNetwork(options: TrainingOptions): TrainedNetwork {
  return complete(trainNetworkTask(options));
}

/** trainNetwork as a task that reports every fiftieth step. */
export function* trainNetworkTask(options: TrainingOptions): Task<TrainedNetwork> {
  const { k, p, random, steps = 4000, lambda = 1e-4, learningRate = 5e-3 } = options;
  requireTask("trainNetwork", k, p);
  const width = options.width ?? constructionWidth(k, p, "published");
  requireTraining(k, p, { width, steps, lambda, learningRate });
  const network = randomNetwork(k, p, width, random.split("weights"));
  const learner = new Learner(network, lambda);
  const work = new WorkCount();
  const history: TrainingPoint[] = [];
  const shown = Math.max(1, Math.round(steps / 40));
  for (let step = 1; step <= steps; step++) {
    const loss = learner.step(step > 0.7 * steps ? learningRate / 10 : learningRate);
    if (step % shown === 0 || step === 1 || step === steps) {
      history.push({ step, loss, marginRatio: networkMargin(network, { work }).ratio });
    }
    if (step % 50 === 0) yield { stage: `training, loss ${loss.toPrecision(3)}`, done: step, total: steps };
  }
  work.spend(steps * learner.flopsPerStep);
  const spectra = neuronSpectra(network);
  const living = livingNeurons(spectra);
  return {
    network,
    margin: networkMargin(network, { work }),
    history,
    spectra,
    coverage: frequencyCoverage(spectra, p),
    pureShare: living.filter(({ concentration }) => concentration > 0.95).length / living.length,
    // Where no neuron is left alive, nothing is known of phases.
    medianPhaseError: living.length === 0 ? Number.NaN : median(living.map(({ phaseError }) => phaseError)),
    flops: work.counted().flops,
  };
}

/** Weights drawn from N(0, 1/p), table by table. */
export function randomNetwork(k: number, p: number, width: number, random: RandomStream): AdditionNetwork {
  const draw = () => Float64Array.from({ length: p * width }, () => random.normal() / Math.sqrt(p));
  return { k, p, width, inputs: Array.from({ length: k }, draw), outputs: draw() };
}

/** Gradient and Adam state of one network, whose weights it changes in place. */
class Learner {
  readonly flopsPerStep: number;
  readonly #network: AdditionNetwork;
  readonly #lambda: number;
  readonly #tables: readonly Float64Array[];
  readonly #gradients: readonly Float64Array[];
  readonly #first: readonly Float64Array[];
  readonly #second: readonly Float64Array[];
  #steps = 0;

  constructor(network: AdditionNetwork, lambda: number) {
    const { k, p, width } = network;
    this.#network = network;
    this.#lambda = lambda;
    this.#tables = [...network.inputs, network.outputs];
    const like = () => this.#tables.map((table) => new Float64Array(table.length));
    [this.#gradients, this.#first, this.#second] = [like(), like(), like()];
    this.flopsPerStep = p ** k * width * (6 * p + 4 * k) + 14 * (k + 1) * p * width;
  }

  /** One step of Adam; returns the mean cross-entropy before it. */
  step(rate: number): number {
    for (const gradient of this.#gradients) gradient.fill(0);
    const loss = addLossGradient(this.#network, this.#gradients);
    this.#addNormGradient();
    this.#steps++;
    const [firstBias, secondBias] = [1 - 0.9 ** this.#steps, 1 - 0.98 ** this.#steps];
    this.#tables.forEach((table, t) => {
      const [gradient, first, second] = [this.#gradients[t], this.#first[t], this.#second[t]];
      for (let at = 0; at < table.length; at++) {
        const slope = gradient[at];
        first[at] += 0.1 * (slope - first[at]);
        second[at] += 0.02 * (slope * slope - second[at]);
        table[at] -= (rate * (first[at] / firstBias)) / (Math.sqrt(second[at] / secondBias) + 1e-8);
      }
    });
    return loss;
  }

  /** ∇λ‖θ‖_{2,k+1} = λ‖θ‖_{2,k+1}^{−k} ‖θ_i‖^{k−1} θ_i for the weights of neuron i. */
  #addNormGradient(): void {
    const { k, width } = this.#network;
    const norms = neuronNorms(this.#network);
    const norm = norms.reduce((sum, own) => sum + wholePower(own, k + 1), 0) ** (1 / (k + 1));
    const factors = norms.map((own) => (this.#lambda * wholePower(own, k - 1)) / wholePower(norm, k));
    this.#tables.forEach((table, t) => {
      const gradient = this.#gradients[t];
      for (let at = 0; at < table.length; at++) gradient[at] += factors[at % width] * table[at];
    });
  }
}

/**
 * Adds the gradient of the mean cross-entropy over all p^k inputs, table by table (k inputs, then the outputs). Returns the
 * mean cross-entropy.
 *
 * Forward and backward input by input, so that nothing but one hidden layer is held.
 */
export function addLossGradient(network: AdditionNetwork, gradients: readonly Float64Array[]): number {
  const { k, p, width, inputs, outputs } = network;
  const count = p ** k;
  const outputGradient = gradients[k];
  const [sums, hidden, back] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  const scores = new Float64Array(p);
  const digits = new Int32Array(k);
  let loss = 0;
  for (let input = 0; input < count; input++) {
    let label = 0;
    sums.fill(0);
    for (let j = 0, rest = input; j < k; j++) {
      digits[j] = rest % p;
      rest = Math.floor(rest / p);
      label += digits[j];
      const table = inputs[j];
      const at = digits[j] * width;
      for (let i = 0; i < width; i++) sums[i] += table[at + i];
    }
    label %= p;
    // The k-th power, and the slope k·s^{k−1} in the place of the sum.
    for (let i = 0; i < width; i++) {
      const sum = sums[i];
      const lower = k === 2 ? sum : k === 3 ? sum * sum : wholePower(sum, k - 1);
      hidden[i] = lower * sum;
      sums[i] = k * lower;
    }
    let highest = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < p; c++) {
      scores[c] = score(hidden, outputs, c * width);
      if (scores[c] > highest) highest = scores[c];
    }
    let total = 0;
    for (let c = 0; c < p; c++) total += Math.exp(scores[c] - highest);
    loss += Math.log(total) - (scores[label] - highest);
    back.fill(0);
    for (let c = 0; c < p; c++) {
      const slope = (Math.exp(scores[c] - highest) / total - (c === label ? 1 : 0)) / count;
      const at = c * width;
      for (let i = 0; i < width; i++) {
        back[i] += slope * outputs[at + i];
        outputGradient[at + i] += slope * hidden[i];
      }
    }
    for (let i = 0; i < width; i++) back[i] *= sums[i];
    for (let j = 0; j < k; j++) {
      const gradient = gradients[j];
      const at = digits[j] * width;
      for (let i = 0; i < width; i++) gradient[at + i] += back[i];
    }
  }
  return loss / count;
}

function requireTraining(
  k: number,
  p: number,
  options: { width: number; steps: number; lambda: number; learningRate: number },
): void {
  const { width, steps, lambda, learningRate } = options;
  for (const [name, value] of [
    ["width", width],
    ["steps", steps],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(
        `trainNetwork: expected ${name} to be a whole number ≥ 1, got ${value}; leave it out for the default.`,
      );
    }
  }
  if (!(lambda >= 0 && Number.isFinite(lambda) && learningRate > 0 && Number.isFinite(learningRate))) {
    throw new RangeError(
      `trainNetwork: expected lambda ≥ 0 and a learning rate above 0, got ${lambda} and ${learningRate}; 1e-4 and 5e-3 are the defaults.`,
    );
  }
  const flops = p ** k * width * (6 * p + 4 * k) * steps;
  if (flops > largestWork) {
    throw new LimitError(
      "trainNetwork",
      largestWork,
      flops,
      "operations",
      "take fewer steps, digits or neurons",
    );
  }
}
