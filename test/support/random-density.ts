import { adjoint, type ComplexMatrix, multiply, zeroMatrix } from "../../src/circuit/complex-matrix.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";

/** A density matrix G G†/tr of a Gaussian matrix G with so many columns (its rank; default full). */
export function randomDensity(qubits: number, random: RandomStream, rank = 2 ** qubits): ComplexMatrix {
  const root = zeroMatrix(2 ** qubits);
  for (let r = 0; r < root.size; r++) {
    for (let c = 0; c < rank; c++) {
      root.re[r * root.size + c] = random.normal();
      root.im[r * root.size + c] = random.normal();
    }
  }
  const density = multiply(root, adjoint(root));
  const trace = traceOf(density)[0];
  return { size: density.size, re: density.re.map((x) => x / trace), im: density.im.map((x) => x / trace) };
}

/** The trace of a matrix, as (real part, imaginary part). */
export function traceOf({ size, re, im }: ComplexMatrix): readonly [re: number, im: number] {
  let [real, imaginary] = [0, 0];
  for (let k = 0; k < size; k++) {
    real += re[k * size + k];
    imaginary += im[k * size + k];
  }
  return [real, imaginary];
}
