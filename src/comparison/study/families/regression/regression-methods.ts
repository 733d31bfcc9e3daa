import { predictRegression } from "../../../../algorithms/predict-regression.ts";
import { quantumRegressionTask } from "../../../../algorithms/quantum-regression.ts";
import { qrRegression } from "../../../../baselines/regression/direct-regression.ts";
import { blendenpik } from "../../../../baselines/regression/preconditioned-regression.ts";
import { sampledRegression } from "../../../../baselines/regression/sampled-regression.ts";
import { sketchAndSolve } from "../../../../baselines/regression/sketch-and-solve.ts";
import { embeddingRows } from "../../../../baselines/sketches/embedding-rows.ts";
import { sampleRows } from "../../../../baselines/sketches/sample-rows.ts";
import { countSketch } from "../../../../baselines/sketches/sparse-sketch.ts";
import { leastSquares } from "../../../../matrix/algebra/least-squares.ts";
import { regressionOversampling } from "../../../../matrix/algebra/regression-oversampling.ts";
import { Ledger } from "../../../../oracles/ledger.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import { rowOracle } from "../../../../oracles/row-oracle.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import type { Task } from "../../../../task/task.ts";
import type { MethodOutcome, StudyMethod } from "../../study-family.ts";
import { type MatrixSetting, matrixSetting } from "../matrix-setting.ts";
import { type RegressionInstance, regressionInstance } from "./regression-instance.ts";

type Words = Pick<StudyMethod, "name" | "title" | "guaranteed" | "source" | "assumptions" | "costs">;

/** What a solver hands over: x, its bill, and how many rows the short problem had. */
interface Solved {
  readonly coefficients: Float64Array;
  readonly ledger: Ledger;
  readonly size?: number;
}

/** Leverage-sampled least squares with rows that a search finds. */
export function quantumRegressionMethod(words: Words, fallback: "auto" | "never"): StudyMethod {
  return {
    ...words,
    side: "quantum",
    *run(setting, random) {
      const own = matrixSetting(setting);
      const { epsilon, delta, constant } = own;
      const instance = regressionInstance(own, random.split("instance"));
      const solved = yield* quantumRegressionTask(rowOracle(instance.matrix), instance.target, {
        epsilon,
        delta,
        constant,
        fallback,
        random: random.split("quantum regression"),
      });
      return outcome(instance, { ...solved, size: solved.entriesRead }, epsilon);
    },
    predict(setting) {
      const { n, d, epsilon, delta, constant } = matrixSetting(setting);
      const { ledger, entries, plan } = predictRegression(
        { rows: n, columns: d },
        { epsilon, delta, constant, fallback },
      );
      const note = plan.base === 0 ? "every entry" : "one for each kept row";
      return [...ledger, entriesOfB(entries, plan.base === 0 ? "exact" : "expected", note)];
    },
  };
}

/** QR of everything. */
export function directMethod(words: Words): StudyMethod {
  return classical(words, readAll, ({ matrix, target, classes }) => {
    if (classes === undefined) return qrRegression(rowOracle(matrix), target);
    // Too many rows to be listed: equal ones are solved together, and all of them are paid for.
    const ledger = new Ledger();
    ledger.enter("read once");
    rowOracle(matrix, { ledger }).readAll();
    ledger.charge({ oracle: "b", access: "classical", unit: "entry", use: "read", count: target.size });
    return { coefficients: leastSquares(classes.rows, classes.b).coefficients, ledger };
  });
}

/** Rows kept by exact leverage scores, the classical twin of the quantum method. */
export function sampledMethod(words: Words): StudyMethod {
  const predict = (setting: MatrixSetting) => [
    rowsOfA(setting.n, "exact", "every row once"),
    entriesOfB(Math.min(setting.n, expectedDraws(setting)), "expected", "C·d kept rows"),
  ];
  return classical(words, predict, ({ matrix, target }, { epsilon, delta, constant }, random) => {
    const solved = sampledRegression(rowOracle(matrix), target, { epsilon, delta, constant, random });
    return { ...solved, size: solved.sketchRows ?? target.size };
  });
}

