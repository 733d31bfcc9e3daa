import { adjoint, type ComplexMatrix, multiply, zeroMatrix } from "../../src/circuit/complex-matrix.ts";
import type { NoiseModel } from "../../src/simulator/noise/noise-model.ts";

/** (1 − p) ρ + p · 1/2^k ⊗ tr_k ρ, entry by entry. */
export function denseDepolarizing(
  density: ComplexMatrix,
  p: number,
  qubits: readonly number[],
): ComplexMatrix {
  const { size } = density;
  const mask = qubits.reduce((sum, qubit) => sum | (1 << qubit), 0);
  const result = zeroMatrix(size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      const at = r * size + c;
      let [re, im] = [0, 0];
      if (((r ^ c) & mask) === 0) {
        for (let s = 0; s < size; s++) {
          if ((s & ~mask) !== 0) continue;
          const from = ((r & ~mask) | s) * size + ((c & ~mask) | s);
          re += density.re[from] / 2 ** qubits.length;
          im += density.im[from] / 2 ** qubits.length;
        }
      }
      result.re[at] = (1 - p) * density.re[at] + p * re;
      result.im[at] = (1 - p) * density.im[at] + p * im;
    }
  }
  return result;
}

/** Σ K ρ K† with real one-qubit operators written out on all qubits. */
export function denseKraus(
  density: ComplexMatrix,
  operators: readonly (readonly [number, number, number, number])[],
  qubit: number,
): ComplexMatrix {
  const result = zeroMatrix(density.size);
  for (const operator of operators) {
    const wide = zeroMatrix(density.size);
    for (let r = 0; r < wide.size; r++) {
      for (let c = 0; c < wide.size; c++) {
        if (((r ^ c) & ~(1 << qubit)) !== 0) continue;
        wide.re[r * wide.size + c] = operator[2 * ((r >> qubit) & 1) + ((c >> qubit) & 1)];
      }
    }
    const term = multiply(multiply(wide, density), adjoint(wide));
    for (let k = 0; k < term.re.length; k++) {
      result.re[k] += term.re[k];
      result.im[k] += term.im[k];
    }
  }
  return result;
}

/** What a noise model does after a gate, from the definitions. */
export function denseNoise(
  before: ComplexMatrix,
  noise: NoiseModel,
  qubits: readonly number[],
): ComplexMatrix {
  const { depolarizing = 0, amplitudeDamping: gamma = 0, phaseDamping: lambda = 0 } = noise;
  const rates =
    typeof depolarizing === "object" ? depolarizing : { oneQubit: depolarizing, twoQubit: depolarizing };
  let density = denseDepolarizing(before, qubits.length === 1 ? rates.oneQubit : rates.twoQubit, qubits);
  for (const qubit of qubits) {
    density = denseKraus(
      density,
      [
        [1, 0, 0, Math.sqrt(1 - gamma)],
        [0, Math.sqrt(gamma), 0, 0],
      ],
      qubit,
    );
    density = denseKraus(
      density,
      [
        [1, 0, 0, Math.sqrt(1 - lambda)],
        [0, 0, 0, Math.sqrt(lambda)],
      ],
      qubit,
    );
  }
  return density;
}
