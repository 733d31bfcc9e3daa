import { hashedNumber } from "./hashed-number.ts";

/** Two figures of a final state that all simulators must agree on. */
export interface Checksum {
  /** Σ |ψ_k|². */
  readonly norm: number;
  /** |Σ r_k ψ_k| with fixed numbers r_k: it sees every amplitude, and no global phase. */
  readonly checksum: number;
}

const stream = 0x9e3779b9;

/** Computes the checksum of a state, in double precision. */
export function checksum(re: ArrayLike<number>, im: ArrayLike<number>): Checksum {
  let norm = 0;
  let x = 0;
  let y = 0;
  for (let k = 0; k < re.length; k++) {
    const [a, b] = [hashedNumber(k, stream), hashedNumber(k, stream + 1)];
    norm += re[k] * re[k] + im[k] * im[k];
    x += a * re[k] - b * im[k];
    y += a * im[k] + b * re[k];
  }
  return { norm, checksum: Math.hypot(x, y) };
}
