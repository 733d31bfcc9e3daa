import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import { classicalSketch } from "../../src/baselines/classical-sketch.ts";
import { certifyKronecker } from "../../src/comparison/certify-kronecker.ts";
import { columnState } from "../../src/comparison/column-state.ts";
import { symmetricEigenvalues } from "../../src/matrix/algebra/symmetric-eigenvalues.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { orthonormalMatrix } from "../../src/matrix/generators/orthonormal-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { amplitudeEncoding, kroneckerEncoding } from "../../src/oracles/amplitude-encoding.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { expandedProduct, expandedWeights } from "../support/expanded-product.ts";
import { largestDifference } from "../support/real-dense.ts";

const random = seededRandom(31);

function sketchOf(factors: readonly RealMatrix[], draws: number, seed = 1) {
  return approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon: 0.5, delta: 0.05, draws, random: seededRandom(seed) },
  );
}

/** The reduced density of the column register of a simulated state, which is real. */
function columnDensity(encoding: ReturnType<typeof amplitudeEncoding>): DenseMatrix {
  const { size, re, im } = simulate(encoding.circuit).reducedDensity(encoding.column);
  expect(Math.max(...im.map(Math.abs))).toBeLessThan(1e-12);
  return new DenseMatrix(size, size, re);
}

const difference = (a: DenseMatrix, b: DenseMatrix) =>
  new DenseMatrix(
    a.rows,
    a.columns,
    a.data.map((value, e) => value - b.data[e]),
  );

describe("columnState", () => {
  // Powers of two throughout, so that the encodings need no padding.
  const factors = [
    gaussianMatrix({ rows: 8, columns: 2 }, random.split("first")),
    gaussianMatrix({ rows: 4, columns: 2 }, random.split("second")),
  ];

  it("is the reduced density of the simulated states |A⟩ and |DA⟩", () => {
    const sketch = sketchOf(factors, 12);
    const state = columnState(factors, sketch);

    const before = columnDensity(
      kroneckerEncoding(factors.map((factor) => amplitudeEncoding(rowOracle(factor)))),
    );
    const product = expandedProduct(factors);
    expandedWeights(factors, sketch).forEach((weight, i) => {
      product.mulRow(i, weight);
    });
    const scaled = new DenseMatrix(32, 4, Float64Array.from(product.to1DArray()));
    const after = columnDensity(amplitudeEncoding(rowOracle(scaled)));

    expect(largestDifference(state.before, symmetricEigenvalues(before))).toBeLessThan(1e-12);
    expect(largestDifference(state.after, symmetricEigenvalues(after))).toBeLessThan(1e-12);
    // Columns of A1 ⊗ A2 are numbered k·d2 + l, as the registers are: A2 is the low bit.
    const distance =
      symmetricEigenvalues(difference(before, after)).reduce((sum, x) => sum + Math.abs(x), 0) / 2;
    expect(state.traceDistance).toBeCloseTo(distance, 12);
    expect(state.traceDistance).toBeGreaterThan(0.01);
  });

  it("has eigenvalues that sum to 1 and a trace distance of at most 1 − lower/upper", () => {
    for (let seed = 0; seed < 40; seed++) {
      const sketch = sketchOf(factors, 4 + seed, seed);
      const { before, after, traceDistance } = columnState(factors, sketch);
      for (const eigenvalues of [before, after]) {
        expect(eigenvalues.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
        expect(eigenvalues[0]).toBeGreaterThan(-1e-14);
      }
      const { lower, upper } = certifyKronecker(factors, sketch);
      expect(traceDistance).toBeLessThanOrEqual(1 - lower / upper + 1e-12);
      expect(traceDistance).toBeGreaterThanOrEqual(0);
    }
  });

  it("is 1/d throughout for orthonormal columns, and 0 apart when all rows are kept", () => {
    const orthonormal = [16, 12].map((rows, k) =>
      orthonormalMatrix({ rows, columns: 2 }, random.split("orthonormal", k)),
    );
    const { before, traceDistance } = columnState(orthonormal, sketchOf(orthonormal, 16 * 12));
    expect(largestDifference(before, [0.25, 0.25, 0.25, 0.25])).toBeLessThan(1e-14);
    expect(traceDistance).toBeLessThan(1e-14);
  });

  it("is diagonal with counts for a replicated basis of any size", () => {
    const classes = [
      replicatedBasisMatrix({ counts: [2 ** 40 - 2 ** 38, 2 ** 38] }),
      replicatedBasisMatrix({ counts: [3, 1] }),
    ];
    const sketch = classicalSketch(
      classes.map((matrix) => rowOracle(matrix)),
      { epsilon: 0.5, delta: 0.05, draws: 50, random: seededRandom(1) },
    );
    const { before } = columnState(classes, sketch);
    expect(largestDifference(before, [1 / 16, 3 / 16, 3 / 16, 9 / 16])).toBeLessThan(1e-14);
  });

  it("refuses other factors and states of length 0", () => {
    const sketch = sketchOf(factors, 12);
    const [first, second] = factors;
    expect(() => columnState([first], sketch)).toThrow(/columnState: expected 2 factors, got 1/);
    expect(() => columnState([second, first], sketch)).toThrow(
      /columnState: expected rows from 0 to 3 of factor 1, got \d; pass the matrices that were sketched, in their order/,
    );
    const zero = new DenseMatrix(8, 2, new Float64Array(16));
    expect(() => columnState([zero, second], sketch)).toThrow(
      /columnState: expected a row of the product that is not zero, got none/,
    );
    const empty = { order: 2, indices: new Float64Array(0), weights: new Float64Array(0) };
    expect(() => columnState(factors, empty)).toThrow(/expected a row of the sketch that is not zero/);
  });
});
