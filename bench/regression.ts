import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { all, create } from "mathjs";
import { Matrix, QrDecomposition, solve } from "ml-matrix";
import {
  blendenpik,
  countSketch,
  type DenseMatrix,
  exactLeverage,
  gaussianMatrix,
  leastSquares,
  leverageScores,
  normalEquations,
  seededRandom,
  sketchAndSolve,
  sparseSignSketch,
} from "../src/index.ts";

/** CPU seconds of one piece of work here, beside those of another program. */
export interface CpuRatio {
  readonly what: string;
  readonly own: number;
  readonly peer: string;
  readonly other: number;
  /** The most that own/other should be, where there is a goal. */
  readonly goal: number | null;
}

/**
 * Times leverage scores and least squares against numpy (with `python`), ml-matrix and mathjs, and sketch-and-solve against direct
 * solutions. In CPU seconds, since others may share the machine; everything runs on one thread.
 */
export function benchRegression(runs: number, python?: string): CpuRatio[] {
  const tall = gaussianMatrix({ rows: 1_000_000, columns: 16 }, seededRandom(1));
  const b = rightSide(tall);
  const scores = cpu(runs, () => leverageScores(tall));
  const direct = cpu(runs, () => leastSquares(tall, b));
  const ratios: CpuRatio[] = [];
  if (python !== undefined) {
    const numpy = numpySeconds(python, tall, runs);
    const against = (what: string, own: number, peer: string, goal: number | null = null) =>
      ratios.push({ what, own, peer, other: numpy[peer], goal });
    against("leverage scores, 10⁶ × 16", scores, "numpy QR, R only", 2);
    against("leverage scores, 10⁶ × 16", scores, "numpy QR, Q and R", 2);
    against("leverage scores, 10⁶ × 16", scores, "numpy scores from Q");
    against("least squares, 10⁶ × 16", direct, "numpy lstsq");
  }
  const billed = cpu(runs, () => exactLeverage(tall));
  ratios.push({
    what: "the same scores with their bill",
    own: billed,
    peer: "without",
    other: scores,
    goal: null,
  });

  const middle = gaussianMatrix({ rows: 50_000, columns: 16 }, seededRandom(2));
  const c = rightSide(middle);
  const [mlMatrix, mlTarget] = [asMl(middle), Matrix.columnVector(c)];
  ratios.push({
    what: "leverage scores, 50,000 × 16",
    own: cpu(runs, () => leverageScores(middle)),
    peer: "ml-matrix QR, Q squared",
    other: cpu(runs, () => squaredRows(new QrDecomposition(mlMatrix).orthogonalMatrix)),
    goal: 1,
  });
  ratios.push({
    what: "least squares, 50,000 × 16",
    own: cpu(runs, () => leastSquares(middle, c)),
    peer: "ml-matrix solve (QR)",
    other: cpu(runs, () => solve(mlMatrix, mlTarget)),
    goal: 1,
  });

  // mathjs makes all n × n of Q: at 400 rows it already takes long.
  const small = gaussianMatrix({ rows: 400, columns: 8 }, seededRandom(3));
  const math = create(all);
  const nested = Array.from({ length: small.rows }, (_, i) => [...small.row(i)]);
  ratios.push({
    what: "leverage scores, 400 × 8",
    own: cpu(20 * runs, () => leverageScores(small)),
    peer: "mathjs qr, Q squared",
    other: cpu(1, () => math.qr(nested).Q),
    goal: 1,
  });

  const sketch = countSketch({ rows: 20_000, size: tall.rows }, seededRandom(4));
  const solutions: readonly (readonly [string, () => unknown])[] = [
    ["sketch and solve (CountSketch, m = 20,000), 10⁶ × 16", () => sketchAndSolve(tall, b, sketch)],
    ["Blendenpik, 10⁶ × 16", () => blendenpik(tall, b, { random: seededRandom(5) })],
    ["normal equations, 10⁶ × 16", () => normalEquations(tall, b)],
  ];
  for (const [what, work] of solutions) {
    ratios.push({ what, own: cpu(runs, work), peer: "direct, by QR", other: direct, goal: null });
  }
  const wide = gaussianMatrix({ rows: 60_000, columns: 100 }, seededRandom(6));
  const d = rightSide(wide);
  const signs = sparseSignSketch({ rows: 1000, size: wide.rows, nonzeros: 4 }, seededRandom(7));
  ratios.push({
    what: "sketch and solve (sparse signs, m = 1000, s = 4), 60,000 × 100",
    own: cpu(runs, () => sketchAndSolve(wide, d, signs)),
    peer: "direct, by QR",
    other: cpu(runs, () => leastSquares(wide, d)),
    goal: 1,
  });
  return ratios;
}

/** The ratios as a table. */
export function regressionTable(ratios: readonly CpuRatio[]): string {
  const lines = ratios.map(({ what, own, peer, other, goal }) => {
    const cells = [
      what,
      own.toPrecision(2),
      peer,
      other.toPrecision(2),
      (own / other).toPrecision(2),
      goal === null ? "–" : `≤ ${goal}`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| what | CPU s | against | CPU s | ratio | goal |",
    "| --- | ---: | --- | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

/** The median CPU seconds of some runs, after a warm-up. */
function cpu(runs: number, work: () => unknown): number {
  work();
  const seconds = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  }).sort((x, y) => x - y);
  return seconds[(runs - 1) >> 1];
}

function numpySeconds(python: string, { rows, columns }: DenseMatrix, runs: number): Record<string, number> {
  // One thread; and the kernels that the library itself chooses for the processor.
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env;
  const program = fileURLToPath(new URL("peers/regression.py", import.meta.url));
  const text = execFileSync(python, [program, String(rows), String(columns), String(runs)], {
    encoding: "utf8",
    env: { ...env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" },
  });
  return JSON.parse(text);
}

function rightSide({ rows }: DenseMatrix): Float64Array {
  const random = seededRandom(9);
  return Float64Array.from({ length: rows }, () => random.normal());
}

function asMl(matrix: DenseMatrix): Matrix {
  return new Matrix(Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]));
}

function squaredRows(q: Matrix): number[] {
  return Array.from({ length: q.rows }, (_, i) => q.getRow(i).reduce((sum, x) => sum + x * x, 0));
}
