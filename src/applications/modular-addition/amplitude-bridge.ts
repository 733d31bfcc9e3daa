import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { AdditionNetwork } from "./addition-network.ts";
import { networkScores } from "./addition-network.ts";
import { digitOracle } from "./digit-oracle.ts";
import { fourierSum } from "./fourier-sum.ts";
import { largestMargin } from "./largest-margin.ts";

/** How the amplitudes of the adder are compared with the scores of a network. */
export interface AmplitudeBridgeOptions {
  /** Most inputs that are looked at (default 2401); above it that many are drawn from the stream. */
  readonly inputs?: number;
  readonly random: RandomStream;
}

/** How well amplitudes and scores agree. */
export interface AmplitudeBridge {
  /** The largest |amplitude of c − (2f(a, c) + 1)/p| over inputs a and labels c. */
  readonly error: number;
  readonly inputs: number;
  /** Whether all p^k inputs were looked at. */
  readonly complete: boolean;
}

/**
 * Compares the state of the Fourier adder before measurement with the scores of a network of margin γ*.
 *
 * With f(a, c) = Σ_{ζ=1}^{(p−1)/2} cos(2πζ(Σa − c)/p) the amplitude of c is (2f + 1)/p. The network's score is γ* over p/2,
 * times f when ‖θ‖_{2,k+1} = 1, so f is read off the network and not computed again. A structural identity, not an advantage.
 *
 * @example amplitudeBridge(fourierNetwork({ k: 3, p: 7 }).network, { random: seededRandom(7) }).error // about 1e-15
 *
 * Source: derived.
 */
export function amplitudeBridge(network: AdditionNetwork, options: AmplitudeBridgeOptions): AmplitudeBridge {
  const { k, p } = network;
  const { random, inputs: most = 2401 } = options;
  const all = p ** k;
  const isComplete = all <= most;
  const inputs = isComplete ? all : most;
  const scale = p / 2 / largestMargin(k, p);
  let error = 0;
  for (let input = 0; input < inputs; input++) {
    const digits = Array.from({ length: k }, (_, j) =>
      isComplete ? Math.floor(input / p ** j) % p : random.integer(p),
    );
    const { state } = fourierSum(digitOracle(digits, { modulus: p, ledger: new Ledger() }));
    const scores = networkScores(network, digits);
    for (let c = 0; c < p; c++) {
      const [re, im] = state.amplitude(c);
      error = Math.max(error, Math.hypot(re - (2 * scale * scores[c] + 1) / p, im));
    }
  }
  return { error, inputs, complete: isComplete };
}
