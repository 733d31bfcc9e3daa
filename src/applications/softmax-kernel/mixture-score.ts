import { product } from "../../matrix/algebra/product.ts";
import { pseudoInverse } from "../../matrix/algebra/pseudo-inverse.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { requireSize } from "../../matrix/generators/require-size.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { networkOutputs, pairedNetwork, tangentKernel } from "./softmax-network.ts";

/** The score of a noisy mixture on the line, learned by regression with the tangent kernel. */
export interface MixtureScore {
  readonly n: number;
  /** Root mean square error of the learned E[x_0 | x_t] over fresh points, and of the score made of it. */
  readonly meanError: number;
  readonly scoreError: number;
  /** The error of answering the mean of x_0, which is 0, everywhere. */
  readonly trivialError: number;
}

/**
 * Learns E[x_0 | x_t] from n noisy points of a mixture of two Gaussians on the line, N(±1, 0.2²), x_t = x_0 + 0.5 z, by kernel ridge
 * regression with the tangent kernel of a softmax network at its start.
 *
 * The score is (E[x_0 | x_t] − x_t)/0.5². The exact posterior mean is known here, so the error is measured against it. A toy: one
 * dimension, one noise level, no sampling.
 *
 * Errors: RangeError for an n that is not from 2 to 2000, or an odd m.
 *
 * Source: the setting after arXiv:2405.03251; the toy is derived.
 */
export function mixtureScore({
  n,
  m,
  random,
}: {
  readonly n: number;
  readonly m: number;
  readonly random: RandomStream;
}): MixtureScore {
  requireSize("mixtureScore", "n", n, 2, 2000);
  const fresh = 200;
  const [spread, noise] = [0.2, 0.5];
  const draw = random.split("points");
  const total = n + fresh;
  const [clean, noisy] = [new Float64Array(total), new Float64Array(total)];
  for (let i = 0; i < total; i++) {
    clean[i] = (draw.uniform() < 0.5 ? -1 : 1) + spread * draw.normal();
    noisy[i] = clean[i] + noise * draw.normal();
  }
  // A second, constant entry lets the kernel tell points on one line through 0 apart.
  const X = new DenseMatrix(total, 2, new Float64Array(2 * total));
  for (let i = 0; i < total; i++) {
    const length = Math.hypot(noisy[i], 1);
    X.row(i).set([noisy[i] / length, 1 / length]);
  }
  const network = pairedNetwork({ d: 2, m, outputs: 1, sigma: 2 }, random.split("network"));
  const kernel = tangentKernel(X, networkOutputs(network, X).slopes);
  const block = (from: number, rows: number) =>
    new DenseMatrix(
      rows,
      n,
      Float64Array.from({ length: rows * n }, (_, at) => kernel.at(from + Math.floor(at / n), at % n)),
    );
  const ridged = block(0, n);
  const variance = noise * noise;
  for (let i = 0; i < n; i++) ridged.row(i)[i] += variance;
  const coefficients = product(pseudoInverse(ridged), new DenseMatrix(n, 1, clean.slice(0, n)));
  const learned = product(block(n, fresh), coefficients).data;
  let [error, trivial] = [0, 0];
  learned.forEach((value, i) => {
    const exact = posteriorMean(noisy[n + i], spread, noise);
    error += (value - exact) ** 2 / fresh;
    trivial += exact ** 2 / fresh;
  });
  return {
    n,
    meanError: Math.sqrt(error),
    scoreError: Math.sqrt(error) / variance,
    trivialError: Math.sqrt(trivial),
  };
}

/** E[x_0 | x_t = x] of ½N(−1, s²) + ½N(1, s²) with noise t: Σ_± w_± (±t² + s²x)/(s² + t²), w_+ = 1/(1 + e^{−2x/(s² + t²)}). */
export function posteriorMean(x: number, spread: number, noise: number): number {
  const total = spread ** 2 + noise ** 2;
  return (noise ** 2 * Math.tanh(x / total) + spread ** 2 * x) / total;
}
