import {
  approximateKroneckerTask,
  blendenpik,
  completeAsync,
  countSketch,
  type DenseMatrix,
  embeddingRows,
  gaussianSketch,
  hadamardSketch,
  kroneckerRegression,
  kroneckerRidgeRegression,
  l1Regression,
  lsrn,
  normalEquations,
  type Progress,
  qrRegression,
  quantumRegressionTask,
  type RandomStream,
  type Regression,
  ridgeRegression,
  rowOracle,
  type Sketch,
  sampledKroneckerRegression,
  sampledL1Regression,
  sampledRegression,
  sampleRows,
  sketchAndSolve,
  sketchedRegression,
  sparseSignSketch,
  targetOracle,
} from "../../index.ts";
import type { SketchChoice } from "../options/regress-choices.ts";
import type { SpectralParameters } from "./leverage-request.ts";
import type { RegressFlags } from "./regress-request.ts";

/** A solution with what the document says about it. */
export type SolvedRegression = Regression & {
  readonly iterations?: number;
  readonly sketchRows?: number | null;
};

/** What a solver needs beside the problem. */
export interface SolveRun {
  readonly flags: RegressFlags;
  readonly sampling: SpectralParameters;
  readonly random: RandomStream;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Solves a regression problem by the method of the flags. */
export async function solveRegression(
  factors: readonly DenseMatrix[],
  b: Float64Array,
  run: SolveRun,
): Promise<SolvedRegression> {
  if (factors.length > 1) return solveProduct(factors, b, run);
  const { flags, sampling, random } = run;
  const { epsilon, delta, constant } = sampling;
  const [matrix] = factors;
  switch (flags.method) {
    case "qr":
      return qrRegression(matrix, b);
    case "normal-equations":
      return normalEquations(matrix, b);
    case "ridge":
      return ridgeRegression(matrix, b, { lambda: flags.lambda ?? 0 });
    case "sketch-and-solve":
      return sketchSolution(matrix, b, run);
    case "blendenpik":
      return blendenpik(matrix, b, { random });
    case "lsrn":
      return lsrn(matrix, b, { random });
    case "sampled":
      return sampledRegression(matrix, b, { epsilon, delta, constant, random });
    case "l1":
      return l1Regression(matrix, b);
    case "l1-sampled":
      return sampledL1Regression(matrix, b, { epsilon, delta, random });
    case "quantum": {
      const { signal, onProgress } = run;
      const task = quantumRegressionTask(rowOracle(matrix), targetOracle(b), {
        ...spectral(sampling),
        random,
      });
      const solved = await completeAsync(task, { signal, onProgress });
      return { ...solved, sketchRows: solved.entriesRead };
    }
  }
}

async function solveProduct(
  factors: readonly DenseMatrix[],
  b: Float64Array,
  { flags, sampling, random, signal, onProgress }: SolveRun,
): Promise<SolvedRegression> {
  const { epsilon, delta, constant } = sampling;
  const target = (index: readonly number[]) => b[index.reduce((flat, i, k) => flat * factors[k].rows + i, 0)];
  switch (flags.method) {
    case "ridge":
      return kroneckerRidgeRegression(factors, b, { lambda: flags.lambda ?? 0 });
    case "sampled":
      return sampledKroneckerRegression(factors, target, { epsilon, delta, constant, random });
    case "quantum": {
      const oracles = factors.map((factor, k) => rowOracle(factor, { name: `A${k + 1}` }));
      const task = approximateKroneckerTask(oracles, { ...spectral(sampling), random });
      const sketch = await completeAsync(task, { signal, onProgress });
      const solved = sketchedRegression(sketch, target);
      const noPromise =
        "a spectral approximation of A alone promises nothing about the residual of b: see the certificate.";
      return { ...solved, sketchRows: solved.entriesRead, warnings: [...solved.warnings, noPromise] };
    }
    default:
      return kroneckerRegression(factors, b);
  }
}

function spectral({ bits, ...rest }: SpectralParameters) {
  return { ...rest, ...(bits === null ? {} : { bits }) };
}

function sketchSolution(
  matrix: DenseMatrix,
  b: Float64Array,
  { flags, sampling, random }: SolveRun,
): SolvedRegression {
  const { sketch: name = "count-sketch", sketchRows } = flags;
  if (name === "leverage" || name === "row-norm" || name === "uniform") {
    const { epsilon, delta, constant } = sampling;
    const draws = sketchRows === undefined ? {} : { draws: sketchRows };
    const sample = sampleRows(matrix, { law: name, epsilon, delta, constant, random, ...draws });
    const solved = sketchAndSolve(matrix, b, sample.sketch);
    // Choosing the rows is part of the bill; the rows that it read are known after it, all of them or the drawn ones.
    const entries = solved.ledger.entries().filter(({ unit }) => unit === "entry");
    sample.ledger.addAll(entries);
    return { ...solved, ledger: sample.ledger, warnings: [...sample.warnings, ...solved.warnings] };
  }
  return sketchAndSolve(matrix, b, obliviousSketchOf(name, matrix, sketchRows, sampling, random));
}

function obliviousSketchOf(
  name: Exclude<SketchChoice, "leverage" | "row-norm" | "uniform">,
  { rows: size, columns }: DenseMatrix,
  sketchRows: number | undefined,
  { epsilon, delta }: SpectralParameters,
  random: RandomStream,
): Sketch {
  // b is embedded with the columns of A.
  const need = { columns: columns + 1, epsilon, delta, size };
  switch (name) {
    case "count-sketch":
      return countSketch({ rows: sketchRows ?? embeddingRows(name, need), size }, random);
    case "gaussian":
      return gaussianSketch({ rows: sketchRows ?? embeddingRows(name, need), size }, random);
    case "hadamard": {
      const padded = 2 ** Math.ceil(Math.log2(size));
      return hadamardSketch(
        { rows: Math.min(padded, sketchRows ?? embeddingRows(name, need)), size },
        random,
      );
    }
    case "sparse-sign":
      // No proved constant is of use here; so many rows hold in practice.
      return sparseSignSketch(
        { rows: sketchRows ?? Math.ceil(16 * (columns + 1) * Math.log((columns + 1) / delta)), size },
        random,
      );
  }
}
