import type { ComplexMatrix } from "../../index.ts";

/** The same matrix on its qubits in another order: bit k of the new row number is bit `order[k]` of the old one. */
export function permuteMatrix({ size, re, im }: ComplexMatrix, order: readonly number[]): ComplexMatrix {
  const old = Array.from({ length: size }, (_, state) =>
    order.reduce((index, from, to) => index + ((state >> to) & 1) * 2 ** from, 0),
  );
  const at = (k: number) => old[Math.floor(k / size)] * size + old[k % size];
  return {
    size,
    re: Float64Array.from({ length: size * size }, (_, k) => re[at(k)]),
    im: Float64Array.from({ length: size * size }, (_, k) => im[at(k)]),
  };
}
