import { leastSquares } from "../../matrix/algebra/least-squares.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, billedTarget, type RowSource, type TargetSource } from "../row-source.ts";
import type { Sketch } from "../sketches/sketch.ts";
import type { ClassicalRegression } from "./classical-regression.ts";

/**
 * Solves min_x ‖S(Ax − b)‖ for a sketch S.
 *
 * If S embeds the columns of [A b] to within ε, the residual is at most √((1+ε)/(1−ε)) times the best one. `residualNorm` is that
 * of the sketched problem.
 *
 * Queries: the rows and entries that S touches: all of them, or only the sampled ones.
 *
 * Errors: RangeError for a sketch of another number of rows, a b of another length, and values that are not finite.
 *
 * Source: Sarlós (2006).
 *
 * @example sketchAndSolve(matrix, b, countSketch({ rows: 500, size: matrix.rows }, seededRandom(7))).coefficients
 */
export function sketchAndSolve(source: RowSource, target: TargetSource, sketch: Sketch): ClassicalRegression {
  const ledger = new Ledger();
  ledger.enter("sketch");
  const rows = billedRows(source, ledger);
  const entries = billedTarget(target, ledger, rows.rows, "sketchAndSolve");
  const matrix = sketch.apply(rows, ledger);
  const solution = leastSquares(matrix, sketch.applyTarget(entries, ledger));
  const warnings =
    sketch.rows <= rows.columns
      ? [
          `${sketch.name} of ${sketch.rows} rows: not more than the ${rows.columns} columns; nothing is left to fit.`,
        ]
      : [];
  return {
    ...solution,
    method: "sketch-and-solve",
    residualOf: "sketch",
    iterations: 0,
    sketchRows: sketch.rows,
    ledger,
    warnings,
  };
}
