import { describe, expect, it } from "vitest";
import type {
  Ledger,
  Regression,
  RowScores,
  RowSketch,
  SpectralOptions,
  WeightedTuples,
} from "../../src/index.ts";
import * as kronket from "../../src/index.ts";

const rows = Array.from({ length: 60 }, (_, i) => [1, Math.sin(i), Math.cos(i * i)]);
const b = rows.map(([x, y, z], i) => x - 2 * y + z / 2 + 0.01 * Math.sin(7 * i));
const random = kronket.seededRandom(5);
const accuracy = { epsilon: 0.5, delta: 0.1, random } satisfies SpectralOptions;

/** What classical and quantum results are both read as; that each fits is checked when the test is compiled. */
const scores: readonly (readonly [string, () => RowScores & { readonly ledger: Ledger }])[] = [
  ["exactLeverage", () => kronket.exactLeverage(rows)],
  ["ridgeLeverage", () => kronket.ridgeLeverage(rows, { lambda: 1 })],
  ["generalisedLeverage", () => kronket.generalisedLeverage(rows, rows)],
  ["projectedLeverage", () => kronket.projectedLeverage(rows, accuracy)],
  ["countSketchLeverage", () => kronket.countSketchLeverage(rows, accuracy)],
  ["onlineLeverage", () => kronket.onlineLeverage(rows, { lambda: 1 })],
  ["rowNormScores", () => kronket.rowNormScores(rows)],
  ["uniformScores", () => kronket.uniformScores(rows)],
  ["lewisWeights", () => kronket.lewisWeights(rows, { p: 1 })],
  ["leverageEstimator, the quantum twin", () => kronket.leverageEstimator(oracle(), accuracy)],
];
const samples: readonly (readonly [string, () => RowSketch])[] = [
  ["sampleRows by leverage", () => kronket.sampleRows(rows, accuracy)],
  ["sampleRows, each row on its own", () => kronket.sampleRows(rows, { ...accuracy, form: "bernoulli" })],
  ["sampleRows by length", () => kronket.sampleRows(rows, { ...accuracy, law: "row-norm" })],
  ["sampleRows evenly", () => kronket.sampleRows(rows, { ...accuracy, law: "uniform" })],
  ["halvingSample", () => kronket.halvingSample(rows, accuracy)],
  ["spectralApproximation, the quantum twin", () => kronket.spectralApproximation(oracle(), accuracy)],
];
const fits: readonly (readonly [string, () => Regression])[] = [
  ["qrRegression", () => kronket.qrRegression(rows, b)],
  ["normalEquations", () => kronket.normalEquations(rows, b)],
  ["ridgeRegression", () => kronket.ridgeRegression(rows, b, { lambda: 1e-9 })],
  ["blendenpik", () => kronket.blendenpik(rows, b, { random })],
  ["lsrn", () => kronket.lsrn(rows, b, { random })],
  ["sampledRegression", () => kronket.sampledRegression(rows, b, accuracy)],
  ["l1Regression", () => kronket.l1Regression(rows, b)],
  ["sampledL1Regression", () => kronket.sampledL1Regression(rows, b, accuracy)],
  ["sketchAndSolve by countSketch", () => solved(kronket.countSketch)],
  ["sketchAndSolve by gaussianSketch", () => solved(kronket.gaussianSketch)],
  ["sketchAndSolve by hadamardSketch", () => solved(kronket.hadamardSketch)],
  ["sketchAndSolve by sparseSignSketch", () => solved(kronket.sparseSignSketch)],
  [
    "quantumRegression, the quantum twin",
    () => kronket.quantumRegression(oracle(), kronket.targetOracle(b), accuracy),
  ],
];

function solved(draw: typeof kronket.countSketch) {
  return kronket.sketchAndSolve(rows, b, draw({ rows: 40, size: 60 }, random));
}

function oracle() {
  return kronket.rowOracle(kronket.asMatrix(rows, "A"));
}

describe("one call on plain arrays of rows", () => {
  it.each(scores)("%s scores each row, with its bill", (_, call) => {
    const report = call();
    for (const i of [0, 17, 59]) expect(report.score(i)).toBeGreaterThanOrEqual(0);
    expect(report.ledger.total()).toBeGreaterThanOrEqual(0);
    expect(report.warnings).toBeInstanceOf(Array);
  });

  it.each(samples)("%s keeps weighted rows, with its bill", (_, call) => {
    const { rows: list, ledger } = call();
    expect(list.values).toHaveLength(3 * list.weights.length);
    expect(ledger.total()).toBeGreaterThan(0);
  });

  it.each(fits)("%s finds the coefficients, with its bill", (_, call) => {
    const { coefficients, ledger, residualNorm } = call();
    expect([...coefficients].map((x) => Math.round(x * 10) / 10)).toEqual([1, -2, 0.5]);
    expect(residualNorm).toBeLessThan(1);
    expect(ledger.total()).toBeGreaterThan(0);
    expect(ledger.total({ oracle: "b", unit: "entry" })).toBeGreaterThan(0);
  });

  it("sketches and fits products of plain arrays, with the list of tuples of the quantum twin", () => {
    const product = [rows, rows] as const;
    const lists: readonly WeightedTuples[] = [
      kronket.classicalSketch(product, accuracy),
      kronket.approximateKronecker([oracle(), oracle()], accuracy),
    ];
    for (const { order, indices, weights } of lists)
      expect([order, indices.length]).toEqual([2, 2 * weights.length]);
    const sizes = [60, 60];
    for (const sketch of [
      kronket.tensorSketch({ rows: 64, sizes }, random),
      kronket.kroneckerHadamardSketch({ rows: 64, sizes }, random),
      kronket.kroneckerSketchOf(sizes.map((size) => kronket.gaussianSketch({ rows: 8, size }, random))),
    ]) {
      expect([sketch.apply(product).rows, sketch.apply(product).columns]).toEqual([64, 9]);
    }
    const target = ([i, j]: readonly number[]) => b[i] * b[j];
    const flat = Float64Array.from({ length: 3600 }, (_, e) => target([Math.floor(e / 60), e % 60]));
    const found: readonly Regression[] = [
      kronket.kroneckerRegression(product, flat),
      kronket.kroneckerRidgeRegression(product, flat, { lambda: 1e-9 }),
      kronket.sampledKroneckerRegression(product, target, accuracy),
    ];
    for (const { coefficients } of found) {
      expect([...coefficients].map((x) => Math.round(x * 10) / 10)).toEqual(
        [1, -2, 0.5, -2, 4, -1, 0.5, -1, 0.3].map((x) => expect.closeTo(x, 0)),
      );
    }
  });

  it("approximates by few columns and rows", () => {
    const options = { rank: 2, draws: 3, random };
    expect(kronket.columnSubset(rows, options).columns.length).toBeLessThanOrEqual(3);
    expect(kronket.curDecomposition(rows, options).core.columns).toBeLessThanOrEqual(60);
  });
});
