import { polynomialRank } from "../../../applications/polynomial-features.ts";
import { numberOf, type Setting } from "../setting.ts";

/** Says where the rank of a series, C(d + g, g) features of a row, exceeds the number of rows n, and what of it: once for each d and degree g. */
export function highRankWords(settings: readonly Setting[], consequence: string): string[] {
  const largest = new Map<string, { n: number; rank: number; d: number; degree: number }>();
  for (const setting of settings) {
    const [n, d, degree] = ["n", "d", "degree"].map((name) => numberOf(setting, name));
    const rank = polynomialRank(d, degree);
    const known = largest.get(`${d} ${degree}`);
    if (rank > n && n > (known?.n ?? 0)) largest.set(`${d} ${degree}`, { n, rank, d, degree });
  }
  return [...largest.values()].map(
    ({ n, rank, d, degree }) =>
      `At d = ${d} and degree ${degree} the rank ${rank} exceeds n, up to n = ${n} of the values here: ${consequence}.`,
  );
}
