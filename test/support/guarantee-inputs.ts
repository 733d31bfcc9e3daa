import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFailures } from "./expect-failures.ts";
import { factorFamilies } from "./factor-families.ts";
import { elevationProduct, type RealProblem, realProblems } from "./real-matrices.ts";

/** Rows of a real data set that are kept: enough runs matter more than all rows. */
const kept = 700;

/** Every so many rows of a problem, so that about 700 are left. */
function thinned({ name, matrix, b }: RealProblem): RealProblem {
  const step = Math.max(1, Math.floor(matrix.rows / kept));
  const rows = Math.floor(matrix.rows / step);
  const { columns } = matrix;
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) data.set(matrix.row(i * step), i * columns);
  return {
    name,
    matrix: new DenseMatrix(rows, columns, data),
    b: Float64Array.from({ length: rows }, (_, i) => b[i * step]),
  };
}

/** Flights, weather and the volcano, about 700 rows of each. */
export const thinnedProblems: readonly RealProblem[] = (await realProblems()).map(thinned);

/** Every adversarial factor and the real data, one matrix each. */
export const guaranteeMatrices: readonly { readonly name: string; readonly matrix: RealMatrix }[] = [
  ...factorFamilies.flatMap(({ name, small }) =>
    small(seededRandom(1)).map((matrix, k) => ({ name: `${name}, factor ${k + 1}`, matrix })),
  ),
  ...thinnedProblems,
];

/** Pairs of factors of every adversarial kind, and those of the volcano. */
export const guaranteePairs: readonly { readonly name: string; readonly factors: readonly RealMatrix[] }[] = [
  ...factorFamilies.map(({ name, small }) => ({ name, factors: small(seededRandom(1)).slice(0, 2) })),
  { name: "elevation", factors: elevationProduct().factors },
];

/**
 * Runs something with a guarantee on 40 seeds and expects no more failures than δ allows (false alarm 1e-6). At δ = 0.1, 16 failures are
 * too many: a method that fails every other time is caught for certain.
 */
export function expectGuarantee(
  holds: (seed: number) => boolean,
  { delta = 0.1, runs = 40 }: { readonly delta?: number; readonly runs?: number } = {},
): void {
  let failures = 0;
  for (let seed = 0; seed < runs; seed++) if (!holds(seed)) failures++;
  expectFailures(failures, runs, delta);
}
