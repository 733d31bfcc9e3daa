/** How the failure probability δ of a run is shared; the parts add up to at most δ. */
export interface FailureBudget {
  readonly delta: number;
  /** Probability that one sampling (a halving level or the refinement) of one factor misses its accuracy. */
  readonly perSampling: number;
  /** Probability that one certificate "none left" is wrong. */
  readonly perCertificate: number;
  /** Probability that the drawing of tuples misses its accuracy; 0 where no tuples are drawn. */
  readonly tuples: number;
  /** What one factor may spend, in number of samplings and of certificates. */
  readonly stages: readonly number[];
}

/**
 * Shares δ among all that can fail, before anything runs.
 *
 * Factor k has at most L_k + 2 samplings and as many certificates, L_k = max(0, ⌈lg(n_k/4d_k)⌉. Samplings get 2δ/3,
 * certificates and tuples δ/6 each (certificates δ/3 when no tuples are drawn). A union bound needs no independence.
 */
export function failureBudget(
  delta: number,
  shapes: readonly { readonly rows: number; readonly columns: number }[],
  drawsTuples: boolean,
): FailureBudget {
  const stages = shapes.map(
    ({ rows, columns }) => Math.max(0, Math.ceil(Math.log2(rows / (4 * columns)))) + 2,
  );
  const total = stages.reduce((sum, count) => sum + count, 0);
  return {
    delta,
    perSampling: (2 * delta) / (3 * total),
    perCertificate: (drawsTuples ? delta / 6 : delta / 3) / total,
    tuples: drawsTuples ? delta / 6 : 0,
    stages,
  };
}
