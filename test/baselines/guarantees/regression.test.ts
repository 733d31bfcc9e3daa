import { describe, it } from "vitest";
import { columnSubset, curDecomposition } from "../../../src/baselines/low-rank/column-subset.ts";
import { sampledKroneckerRegression } from "../../../src/baselines/regression/kronecker-regression.ts";
import { l1Regression, sampledL1Regression } from "../../../src/baselines/regression/l1-regression.ts";
import { sampledRegression } from "../../../src/baselines/regression/sampled-regression.ts";
import { sketchAndSolve } from "../../../src/baselines/regression/sketch-and-solve.ts";
import { embeddingRows } from "../../../src/baselines/sketches/embedding-rows.ts";
import { gaussianSketch } from "../../../src/baselines/sketches/gaussian-sketch.ts";
import { hadamardSketch } from "../../../src/baselines/sketches/hadamard-sketch.ts";
import { countSketch } from "../../../src/baselines/sketches/sparse-sketch.ts";
import { leastSquares } from "../../../src/matrix/algebra/least-squares.ts";
import { residual, residualNorm } from "../../../src/matrix/algebra/residual-norm.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import type { RealMatrix } from "../../../src/matrix/real-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import {
  expectGuarantee,
  guaranteeMatrices,
  guaranteePairs,
  thinnedProblems,
} from "../../support/guarantee-inputs.ts";
import { elevationProduct } from "../../support/real-matrices.ts";

function written(matrix: RealMatrix): DenseMatrix {
  if (matrix.kind === "dense") return matrix;
  const data = Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]).flat();
  return new DenseMatrix(matrix.rows, matrix.columns, Float64Array.from(data));
}

/** Cubes of normal numbers: a few large values that a sample may miss or stumble on. */
function heavyTails(rows: number): Float64Array {
  const draws = seededRandom(3);
  return Float64Array.from({ length: rows }, () => draws.normal() ** 3);
}

const problems = guaranteeMatrices.map(({ name, matrix }) => {
  const real = thinnedProblems.find((problem) => problem.name === name);
  const dense = written(matrix);
  return { name, matrix: dense, b: real?.b ?? heavyTails(dense.rows) };
});

// Rounding of the least residual itself, where a matrix fits b exactly or is near-singular.
const slack = (b: Float64Array) => 1e-9 * Math.hypot(...b);

describe.each([
  ["CountSketch", countSketch, "count-sketch"],
  ["a Gaussian sketch", gaussianSketch, "gaussian"],
  ["a Hadamard sketch", hadamardSketch, "hadamard"],
] as const)("sketch-and-solve by %s", (_, draw, kind) => {
  it.each(problems)("is within √((1+ε)/(1−ε)) of the best over 40 seeds on $name", ({ matrix, b }) => {
    const best = leastSquares(matrix, b).residualNorm;
    const size = matrix.rows;
    const wanted = embeddingRows(kind, { columns: matrix.columns + 1, epsilon: 0.5, delta: 0.1, size });
    const rows = kind === "hadamard" ? Math.min(wanted, 2 ** Math.ceil(Math.log2(size))) : wanted;
    expectGuarantee((seed) => {
      const { coefficients } = sketchAndSolve(matrix, b, draw({ rows, size }, seededRandom(seed)));
      return residualNorm(matrix, coefficients, b) <= Math.sqrt(3) * best + slack(b);
    });
  });
});

