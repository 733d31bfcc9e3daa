import { type LeastSquares, leastSquaresOfFactor } from "../../matrix/algebra/least-squares.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RowStream } from "../../matrix/row-stream.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { Regression } from "../../oracles/regression.ts";
import { collectFactor, type StreamOptions } from "../stream-passes.ts";

/**
 * Solves least squares in one pass over a stream whose column `target` (default the last) is b, the others A.
 *
 * Memory O(d²) and one block. Queries: n row reads, b among them. `residualNorm` is exact.
 *
 * Errors: as `streamLeverage`; RangeError for a target that is no column, or no other column.
 *
 * @example (await streamRegression(csvStream("a.csv"), { target: 0 })).coefficients
 */
export async function streamRegression(
  stream: RowStream,
  { target, ...options }: StreamOptions & { readonly target?: number } = {},
): Promise<Regression & { readonly rows: number }> {
  const ledger = new Ledger();
  const { accumulator, rows } = await collectFactor(stream, ledger, "one pass", options, (block) =>
    targetLast(stream.name, block, target ?? -1),
  );
  const solved: LeastSquares = leastSquaresOfFactor(accumulator.finish(), accumulator.columns - 1);
  return { ...solved, rows, residualOf: "problem", ledger, warnings: [] };
}

/** The values of a block with the column of the target at the end; −1 means that it is there. */
function targetLast(name: string, { rows, columns, data }: DenseMatrix, target: number): Float64Array {
  const place = target === -1 ? columns - 1 : target;
  if (!Number.isInteger(place) || place < 0 || place >= columns || columns < 2) {
    throw new RangeError(
      `${name}: expected a target from 0 to ${columns - 1} beside at least one other column, got ${target}; columns are counted from 0.`,
    );
  }
  if (place === columns - 1) return data;
  const moved = data.slice();
  for (let i = 0; i < rows; i++) {
    moved.copyWithin(i * columns + place, i * columns + place + 1, (i + 1) * columns);
    moved[(i + 1) * columns - 1] = data[i * columns + place];
  }
  return moved;
}
