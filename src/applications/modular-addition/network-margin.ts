import { LimitError } from "../../errors/limit-error.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { WorkCount } from "../work-count.ts";
import { type AdditionNetwork, hiddenLayer, networkNormPower, score } from "./addition-network.ts";
import { largestMargin } from "./largest-margin.ts";

/** The most products of weights that a margin is worked out with: some seconds. */
const largestWork = 2 ** 32;

/** How far the right label is ahead, over all p^k inputs. */
export interface NetworkMargin {
  /** h, the least margin f[c*] − max_{c≠c*} f[c]. */
  readonly least: number;
  /** The largest margin over the inputs. */
  readonly largest: number;
  /** h/‖θ‖_{2,k+1}^{k+1}. */
  readonly normalised: number;
  /** The normalised margin over γ*; at most 1 for any weights. */
  readonly ratio: number;
  /** The largest difference between two wrong labels of one input, over the largest margin. */
  readonly tie: number;
  /** The share of inputs whose highest score is the right label. */
  readonly accuracy: number;
}

/** Over which inputs a margin is taken, and where the operations are counted. */
export interface NetworkMarginOptions {
  /** Looks at some inputs only, drawn independently (default: at all p^k). The least margin over them bounds h from above. */
  readonly sample?: { readonly inputs: number; readonly random: RandomStream };
  readonly work?: WorkCount;
}

/**
 * Works out the margin of a network by brute force: all p^k inputs, all p labels.
 *
 * Flops: (2k − 1 + 2p)·m for each input.
 * Errors: LimitError beyond 2^32 of them, before anything is computed.
 *
 * @example networkMargin(fourierNetwork({ k: 2, p: 7 }).network).ratio // 1
 */
export function networkMargin(network: AdditionNetwork, options: NetworkMarginOptions = {}): NetworkMargin {
  const { k, p, width, outputs } = network;
  const { sample, work } = options;
  const inputs = sample?.inputs ?? p ** k;
  const flops = inputs * (2 * k - 1 + 2 * p) * width;
  if (flops > largestWork) {
    throw new LimitError("networkMargin", largestWork, flops, "operations", "look at a sample of the inputs");
  }
  work?.spend(flops);
  work?.hold(width + p);
  const digits = new Int32Array(k);
  const hidden = new Float64Array(width);
  const scores = new Float64Array(p);
  const state = { least: Number.POSITIVE_INFINITY, largest: Number.NEGATIVE_INFINITY, spread: 0, right: 0 };
  for (let input = 0; input < inputs; input++) {
    let label = 0;
    for (let j = 0, rest = input; j < k; j++) {
      digits[j] = sample === undefined ? rest % p : sample.random.integer(p);
      rest = Math.floor(rest / p);
      label += digits[j];
    }
    label %= p;
    hiddenLayer(network, digits, hidden);
    for (let c = 0; c < p; c++) scores[c] = score(hidden, outputs, c * width);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let c = 0; c < p; c++) {
      if (c === label) continue;
      low = Math.min(low, scores[c]);
      high = Math.max(high, scores[c]);
    }
    const margin = scores[label] - high;
    state.least = Math.min(state.least, margin);
    state.largest = Math.max(state.largest, margin);
    state.spread = Math.max(state.spread, high - low);
    if (margin > 0) state.right++;
  }
  work?.release(width + p);
  const normalised = state.least / networkNormPower(network);
  return {
    least: state.least,
    largest: state.largest,
    normalised,
    ratio: normalised / largestMargin(k, p),
    tie: state.spread / Math.abs(state.largest),
    accuracy: state.right / inputs,
  };
}
