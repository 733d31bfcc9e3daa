import { type ComplexMatrix, multiply, zeroMatrix } from "../../circuit/complex-matrix.ts";
import { singularValues, squareRoot } from "./hermitian-spectrum.ts";
import { isPure, type QuantumState, qubitsOf, requireState } from "./quantum-state.ts";

/**
 * The concurrence of two qubits: 0 exactly for states that are not entangled, 1 for Bell states.
 *
 * max(0, λ₁ − λ₂ − λ₃ − λ₄), λ the singular values of (√ρ)ᵀ (Y ⊗ Y) √ρ in descending order; of a pure state 2|ψ₀ψ₃ − ψ₁ψ₂|.
 *
 * Errors: RangeError for states of other than two qubits (take two with `reducedDensity`).
 *
 * @example concurrence(simulate(new Circuit(2).h(0).cx(0, 1))) // 1
 *
 * Source: Wootters, Phys. Rev. Lett. 80, 1998.
 */
export function concurrence(state: QuantumState): number {
  requireState("concurrence", state);
  if (qubitsOf(state) !== 2) {
    throw new RangeError(
      `concurrence: expected a state of 2 qubits, got ${qubitsOf(state)}; take two of them with reducedDensity.`,
    );
  }
  const { re, im } = state;
  if (isPure(state)) {
    const real = re[0] * re[3] - im[0] * im[3] - (re[1] * re[2] - im[1] * im[2]);
    const imaginary = re[0] * im[3] + im[0] * re[3] - (re[1] * im[2] + im[1] * re[2]);
    return Math.min(1, 2 * Math.hypot(real, imaginary));
  }
  const root = squareRoot("concurrence", state);
  const [most, ...rest] = singularValues("concurrence", multiply(transpose(root), flipped(root)));
  return Math.min(
    1,
    Math.max(
      0,
      rest.reduce((left, value) => left - value, most),
    ),
  );
}

/** (Y ⊗ Y) m: rows in reverse order, the outer two with a minus sign. */
function flipped({ size, re, im }: ComplexMatrix): ComplexMatrix {
  const result = zeroMatrix(size);
  for (let r = 0; r < size; r++) {
    const sign = r === 0 || r === 3 ? -1 : 1;
    for (let c = 0; c < size; c++) {
      result.re[r * size + c] = sign * re[(3 - r) * size + c];
      result.im[r * size + c] = sign * im[(3 - r) * size + c];
    }
  }
  return result;
}

function transpose({ size, re, im }: ComplexMatrix): ComplexMatrix {
  const result = zeroMatrix(size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      result.re[c * size + r] = re[r * size + c];
      result.im[c * size + r] = im[r * size + c];
    }
  }
  return result;
}
