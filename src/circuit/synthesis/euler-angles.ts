import type { ComplexMatrix } from "../complex-matrix.ts";

/** A one-qubit gate as e^{iγ} u(θ, φ, λ). */
export interface EulerAngles {
  readonly theta: number;
  readonly phi: number;
  readonly lambda: number;
  readonly gamma: number;
}

/**
 * Writes a unitary 2 × 2 matrix as e^{iγ} u(θ, φ, λ).
 *
 * Formula: θ = 2·atan2(|m₁₀|, |m₀₀|); γ and γ + φ are the phases of m₀₀ and m₁₀, and λ comes from the larger of m₁₁ and
 * m₀₁, so that the phase of an entry that is all rounding spoils no other.
 */
export function eulerAngles({ re, im }: ComplexMatrix): EulerAngles {
  const angle = (k: number) => Math.atan2(im[k], re[k]);
  const cosine = Math.hypot(re[0], im[0]);
  const sine = Math.hypot(re[2], im[2]);
  const theta = 2 * Math.atan2(sine, cosine);
  const gamma = angle(0);
  const phi = angle(2) - gamma;
  const lambda = cosine >= sine ? angle(3) - gamma - phi : angle(1) + Math.PI - gamma;
  return { theta, phi, lambda, gamma };
}
