/** Rows per block: the block and the factor stay in the first-level cache for the widths that matter. */
export const blockRows = 128;

/** Squares below this are rounding dust next to the column maximum of 1, and their reciprocal would overflow. */
const NEGLIGIBLE = 1e-280;

/**
 * Overwrites the triangular factor R with that of [R; block]. Column k of the block begins at `k * blockRows` and has
 * `height` values; the block is destroyed.
 *
 * Reflection k acts on entry (k, k) of R and on the block only: I − f v vᵀ with v = (R_kk + sign(R_kk) ν, x),
 * ν = ‖(R_kk, x)‖ and f = 1/(ν (ν + |R_kk|)), for x the k-th column of the block.
 */
export function absorbBlock(
  factor: Float64Array,
  block: Float64Array,
  height: number,
  columns: number,
): void {
  for (let k = 0; k < columns; k++) {
    const x = k * blockRows;
    let square = 0;
    for (let i = 0; i < height; i++) square += block[x + i] * block[x + i];
    if (square < NEGLIGIBLE) continue;
    const corner = factor[k * columns + k];
    const norm = Math.sqrt(corner * corner + square);
    const head = corner < 0 ? corner - norm : corner + norm;
    const f = 1 / (norm * (norm + Math.abs(corner)));
    factor[k * columns + k] = corner < 0 ? norm : -norm;
    for (let j = k + 1; j < columns; j++) {
      const y = j * blockRows;
      const r = k * columns + j;
      // Two partial sums, because one would wait for each addition to finish.
      let even = 0;
      let odd = 0;
      let i = 0;
      for (; i + 1 < height; i += 2) {
        even += block[x + i] * block[y + i];
        odd += block[x + i + 1] * block[y + i + 1];
      }
      if (i < height) even += block[x + i] * block[y + i];
      const w = f * (head * factor[r] + even + odd);
      factor[r] -= w * head;
      for (i = 0; i < height; i++) block[y + i] -= w * block[x + i];
    }
  }
}
