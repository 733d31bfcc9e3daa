import {
  type Circuit,
  DenseMatrix,
  reducedDensity,
  simulate,
  symmetricEigenvalues,
} from "../../src/index.ts";
import type { SpectrumExpectation } from "../program.ts";
import { type Comparison, compareExactly } from "./comparison.ts";

/** Puts the eigenvalues of a reduced state beside expected ones. */
export function compareSpectrum(circuit: Circuit, { qubits, values }: SpectrumExpectation): Comparison {
  const { size, re, im } = reducedDensity(simulate(circuit), qubits);
  // A + iB Hermitian has the eigenvalues of the real symmetric [[A, −B], [B, A]], each twice.
  const real = new Float64Array(4 * size * size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      const k = r * size + c;
      real[2 * size * r + c] = real[2 * size * (r + size) + c + size] = re[k];
      real[2 * size * r + c + size] = -im[k];
      real[2 * size * (r + size) + c] = im[k];
    }
  }
  const eigenvalues = [...symmetricEigenvalues(new DenseMatrix(2 * size, 2 * size, real))]
    .sort((a, b) => b - a)
    .filter((_, k) => k % 2 === 0);
  return compareExactly(
    eigenvalues.map((value, k) => ({
      label: `eigenvalue ${k + 1}`,
      expected: [values[k] ?? 0, 0],
      obtained: [value, 0],
    })),
  );
}
