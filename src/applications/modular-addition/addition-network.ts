import type { Ledger } from "../../oracles/ledger.ts";
import type { WorkCount } from "../work-count.ts";

/**
 * A network f[c] = Σ_i (u_{i,1}(a_1) + … + u_{i,k}(a_k))^k w_i(c) that scores the labels c of Z_p for k digits a.
 *
 * Neurons are the fast index: u_{i,j}(a) is `inputs[j][a·width + i]` and w_i(c) is `outputs[c·width + i]`.
 */
export interface AdditionNetwork {
  readonly k: number;
  readonly p: number;
  /** m, the number of neurons. */
  readonly width: number;
  /** u_j for each digit j, p × width numbers. */
  readonly inputs: readonly Float64Array[];
  /** w, p × width numbers. */
  readonly outputs: Float64Array;
}

/**
 * The scores of all p labels for one input.
 *
 * Queries: (k + p)·m weights. Flops: (2k − 1 + 2p)·m.
 * Errors: RangeError for digits that are not k whole numbers from 0 to p − 1.
 */
export function networkScores(
  network: AdditionNetwork,
  digits: readonly number[],
  bill: { readonly ledger?: Ledger; readonly work?: WorkCount } = {},
): Float64Array {
  const { k, p, width, outputs } = network;
  requireDigits("networkScores", digits, p, k);
  const read = { oracle: "weights", access: "classical", unit: "entry", use: "read" } as const;
  bill.ledger?.charge({ ...read, count: (k + p) * width });
  bill.work?.spend((2 * k - 1 + 2 * p) * width);
  bill.work?.holding(width + p, () => {});
  const hidden = new Float64Array(width);
  hiddenLayer(network, digits, hidden);
  const scores = new Float64Array(p);
  for (let c = 0; c < p; c++) scores[c] = score(hidden, outputs, c * width);
  return scores;
}

/** Σ_i hidden_i · outputs_{at + i}, in four running sums: one alone would wait for each addition. */
export function score(hidden: Float64Array, outputs: Float64Array, at: number): number {
  const width = hidden.length;
  const even = width - (width % 4);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < even; i += 4) {
    first += hidden[i] * outputs[at + i];
    second += hidden[i + 1] * outputs[at + i + 1];
    third += hidden[i + 2] * outputs[at + i + 2];
    fourth += hidden[i + 3] * outputs[at + i + 3];
  }
  for (let i = even; i < width; i++) first += hidden[i] * outputs[at + i];
  return first + second + (third + fourth);
}

/** Writes (Σ_j u_{i,j}(a_j))^k of every neuron i to `hidden`. */
export function hiddenLayer(
  { k, width, inputs }: AdditionNetwork,
  digits: ArrayLike<number>,
  hidden: Float64Array,
): void {
  hidden.fill(0);
  for (let j = 0; j < k; j++) {
    const table = inputs[j];
    const at = digits[j] * width;
    for (let i = 0; i < width; i++) hidden[i] += table[at + i];
  }
  for (let i = 0; i < width; i++) hidden[i] = wholePower(hidden[i], k);
}

/** x^k for a small whole k, by multiplications. */
export function wholePower(x: number, k: number): number {
  let power = x;
  for (let j = 1; j < k; j++) power *= x;
  return power;
}

/** ‖θ_i‖, the norm of all weights of each neuron. */
export function neuronNorms({ width, inputs, outputs }: AdditionNetwork): Float64Array {
  const squares = new Float64Array(width);
  for (const table of [...inputs, outputs]) {
    for (let at = 0; at < table.length; at++) squares[at % width] += table[at] * table[at];
  }
  return squares.map(Math.sqrt);
}

/** ‖θ‖_{2,k+1}^{k+1} = Σ_i ‖θ_i‖^{k+1}: the margin over it does not depend on the scale of the weights. */
export function networkNormPower(network: AdditionNetwork): number {
  return neuronNorms(network).reduce((sum, norm) => sum + wholePower(norm, network.k + 1), 0);
}

/** Throws a RangeError unless the digits are `count` whole numbers from 0 to p − 1. */
export function requireDigits(subject: string, digits: readonly number[], p: number, count: number): void {
  if (digits.length !== count || digits.some((a) => !Number.isInteger(a) || a < 0 || a >= p)) {
    throw new RangeError(
      `${subject}: expected ${count} digits from 0 to ${p - 1}, got ${JSON.stringify(digits)}; reduce them modulo ${p}.`,
    );
  }
}
