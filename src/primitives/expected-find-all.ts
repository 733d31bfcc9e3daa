/** What {@link expectedFindAll} needs to know of a search for all marked items. */
export interface FindAllShape {
  readonly size: number;
  readonly marked: number;
  readonly mode: "unknown" | "known" | "exact";
  readonly certificate: "fixed-point" | "bbht";
  readonly missProbability: number;
}

/**
 * Predicts the row queries of find-all with its certificate, two per phase application and one per check.
 *
 * Coherent queries: K√(Nt) for the finds, with K = 5.2 (unknown count), 2.76 (known) or π (exact), and ln(2/√δ_c)√N for a
 * fixed-point certificate. Label: expected. Derived from quant-ph/9605034 (search), quant-ph/0106071 (exact) and
 * arXiv:1409.3305 (fixed point).
 */
export function expectedFindAll(shape: FindAllShape): { readonly quantum: number; readonly checks: number } {
  const { size, marked, mode, certificate, missProbability } = shape;
  const factor = { unknown: 5.2, known: 2.76, exact: Math.PI }[mode];
  const rounds = Math.ceil(Math.log(1 / missProbability) / Math.log(8 / 5));
  const certify = certificate === "fixed-point" ? Math.log(2 / Math.sqrt(missProbability)) : rounds;
  const perItem =
    mode === "exact"
      ? 1
      : mode === "known"
        ? 1.18
        : Math.max(1.18, Math.log(Math.sqrt(size / Math.max(1, marked))) / Math.log(1.2) - 1.7);
  return {
    quantum: factor * Math.sqrt(size * marked) + certify * Math.sqrt(size),
    checks: perItem * marked + (certificate === "fixed-point" ? 1 : rounds),
  };
}
