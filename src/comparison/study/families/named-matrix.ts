import { gaussianMatrix } from "../../../matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../../matrix/generators/ill-conditioned-matrix.ts";
import { replicatedBasisMatrix } from "../../../matrix/generators/replicated-basis-matrix.ts";
import type { RealMatrix } from "../../../matrix/real-matrix.ts";
import type { RandomStream } from "../../../random/random-stream.ts";

/** The kinds of matrices that studies run on; blocks and needles are stored by classes of rows, at any n. */
export const matrixKinds = ["blocks", "needle", "gaussian", "ill-conditioned"] as const;

/** Whether a kind is stored row by row. */
export function isDenseKind(matrix: string): boolean {
  return matrix === "gaussian" || matrix === "ill-conditioned";
}

/** A matrix of a kind: d blocks of equal rows, the same but for one row in each further direction, or random rows. */
export function namedMatrix(
  { n, d, matrix }: { readonly n: number; readonly d: number; readonly matrix: string },
  random: RandomStream,
): RealMatrix {
  switch (matrix) {
    case "needle":
      return replicatedBasisMatrix({ counts: [n - d + 1, ...new Array<number>(d - 1).fill(1)] });
    case "gaussian":
      return gaussianMatrix({ rows: n, columns: d }, random);
    case "ill-conditioned":
      return illConditionedMatrix({ rows: n, columns: d, condition: 1e8 }, random);
    default: {
      const block = Math.floor(n / d);
      return replicatedBasisMatrix({
        counts: [n - (d - 1) * block, ...new Array<number>(d - 1).fill(block)],
      });
    }
  }
}
