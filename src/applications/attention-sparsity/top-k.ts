import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";

/** Attention by the k largest weights, beside all of them. */
export interface TopKResult {
  /** Σ_top u_i v_i / Σ_top u_i. */
  readonly output: Float64Array;
  /** Σ u_i v_i. */
  readonly exact: Float64Array;
  /** The largest |difference| of an entry. */
  readonly absoluteError: number;
  /** ‖difference‖/‖exact‖; infinite for an exact output of zero that is missed. */
  readonly relativeError: number;
  /** The total variation distance to the renormalised weights: the mass that was left out. */
  readonly totalVariation: number;
}

/**
 * Keeps the k largest weights of a row, renormalises them and applies them to the values.
 *
 * All three errors are reported because they tell different stories: with k = n^C the absolute error falls with n, as the
 * exact output itself does, while the relative error and the total variation rise.
 *
 * Errors: RangeError for weights that are negative or do not add up to 1, a k outside 1 … n, or values of another length.
 *
 * @example topK({ weights: [0.7, 0.2, 0.1], values: [[1], [0], [0]], k: 1 }).totalVariation // 0.3
 */
export function topK(options: {
  readonly weights: ArrayLike<number>;
  readonly values: MatrixInput;
  readonly k: number;
}): TopKResult {
  const { weights, k } = options;
  const values = asMatrix(options.values, "values");
  const n = weights.length;
  if (values.rows !== n) {
    throw new RangeError(
      `topK: expected a row of values for each of ${n} weights, got ${values.rows}; weight i belongs to row i.`,
    );
  }
  if (!Number.isInteger(k) || k < 1 || k > n) {
    throw new RangeError(
      `topK: expected k to be a whole number from 1 to ${n}, got ${k}; ${n} keeps everything.`,
    );
  }
  const total = Array.from(weights).reduce((sum, weight) => sum + (weight >= 0 ? weight : Number.NaN), 0);
  if (!(Math.abs(total - 1) < 1e-9)) {
    throw new RangeError(
      `topK: expected weights ≥ 0 that add up to 1, got a sum of ${total}; pass the softmax of a row.`,
    );
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((a, b) => weights[b] - weights[a] || a - b);
  const columns = values.columns;
  const [output, exact] = [new Float64Array(columns), new Float64Array(columns)];
  let kept = 0;
  order.forEach((i, place) => {
    const row = values.row(i);
    if (place === k) output.set(exact);
    if (place < k) kept += weights[i];
    for (let c = 0; c < columns; c++) exact[c] += weights[i] * row[c];
  });
  if (k === n) output.set(exact);
  let [largest, square, norm] = [0, 0, 0];
  for (let c = 0; c < columns; c++) {
    output[c] /= kept;
    exact[c] /= total;
    const difference = output[c] - exact[c];
    largest = Math.max(largest, Math.abs(difference));
    square += difference ** 2;
    norm += exact[c] ** 2;
  }
  return {
    output,
    exact,
    absoluteError: largest,
    relativeError: square === 0 ? 0 : Math.sqrt(square / norm),
    totalVariation: Math.max(0, 1 - kept / total),
  };
}
