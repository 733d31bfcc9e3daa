import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { requireSize } from "../../matrix/generators/require-size.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { softmax } from "../softmax-weights.ts";

/** A two-layer network F_l(x) = m⟨a_l, softmax(Wᵀx)⟩; only W is trained. */
export interface SoftmaxNetwork {
  /** The columns w_r of W as rows: m × d. */
  readonly weights: DenseMatrix;
  /** a_{l,r} = ±1: d_out × m. */
  readonly signs: DenseMatrix;
}

/** The network on all data. */
export interface NetworkOutputs {
  /** F_l(x_i), d_out × n. */
  readonly outputs: DenseMatrix;
  /** m S_r (a_{l,r} − ⟨a_l, S⟩) in row l·n + i: times x_i the gradient of F_l(x_i) in w_r. */
  readonly slopes: DenseMatrix;
}

/**
 * Draws weights N(0, σ²) in equal pairs with opposite signs, so that F = 0 at the start.
 *
 * Unpaired weights start with |F| of the order √m.
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1, an odd m, or a σ that is negative or not finite.
 */
export function pairedNetwork(
  options: { readonly d: number; readonly m: number; readonly outputs: number; readonly sigma?: number },
  random: RandomStream,
): SoftmaxNetwork {
  const { d, m, outputs, sigma = 1 } = options;
  requireSize("pairedNetwork", "d", d);
  requireSize("pairedNetwork", "m", m, 2);
  requireSize("pairedNetwork", "outputs", outputs);
  if (m % 2 !== 0) {
    throw new RangeError(`pairedNetwork: expected an even m, got ${m}; neurons come in pairs.`);
  }
  if (!(sigma >= 0 && Number.isFinite(sigma))) {
    throw new RangeError(`pairedNetwork: expected a finite σ ≥ 0, got ${sigma}; 1 is usual.`);
  }
  const weights = new DenseMatrix(m, d, new Float64Array(m * d));
  const signs = new DenseMatrix(outputs, m, new Float64Array(outputs * m));
  for (let r = 0; r < m; r += 2) {
    const first = weights.row(r);
    for (let k = 0; k < d; k++) first[k] = sigma * random.normal();
    weights.row(r + 1).set(first);
    for (let l = 0; l < outputs; l++) {
      const sign = random.uniform() < 0.5 ? 1 : -1;
      signs.row(l)[r] = sign;
      signs.row(l)[r + 1] = -sign;
    }
  }
  return { weights, signs };
}

/** Evaluates the network and its slopes: n(2md + 4m + 5m d_out) flops. The row maximum is taken off in the softmax. */
export function networkOutputs({ weights, signs }: SoftmaxNetwork, X: DenseMatrix): NetworkOutputs {
  const [n, d, m, count] = [X.rows, X.columns, weights.rows, signs.rows];
  const outputs = new DenseMatrix(count, n, new Float64Array(count * n));
  const slopes = new DenseMatrix(count * n, m, new Float64Array(count * n * m));
  const logits = new Float64Array(m);
  for (let i = 0; i < n; i++) {
    for (let r = 0; r < m; r++) {
      let sum = 0;
      for (let k = 0; k < d; k++) sum += weights.data[r * d + k] * X.data[i * d + k];
      logits[r] = sum;
    }
    const S = softmax(logits);
    for (let l = 0; l < count; l++) {
      const a = signs.row(l);
      let mean = 0;
      // Pair by pair, so that equal weights of opposite signs cancel without rounding.
      for (let r = 0; r + 1 < m; r += 2) mean += a[r] * S[r] + a[r + 1] * S[r + 1];
      outputs.row(l)[i] = m * mean;
      const slope = slopes.row(l * n + i);
      for (let r = 0; r < m; r++) slope[r] = m * S[r] * (a[r] - mean);
    }
  }
  return { outputs, slopes };
}

/** ∇L in W, as rows: ∂L/∂w_r = Σ_{l,i} (F_l(x_i) − y_{l,i}) slope_{li,r} x_i; residuals in the order l·n + i. */
export function networkGradient(X: DenseMatrix, slopes: DenseMatrix, residuals: Float64Array): DenseMatrix {
  const [n, d, m] = [X.rows, X.columns, slopes.columns];
  const gradient = new DenseMatrix(m, d, new Float64Array(m * d));
  for (let e = 0; e < residuals.length; e++) {
    const x = X.row(e % n);
    const slope = slopes.row(e);
    for (let r = 0; r < m; r++) {
      const by = residuals[e] * slope[r];
      for (let k = 0; k < d; k++) gradient.data[r * d + k] += by * x[k];
    }
  }
  return gradient;
}

/** H_{(l,i),(l',j)} = (1/m)⟨x_i, x_j⟩ Σ_r slope_{li,r} slope_{l'j,r}; n d_out × n d_out, symmetric, no negative eigenvalue. */
export function tangentKernel(X: DenseMatrix, slopes: DenseMatrix): DenseMatrix {
  const [n, size, m] = [X.rows, slopes.rows, slopes.columns];
  const kernel = new DenseMatrix(size, size, new Float64Array(size * size));
  for (let e = 0; e < size; e++) {
    for (let f = 0; f <= e; f++) {
      const value = (inner(X.row(e % n), X.row(f % n)) * inner(slopes.row(e), slopes.row(f))) / m;
      kernel.row(e)[f] = value;
      kernel.row(f)[e] = value;
    }
  }
  return kernel;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}
