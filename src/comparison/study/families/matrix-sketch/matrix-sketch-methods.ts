import { predictSpectral } from "../../../../algorithms/predict-spectral.ts";
import { spectralApproximationTask } from "../../../../algorithms/spectral-approximation.ts";
import { embeddingRows } from "../../../../baselines/sketches/embedding-rows.ts";
import { gaussianSketch } from "../../../../baselines/sketches/gaussian-sketch.ts";
import { hadamardSketch } from "../../../../baselines/sketches/hadamard-sketch.ts";
import { halvingSample } from "../../../../baselines/sketches/halving-sample.ts";
import { sampleRows } from "../../../../baselines/sketches/sample-rows.ts";
import type { ObliviousSketch } from "../../../../baselines/sketches/sketch.ts";
import { countSketch, sparseSignSketch } from "../../../../baselines/sketches/sparse-sketch.ts";
import { spectralBoundsOf } from "../../../../matrix/algebra/spectral-bounds.ts";
import { asWeightedRows } from "../../../../matrix/as-weighted-rows.ts";
import { tuplesNeeded } from "../../../../matrix/kronecker/tuples-needed.ts";
import type { RealMatrix } from "../../../../matrix/real-matrix.ts";
import type { WeightedRows } from "../../../../matrix/weighted-rows.ts";
import { Ledger } from "../../../../oracles/ledger.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import { rowOracle } from "../../../../oracles/row-oracle.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import type { Task } from "../../../../task/task.ts";
import type { MethodOutcome, StudyMethod } from "../../study-family.ts";
import { type MatrixSetting, matrixSetting } from "../matrix-setting.ts";
import { namedMatrix } from "../named-matrix.ts";

type Words = Pick<StudyMethod, "name" | "title" | "guaranteed" | "source" | "assumptions" | "costs">;

/** Repeated halving by search. */
export function quantumHalvingMethod(words: Words): StudyMethod {
  return {
    ...words,
    side: "quantum",
    *run(setting, random) {
      const own = matrixSetting(setting);
      const { epsilon, delta, constant } = own;
      const matrix = namedMatrix(own, random.split("instance"));
      const { rows, ledger } = yield* spectralApproximationTask(rowOracle(matrix), {
        epsilon,
        delta,
        constant,
        random: random.split("quantum halving"),
      });
      return certified(matrix, rows, ledger, epsilon);
    },
    predict(setting) {
      const { n, d, epsilon, delta, constant } = matrixSetting(setting);
      return predictSpectral({ name: "A", rows: n, columns: d }, { epsilon, delta, constant });
    },
  };
}

/** Rows drawn by scores, with replacement or each on its own. */
export function drawnMethod(
  words: Words,
  law: "leverage" | "row-norm" | "uniform",
  form: "iid" | "bernoulli",
): StudyMethod {
  return classical(
    words,
    (matrix, { epsilon, delta, constant }, random) =>
      sampleRows(rowOracle(matrix), { law, form, epsilon, delta, constant, random }),
    law === "uniform" ? distinctRows : undefined,
  );
}

/** Repeated halving that reads every row of every level. */
export function halvingMethod(words: Words): StudyMethod {
  return classical(words, (matrix, { epsilon, delta, constant }, random) =>
    halvingSample(rowOracle(matrix), { epsilon, delta, constant, random }),
  );
}

/** The sketches that do not look at the data. */
export type ObliviousKind = "gaussian" | "hadamard" | "count-sketch" | "sparse-sign";

/** Every row of A goes into a few rows of the result, by signs or numbers that do not depend on A. */
export function obliviousMethod(words: Words, kind: ObliviousKind): StudyMethod {
  return classical(words, (matrix, setting, random) => {
    const ledger = new Ledger();
    ledger.enter("sketch");
    const short = obliviousSketchOf(kind, setting, random).apply(rowOracle(matrix), ledger);
    return { rows: asWeightedRows(short), ledger };
  });
}

/** How many rows an oblivious sketch has in a setting. */
export function obliviousRows(kind: ObliviousKind, { n, d, epsilon, delta }: MatrixSetting): number {
  // No proved constant of the sparse sign sketch is of use; so many rows hold in practice.
  if (kind === "sparse-sign") return Math.ceil(16 * d * Math.log((d + 1) / delta));
  const rows = embeddingRows(kind, { columns: d, epsilon, delta, size: n });
  // All rows of the transform are an isometry: more than that are never needed.
  return kind === "hadamard" ? Math.min(2 ** Math.ceil(Math.log2(n)), rows) : rows;
}

function obliviousSketchOf(
  kind: ObliviousKind,
  setting: MatrixSetting,
  random: RandomStream,
): ObliviousSketch {
  const draw = {
    gaussian: gaussianSketch,
    hadamard: hadamardSketch,
    "count-sketch": countSketch,
    "sparse-sign": sparseSignSketch,
  }[kind];
  return draw({ rows: obliviousRows(kind, setting), size: setting.n }, random);
}

function classical(
  words: Words,
  sketch: (
    matrix: RealMatrix,
    setting: MatrixSetting,
    random: RandomStream,
  ) => { readonly rows: WeightedRows; readonly ledger: Ledger },
  predict: (setting: MatrixSetting) => LedgerEntry = everyRow,
): StudyMethod {
  return {
    ...words,
    side: "classical",
    *run(setting, random): Task<MethodOutcome> {
      const own = matrixSetting(setting);
      yield { stage: words.title, done: 0, total: 1 };
      const matrix = namedMatrix(own, random.split("instance"));
      const { rows, ledger } = sketch(matrix, own, random.split(words.name));
      return certified(matrix, rows, ledger, own.epsilon);
    },
    predict: (setting) => [predict(matrixSetting(setting))],
    ...(predict === everyRow ? { limit: (setting) => [everyRow(matrixSetting(setting))] } : {}),
  };
}

function certified(matrix: RealMatrix, rows: WeightedRows, ledger: Ledger, epsilon: number): MethodOutcome {
  const { lower, upper } = spectralBoundsOf(rows, matrix);
  return {
    ledger: ledger.entries(),
    certificate: { lower, upper, epsilon, holds: lower >= 1 - epsilon && upper <= 1 + epsilon },
    error: Math.max(0, 1 - lower, upper - 1),
    size: rows.counts.reduce((sum, count) => sum + count, 0),
  };
}

const read = { oracle: "A", access: "classical", unit: "row", use: "read", stage: "reading" } as const;

function everyRow({ n }: MatrixSetting): LedgerEntry {
  return { ...read, count: n, label: "exact", note: "every row once" };
}

function distinctRows({ n, d, epsilon, delta, constant }: MatrixSetting): LedgerEntry {
  const draws = tuplesNeeded({ constant, rank: d, ratio: d, epsilon, delta });
  return {
    ...read,
    count: -n * Math.expm1(draws * Math.log1p(-1 / n)),
    label: "expected",
    note: "n(1 − (1 − 1/n)^m) different rows in m draws",
  };
}
