/**
 * Replaces re + i·im by its discrete Fourier transform Σ_j x_j e^{∓2πi jk/N}, unnormalised, in place; `inverse` has the plus sign.
 *
 * N is a power of two. Radix 2, decimation in time; cost N lg N.
 *
 * Source: Cooley and Tukey (1965).
 */
export function fastFourier(re: Float64Array, im: Float64Array, inverse = false): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  const turn = inverse ? 2 * Math.PI : -2 * Math.PI;
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2;
    for (let k = 0; k < half; k++) {
      // Each root from its own angle: a product of roots would collect rounding.
      const cosine = Math.cos((turn * k) / length);
      const sine = Math.sin((turn * k) / length);
      for (let start = k; start < size; start += length) {
        const other = start + half;
        const x = re[other] * cosine - im[other] * sine;
        const y = re[other] * sine + im[other] * cosine;
        re[other] = re[start] - x;
        im[other] = im[start] - y;
        re[start] += x;
        im[start] += y;
      }
    }
  }
}
