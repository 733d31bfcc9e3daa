import { gaussianMatrix } from "../../../../matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../../../matrix/generators/ill-conditioned-matrix.ts";
import { replicatedBasisMatrix } from "../../../../matrix/generators/replicated-basis-matrix.ts";
import type { RealMatrix } from "../../../../matrix/real-matrix.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import type { KroneckerSetting } from "./kronecker-setting.ts";

/** The factors of one instance. Blocks and needles are stored by classes of rows, at any n. */
export function kroneckerFactors(
  { n, d, q, matrix }: KroneckerSetting,
  random: RandomStream,
): readonly RealMatrix[] {
  return Array.from({ length: q }, (_, k) => {
    const own = random.split("factor", k);
    switch (matrix) {
      case "needle":
        return replicatedBasisMatrix({ counts: [n - d + 1, ...new Array<number>(d - 1).fill(1)] });
      case "gaussian":
        return gaussianMatrix({ rows: n, columns: d }, own);
      case "ill-conditioned":
        return illConditionedMatrix({ rows: n, columns: d, condition: 1e8 }, own);
      default: {
        const block = Math.floor(n / d);
        return replicatedBasisMatrix({
          counts: [n - (d - 1) * block, ...new Array<number>(d - 1).fill(block)],
        });
      }
    }
  });
}
