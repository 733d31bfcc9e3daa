import type { RealMatrix } from "../src/index.ts";
import {
  approximateKronecker,
  gaussianMatrix,
  leverageScores,
  replicatedBasisMatrix,
  rowClasses,
  rowOracle,
  type SketchOptions,
  seededRandom,
} from "../src/index.ts";
import { measure, type Timing } from "./measure.ts";

/** A timing with the goal that it is held against, in seconds. */
export interface Goal {
  readonly timing: Timing;
  readonly goal: number | null;
}

/** The sketch at its two large fidelities, and the exact leverage scores that its classical rival needs. */
export function benchKroneckerSketch(runs: number): Goal[] {
  const rows = 2 ** 40;
  const classes = replicatedBasisMatrix({ counts: [rows / 2, rows / 4, rows / 8, rows / 8] });
  const needles = rowClasses(
    [rows / 2 - 3, rows / 2, 3],
    [Float64Array.of(1, 0, 0), Float64Array.of(1, 1, 0), Float64Array.of(0, 1, 1)],
  );
  const dense = [1, 2].map((k) => gaussianMatrix({ rows: 2 ** 20, columns: 4 }, seededRandom(k)));
  const wide = gaussianMatrix({ rows: 1_000_000, columns: 16 }, seededRandom(3));
  return [
    sketch(
      "subspace, n = 2^40, d = 3 with needles, c = 3, count unknown",
      runs,
      [needles, needles],
      { level: "subspace" },
      1,
    ),
    sketch(
      "subspace, n = 2^40, d = 4, c = 3, count unknown",
      runs,
      [classes, classes],
      { level: "subspace" },
      1,
    ),
    sketch(
      "subspace, n = 2^40, d = 4, c = 1, count unknown",
      runs,
      [classes, classes],
      { level: "subspace", constant: "practical" },
      1,
    ),
    sketch(
      "subspace, n = 2^40, d = 4, c = 3, count promised",
      runs,
      [classes, classes],
      { level: "subspace", search: "known" },
      1,
    ),
    sketch(
      "amplitude, dense n = 2^20, d = 4, c = 3 (reads everything)",
      runs,
      dense,
      { level: "amplitude" },
      10,
    ),
    sketch(
      "amplitude, dense n = 2^20, d = 4, c = 1, count unknown",
      runs,
      dense,
      { level: "amplitude", constant: "practical" },
      10,
    ),
    sketch(
      "amplitude, dense n = 2^20, d = 4, c = 1, count promised",
      runs,
      dense,
      { level: "amplitude", constant: "practical", search: "known" },
      10,
    ),
    { timing: measure("exact leverage scores, 10^6 × 16", runs, () => leverageScores(wide)), goal: null },
  ];
}

function sketch(
  name: string,
  runs: number,
  factors: readonly RealMatrix[],
  options: Partial<SketchOptions>,
  goal: number,
): Goal {
  const run = () =>
    approximateKronecker(
      factors.map((factor) => rowOracle(factor)),
      { epsilon: 0.5, delta: 0.05, random: seededRandom(7), ...options },
    );
  return { timing: measure(name, runs, run), goal };
}
