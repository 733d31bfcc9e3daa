/** The product of two 2×2 matrices (re, im, row by row), the gate after what was there; a copy of the gate where nothing was. */
export function multiplyOneQubit(gate: ArrayLike<number>, before: Float64Array | undefined): Float64Array {
  if (before === undefined) return Float64Array.from(gate);
  const product = new Float64Array(8);
  for (let r = 0; r < 8; r += 4) {
    for (let c = 0; c < 4; c += 2) {
      const [x, y, u, v] = [before[c], before[c + 1], before[c + 4], before[c + 5]];
      product[r + c] = gate[r] * x - gate[r + 1] * y + gate[r + 2] * u - gate[r + 3] * v;
      product[r + c + 1] = gate[r] * y + gate[r + 1] * x + gate[r + 2] * v + gate[r + 3] * u;
    }
  }
  return product;
}
