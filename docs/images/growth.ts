import {
  complete,
  type Progress,
  powerFit,
  replicatedBasisMatrix,
  type SweepPoint,
  seededRandom,
  sizeSweepTask,
} from "../../src/index.ts";
import { queriesAgainstSize } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

/** The parameters of the sweep behind the picture. */
export const growthSetting = {
  options: { epsilon: 0.5, delta: 0.05, constant: "rigorous", search: "unknown", level: "subspace" },
  exponents: [16, 18, 20, 22, 24, 28, 32, 36, 40],
  seeds: [1, 2, 3],
  /** The seed of `npm start`, whose report has the same numbers at these sizes. */
  seed: 7,
} as const;

/** Two factors of n rows and 4 columns each, in four blocks of identical rows. */
function factors(rows: number) {
  const matrix = replicatedBasisMatrix({ counts: [rows / 2, rows / 4, rows / 8, rows / 8] });
  return [matrix, matrix];
}

/** Counts the queries of the sketch from 2^16 to 2^40 rows; about a minute for all sizes. */
export function measureGrowth(
  exponents: readonly number[] = growthSetting.exponents,
  seeds: readonly number[] = growthSetting.seeds,
  onProgress?: (progress: Progress) => void,
): SweepPoint[] {
  const { options, seed } = growthSetting;
  const sizes = exponents.map((exponent) => 2 ** exponent);
  const random = seededRandom(seed).split("growing matrices");
  return complete(sizeSweepTask({ factors, sizes, seeds, options, random }), onProgress);
}

const asked = ({ quantum, checks, reads }: Pick<SweepPoint, "quantum" | "checks" | "reads">) =>
  quantum + checks + reads;

/** What the points come to, size by size: the median over the seeds with the extremes. */
export function summary(points: readonly SweepPoint[]) {
  return [...new Set(points.map(({ rows }) => rows))].map((size) => {
    const runs = points.filter(({ rows }) => rows === size);
    const totals = runs.map(asked).sort((a, b) => a - b);
    return {
      size,
      queries: totals[Math.floor(totals.length / 2)],
      low: totals[0],
      high: totals[totals.length - 1],
      predicted: asked(runs[0].predicted),
      classical: runs[0].classical,
      searches: runs.some(({ quantum }) => quantum > 0),
    };
  });
}

/** Draws the counts against the number of rows. */
export function drawGrowth(points: readonly SweepPoint[]): string {
  const bySize = summary(points);
  const searched = bySize.filter(({ searches }) => searches);
  const large = points.filter(({ rows, quantum }) => quantum > 0 && rows >= 2 ** 24);
  const reading = bySize.filter(({ searches }) => !searches);
  const svg = queriesAgainstSize({
    title: "Row queries of a sketch of A₁ ⊗ A₂, counted, against reading both factors",
    series: [
      {
        name: "quantum sketch",
        kind: "counted",
        role: "quantum",
        points: searched.map(({ size, queries, low, high }) => ({ size, queries, low, high })),
        slope: powerFit(large.map((point) => [point.rows, asked(point)] as const)).exponent,
      },
      {
        name: "closed formula",
        kind: "predicted",
        role: "quantum",
        points: searched.map(({ size, predicted }) => ({ size, queries: predicted })),
      },
      {
        name: "read both factors, 2n",
        kind: "counted",
        role: "classical",
        points: bySize.map(({ size, classical }) => ({ size, queries: classical })),
        slope: powerFit(bySize.map(({ size, classical }) => [size, classical] as const)).exponent,
      },
    ],
    regions: [
      { from: reading[0].size, to: reading[reading.length - 1].size, label: "the sketch reads everything" },
    ],
  });
  return withMargin(svg, 16);
}