/** As many rows as the sampled method keeps, drawn evenly. */
export function uniformMethod(words: Words): StudyMethod {
  const predict = (setting: MatrixSetting) => {
    const { n } = setting;
    const distinct = -n * Math.expm1(Math.ceil(expectedDraws(setting)) * Math.log1p(-1 / n));
    const note = "n(1 − (1 − 1/n)^m) different rows in m draws";
    return [rowsOfA(distinct, "expected", note), entriesOfB(distinct, "expected", note)];
  };
  return classical(words, predict, ({ matrix, target }, setting, random) => {
    const draws = Math.ceil(expectedDraws(setting));
    const { rows, sketch, ledger } = sampleRows(rowOracle(matrix), { law: "uniform", draws, random });
    const b = sketch.applyTarget(target, ledger);
    const scale = rows.weights;
    const { coefficients } = leastSquares(
      rows,
      b.map((value, e) => value / scale[e]),
    );
    return { coefficients, ledger, size: scale.length };
  });
}

/** A CountSketch of [A b], solved by QR. */
export function sketchMethod(words: Words): StudyMethod {
  return classical(words, readAll, ({ matrix, target }, { d, epsilon, delta }, random) => {
    // √((1+e)/(1−e)) = 1 + ε for the embedding of the d + 1 columns of [A b].
    const square = (1 + epsilon) ** 2;
    const rows = embeddingRows("count-sketch", {
      columns: d + 1,
      epsilon: (square - 1) / (square + 1),
      delta,
    });
    const solved = sketchAndSolve(
      rowOracle(matrix),
      target,
      countSketch({ rows, size: matrix.rows }, random),
    );
    return { ...solved, size: rows };
  });
}

/** A sketch as preconditioner, then LSQR to full accuracy. */
export function preconditionedMethod(words: Words): StudyMethod {
  return classical(words, readAll, ({ matrix, target }, _, random) => {
    const { sketchRows, ...solved } = blendenpik(rowOracle(matrix), target, { random });
    return sketchRows === null ? solved : { ...solved, size: sketchRows };
  });
}

function classical(
  words: Words,
  predict: (setting: MatrixSetting) => readonly LedgerEntry[],
  solve: (instance: RegressionInstance, setting: MatrixSetting, random: RandomStream) => Solved,
): StudyMethod {
  return {
    ...words,
    side: "classical",
    *run(setting, random): Task<MethodOutcome> {
      const own = matrixSetting(setting);
      yield { stage: words.title, done: 0, total: 1 };
      const instance = regressionInstance(own, random.split("instance"));
      return outcome(instance, solve(instance, own, random.split(words.name)), own.epsilon);
    },
    predict: (setting) => predict(matrixSetting(setting)),
    ...(words.guaranteed ? { limit: (setting) => rowLimit(matrixSetting(setting)) } : {}),
  };
}

/** The ratio of the residuals is the certificate: it lies between 1 and 1 + ε where the answer is as good as promised. */
function outcome(
  instance: RegressionInstance,
  { coefficients, ledger, size }: Solved,
  epsilon: number,
): MethodOutcome {
  const excess = instance.excess(coefficients);
  return {
    ledger: ledger.entries(),
    certificate: { lower: 1, upper: 1 + excess, epsilon, holds: excess <= epsilon },
    error: Math.max(0, excess),
    ...(size === undefined ? {} : { size }),
  };
}

function expectedDraws({ d, epsilon, delta, constant }: MatrixSetting): number {
  return regressionOversampling({ epsilon, delta, constant, columns: d }) * d;
}

function readAll({ n }: MatrixSetting): readonly LedgerEntry[] {
  return [rowsOfA(n, "exact", "every row once"), entriesOfB(n, "exact", "every entry once")];
}

function rowLimit({ n }: MatrixSetting): readonly LedgerEntry[] {
  return [rowsOfA(n, "exact", "every row once")];
}

function rowsOfA(count: number, label: "exact" | "expected", note: string): LedgerEntry {
  return { oracle: "A", access: "classical", unit: "row", use: "read", stage: "reading", count, label, note };
}

function entriesOfB(count: number, label: "exact" | "expected", note: string): LedgerEntry {
  return {
    oracle: "b",
    access: "classical",
    unit: "entry",
    use: "read",
    stage: "right-hand side",
    count,
    label,
    note,
  };
}