describe("regression on sampled rows", () => {
  it.each(problems)("by leverage is within 1 + ε of the best over 40 seeds on $name", ({ matrix, b }) => {
    const best = leastSquares(matrix, b).residualNorm;
    for (const epsilon of [0.5, 0.2]) {
      expectGuarantee((seed) => {
        const run = sampledRegression(matrix, b, { epsilon, delta: 0.1, random: seededRandom(seed) });
        return residualNorm(matrix, run.coefficients, b) <= (1 + epsilon) * best + slack(b);
      });
    }
  });

  // The rate of ℓ₁ sampling has a practical constant, no proved one.
  it.each(problems)(
    "by Lewis weights is within 1 + ε of the least sum over 20 seeds on $name",
    ({ matrix, b }) => {
      const absolute = (x: Float64Array) =>
        residual(matrix, x, b).reduce((sum, value) => sum + Math.abs(value), 0);
      const best = l1Regression(matrix, b).residualNorm;
      expectGuarantee(
        (seed) => {
          const run = sampledL1Regression(matrix, b, {
            epsilon: 0.5,
            delta: 0.1,
            random: seededRandom(seed),
          });
          return absolute(run.coefficients) <= 1.5 * best + Math.sqrt(b.length) * slack(b);
        },
        { runs: 20 },
      );
    },
  );

  it.each(guaranteePairs)(
    "of a product is within 1 + ε of the best over 40 seeds on $name",
    ({ factors }) => {
      const dense = factors.map(written);
      const product = kroneckerProduct(dense);
      const b = product.columns === 9 ? elevationProduct().b : heavyTails(product.rows);
      const best = leastSquares(product, b).residualNorm;
      const columns = dense[1].rows;
      expectGuarantee((seed) => {
        const run = sampledKroneckerRegression(dense, ([i, j]) => b[i * columns + j], {
          epsilon: 0.5,
          delta: 0.1,
          random: seededRandom(seed),
        });
        return residualNorm(product, run.coefficients, b) <= 1.5 * best + slack(b);
      });
    },
  );
});

describe("low rank by leverage", () => {
  const random = seededRandom(12);
  /** A matrix of so many columns out of consecutive values of one column of real data. */
  const folded = (values: Float64Array, columns: number) =>
    new DenseMatrix(
      Math.floor(values.length / columns),
      columns,
      values.slice(0, Math.floor(values.length / columns) * columns),
    );
  const [flights, weather] = thinnedProblems;
  const spread = gaussianMatrix({ rows: 50, columns: 24 }, random.split("spread"));
  const inputs = [
    { name: "flights", matrix: folded(flights.b, 20) },
    { name: "weather", matrix: folded(weather.b, 20) },
    { name: "elevation", matrix: folded(elevationProduct().b, 61) },
    { name: "columns graded from 1 to 1e-12", matrix: graded(spread) },
    { name: "one column that alone carries a direction", matrix: lonely(spread) },
    { name: "columns in copies", matrix: copied(spread) },
  ];

  function graded(matrix: DenseMatrix): DenseMatrix {
    return new DenseMatrix(
      50,
      24,
      matrix.data.map((x, at) => x * 10 ** (-(at % 24) / 2)),
    );
  }
  function lonely(matrix: DenseMatrix): DenseMatrix {
    return new DenseMatrix(
      50,
      24,
      matrix.data.map((x, at) => (at % 24 === 17 ? 100 * x : at < 24 ? 1 : 1e-3 * x)),
    );
  }
  function copied(matrix: DenseMatrix): DenseMatrix {
    return new DenseMatrix(
      50,
      24,
      matrix.data.map((x, at) => matrix.data[at - (at % 24) + (at % 3)] + 0.01 * x),
    );
  }

  // 4 k ln(4k) + draws of k directions against a factor of 1.5, with probability at least 3/4.
  it.each(inputs)(
    "columns leave at most 1.5, and CUR at most 2 times the best of rank k on $name",
    ({ matrix }) => {
      const rank = 3;
      expectGuarantee(
        (seed) => {
          const { error, best } = columnSubset(matrix, { rank, draws: 24, random: seededRandom(seed) });
          return error <= 1.5 * best + 1e-9;
        },
        { delta: 0.25 },
      );
      expectGuarantee(
        (seed) => {
          const options = { rank, draws: 24, rowDraws: 48, random: seededRandom(seed) };
          const { error, best } = curDecomposition(matrix, options);
          return error <= 2 * best + 1e-9;
        },
        { delta: 0.25 },
      );
    },
  );
});
