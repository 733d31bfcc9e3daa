import { qrRegression } from "../../../../baselines/regression/direct-regression.ts";
import { residualNorm } from "../../../../matrix/algebra/residual-norm.ts";
import type { DenseMatrix } from "../../../../matrix/dense-matrix.ts";
import type { RealMatrix } from "../../../../matrix/real-matrix.ts";
import type { RowClassMatrix } from "../../../../matrix/row-class-matrix.ts";
import type { WeightedRows } from "../../../../matrix/weighted-rows.ts";
import { type TargetOracle, targetOracle } from "../../../../oracles/target-oracle.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import type { MatrixSetting } from "../matrix-setting.ts";
import { namedMatrix } from "../named-matrix.ts";

/** A least-squares problem whose least residual is known. */
export interface RegressionInstance {
  readonly matrix: RealMatrix;
  readonly target: TargetOracle;
  /** Rows with the same values in A and in b as one entry each; absent where all rows differ. */
  readonly classes?: { readonly rows: WeightedRows; readonly b: Float64Array };
  /** ‖Ax − b‖/min ‖Ax − b‖ − 1. */
  excess(coefficients: Float64Array): number;
}

/**
 * Makes the instance of a setting.
 *
 * Blocks and needles have b_i = ±1 in turn around one value a block, so that the least residual is known at any n. That value is
 * 2√(n/count): a direction that one row carries matters as much as one that many do.
 */
export function regressionInstance(setting: MatrixSetting, random: RandomStream): RegressionInstance {
  const matrix = namedMatrix(setting, random.split("matrix"));
  return matrix.kind === "dense" ? planted(matrix, random) : inBlocks(matrix);
}

function inBlocks(matrix: RowClassMatrix): RegressionInstance {
  const counts = matrix.classes.map(({ count }) => count);
  const centre = counts.map((count) => 2 * Math.sqrt(matrix.rows / count));
  const at = (i: number) => {
    const block = matrix.classOf(i);
    return centre[block] + ((i - matrix.offsets[block]) % 2 === 0 ? 1 : -1);
  };
  // Of each block the rows with +1, and those with −1 where there are any.
  const halves = counts.flatMap((count, block) => [
    { block, count: Math.ceil(count / 2), value: centre[block] + 1 },
    ...(count === 1 ? [] : [{ block, count: Math.floor(count / 2), value: centre[block] - 1 }]),
  ]);
  const columns = counts.length;
  const rows: WeightedRows = {
    columns,
    values: Float64Array.from({ length: halves.length * columns }, (_, e) =>
      e % columns === halves[Math.floor(e / columns)].block ? 1 : 0,
    ),
    weights: new Float64Array(halves.length).fill(1),
    counts: Float64Array.from(halves, ({ count }) => count),
    indices: new Float64Array(halves.length).fill(-1),
  };
  const squared = (value: (block: number) => number) =>
    halves.reduce((sum, half) => sum + half.count * (value(half.block) - half.value) ** 2, 0);
  const means = counts.map((count, block) => centre[block] + (count % 2) / count);
  const least = squared((block) => means[block]);
  return {
    matrix,
    target: targetOracle(at, { size: matrix.rows }),
    classes: { rows, b: Float64Array.from(halves, ({ value }) => value) },
    excess: (x) => Math.sqrt(squared((block) => x[block]) / least) - 1,
  };
}

function planted(matrix: DenseMatrix, random: RandomStream): RegressionInstance {
  const { rows, columns, data } = matrix;
  const draw = random.split("right-hand side");
  const solution = Float64Array.from({ length: columns }, () => draw.normal());
  const b = Float64Array.from({ length: rows }, (_, i) => {
    let value = draw.normal();
    for (let k = 0; k < columns; k++) value += data[i * columns + k] * solution[k];
    return value;
  });
  const least = qrRegression(matrix, b).residualNorm;
  return { matrix, target: targetOracle(b), excess: (x) => residualNorm(matrix, x, b) / least - 1 };
}
