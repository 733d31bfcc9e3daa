import type { RandomStream } from "../../random/random-stream.ts";

/** What is kept of keys and values between the passes. */
export interface AttentionState {
  /** Numbers held while keys and values pass. */
  readonly words: number;
  /** Numbers held beside them once they have passed; 0 where the state itself is used. */
  readonly closedWords: number;
  /** Operations of one row. */
  readonly addFlops: number;
  /** Adds the features u of a key, and its value. */
  add(features: Float64Array, value: ArrayLike<number>): void;
  close(): ClosedState;
}

/** The state once all keys and values have passed. */
export interface ClosedState {
  /** Operations of closing it. */
  readonly flops: number;
  /** Writes (uᵀS)/⟨u, s⟩; NaN where the denominator is not positive and finite. */
  apply(features: Float64Array, output: Float64Array): void;
}

/** The exact state: s = Σ u and S = Σ u vᵀ, t(d + 1) words. */
export function exactState(rank: number, width: number): AttentionState {
  const sums = new Float64Array(rank);
  const moments = new Float64Array(rank * width);
  return {
    words: rank * (width + 1),
    closedWords: 0,
    addFlops: rank * (1 + 2 * width),
    add(features, value) {
      for (let k = 0; k < rank; k++) {
        const feature = features[k];
        sums[k] += feature;
        for (let c = 0; c < width; c++) moments[k * width + c] += feature * value[c];
      }
    },
    close: () => ({
      flops: 0,
      apply: (features, output) => divided(features, sums, moments, output),
    }),
  };
}

/**
 * The state of the paper: S is replaced by (ΨU)ᵀ(ΨV), Ψ of m2 rows with entries ±1/√m2; s is exact.
 *
 * m2(t + d) + t words. E (ΨU)ᵀ(ΨV) = UᵀV, but its standard deviation is of the order ‖U_k‖‖V_c‖/√m2: with n rows of one size that is
 * n/√m2, while the entries of UᵀV, sums of signs, are often of the order √n.
 */
export function sketchedState(options: {
  readonly rank: number;
  readonly width: number;
  readonly m2: number;
  readonly random: RandomStream;
}): AttentionState {
  const { rank, width, m2, random } = options;
  const sums = new Float64Array(rank);
  const [keys, values] = [new Float64Array(m2 * rank), new Float64Array(m2 * width)];
  const scale = 1 / Math.sqrt(m2);
  return {
    words: m2 * (rank + width) + rank,
    closedWords: rank * (width + 1),
    addFlops: rank + 2 * m2 * (rank + width),
    add(features, value) {
      for (let k = 0; k < rank; k++) sums[k] += features[k];
      let bits = 0;
      for (let r = 0; r < m2; r++) {
        if (r % 32 === 0) bits = random.bits32();
        const sign = (bits & 1) === 1 ? scale : -scale;
        bits >>>= 1;
        for (let k = 0; k < rank; k++) keys[r * rank + k] += sign * features[k];
        for (let c = 0; c < width; c++) values[r * width + c] += sign * value[c];
      }
    },
    close() {
      const moments = new Float64Array(rank * width);
      for (let r = 0; r < m2; r++) {
        for (let k = 0; k < rank; k++) {
          const entry = keys[r * rank + k];
          for (let c = 0; c < width; c++) moments[k * width + c] += entry * values[r * width + c];
        }
      }
      return {
        flops: 2 * m2 * rank * width,
        apply: (features, output) => divided(features, sums, moments, output),
      };
    },
  };
}

function divided(
  features: Float64Array,
  sums: Float64Array,
  moments: Float64Array,
  output: Float64Array,
): void {
  const width = output.length;
  output.fill(0);
  let total = 0;
  for (let k = 0; k < features.length; k++) {
    const feature = features[k];
    total += feature * sums[k];
    for (let c = 0; c < width; c++) output[c] += feature * moments[k * width + c];
  }
  const isUsable = total > 0 && total < Number.POSITIVE_INFINITY;
  for (let c = 0; c < width; c++) output[c] = isUsable ? output[c] / total : Number.NaN;
}
