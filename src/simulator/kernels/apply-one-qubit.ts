import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import type { Amplitudes } from "../amplitudes.ts";
import type { Subspace } from "./subspace.ts";

/** Applies a 2 × 2 matrix to the pairs of amplitudes that differ in one bit. */
export function applyOneQubit(state: Amplitudes, target: number, matrix: ComplexMatrix, on: Subspace): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  const [a, b, c, d] = matrix.re;
  const [ai, bi, ci, di] = matrix.im;
  const bit = 1 << target;
  let rest = 0;
  do {
    const i = rest | base;
    const j = i | bit;
    const x = re[i];
    const xi = im[i];
    const y = re[j];
    const yi = im[j];
    re[i] = a * x - ai * xi + b * y - bi * yi;
    im[i] = a * xi + ai * x + b * yi + bi * y;
    re[j] = c * x - ci * xi + d * y - di * yi;
    im[j] = c * xi + ci * x + d * yi + di * y;
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
