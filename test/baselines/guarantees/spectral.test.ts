import { describe, expect, it } from "vitest";
import { classicalSketch } from "../../../src/baselines/classical-sketch.ts";
import {
  countSketchLeverage,
  projectedLeverage,
} from "../../../src/baselines/leverage/approximate-leverage.ts";
import { exactLeverage } from "../../../src/baselines/leverage/exact-leverage.ts";
import { onlineLeverage } from "../../../src/baselines/leverage/online-leverage.ts";
import { ridgeLeverage } from "../../../src/baselines/leverage/ridge-leverage.ts";
import { embeddingRows } from "../../../src/baselines/sketches/embedding-rows.ts";
import { gaussianSketch } from "../../../src/baselines/sketches/gaussian-sketch.ts";
import { hadamardSketch } from "../../../src/baselines/sketches/hadamard-sketch.ts";
import { halvingSample } from "../../../src/baselines/sketches/halving-sample.ts";
import { kroneckerHadamardSketch } from "../../../src/baselines/sketches/kronecker-hadamard-sketch.ts";
import { kroneckerSketchOf } from "../../../src/baselines/sketches/kronecker-sketch-of.ts";
import { sampleRows } from "../../../src/baselines/sketches/sample-rows.ts";
import { countSketch, sparseSignSketch } from "../../../src/baselines/sketches/sparse-sketch.ts";
import { tensorSketch } from "../../../src/baselines/sketches/tensor-sketch.ts";
import { certifyKronecker } from "../../../src/comparison/certify-kronecker.ts";
import { product } from "../../../src/matrix/algebra/product.ts";
import { rowSpace } from "../../../src/matrix/algebra/row-space.ts";
import { spectralBounds, spectralBoundsOf } from "../../../src/matrix/algebra/spectral-bounds.ts";
import { transposed } from "../../../src/matrix/algebra/transposed.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import type { RealMatrix } from "../../../src/matrix/real-matrix.ts";
import type { WeightedRows } from "../../../src/matrix/weighted-rows.ts";
import type { RandomStream } from "../../../src/random/random-stream.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectGuarantee, guaranteeMatrices, guaranteePairs } from "../../support/guarantee-inputs.ts";

const need = { epsilon: 0.5, delta: 0.1 };

function approximates(rows: WeightedRows, original: RealMatrix): boolean {
  const { lower, upper } = spectralBoundsOf(rows, original);
  return lower >= 1 - need.epsilon && upper <= 1 + need.epsilon;
}

/** Classes written out: product sketches are compared with the expanded product. */
function written(matrix: RealMatrix): DenseMatrix {
  if (matrix.kind === "dense") return matrix;
  const data = Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]).flat();
  return new DenseMatrix(matrix.rows, matrix.columns, Float64Array.from(data));
}

/** The rows in coordinates in which the columns of the original are orthonormal. */
function whitened(rows: DenseMatrix, original: RealMatrix): DenseMatrix {
  const space = rowSpace(original);
  const white = new DenseMatrix(rows.rows, space.rank, new Float64Array(rows.rows * space.rank));
  for (let i = 0; i < rows.rows; i++) space.whiten(rows.row(i), white.row(i));
  return white;
}

/**
 * Whether a sketch SA keeps (1 ± ε) on the row space of A. Its rows are sums of rows of A, so that they leave that space by the rounding
 * of the terms, however short the sum: `spectralBoundsOf` would take that for a row from elsewhere.
 */
function embeds(short: DenseMatrix, original: RealMatrix, epsilon = need.epsilon): boolean {
  const white = whitened(short, original);
  const { lower, upper } = spectralBounds(product(transposed(white), white));
  return lower >= 1 - epsilon && upper <= 1 + epsilon;
}

type Shape = Pick<RealMatrix, "rows" | "columns">;
type Approximate = (matrix: RealMatrix, random: RandomStream) => WeightedRows;
const approximations: readonly (readonly [string, Approximate])[] = [
  ["leverage sampling with replacement", (a, random) => sampleRows(a, { ...need, random }).rows],
  ["Bernoulli leverage sampling", (a, random) => sampleRows(a, { ...need, random, form: "bernoulli" }).rows],
  [
    "sampling by approximate scores",
    (a, random) =>
      sampleRows(a, {
        ...need,
        delta: 0.05,
        random,
        scores: countSketchLeverage(a, { ...need, delta: 0.05, random }),
      }).rows,
  ],
  ["repeated halving", (a, random) => halvingSample(a, { ...need, random }).rows],
];

/** Oblivious sketches with the number of rows that they need; that of sparse signs, 16 d ln((d+1)/δ), holds in practice. */
const oblivious: readonly (readonly [string, typeof countSketch, (shape: Shape) => number])[] = [
  ["the Gaussian sketch", gaussianSketch, ({ columns }) => embeddingRows("gaussian", { ...need, columns })],
  [
    "the Hadamard sketch",
    hadamardSketch,
    ({ columns, rows: size }) =>
      Math.min(2 ** Math.ceil(Math.log2(size)), embeddingRows("hadamard", { ...need, columns, size })),
  ],
  ["CountSketch", countSketch, ({ columns }) => embeddingRows("count-sketch", { ...need, columns })],
  [
    "the sparse sign sketch",
    sparseSignSketch,
    ({ columns }) => Math.ceil(16 * columns * Math.log((columns + 1) / need.delta)),
  ],
];

describe.each(approximations)("%s", (_, approximate) => {
  it.each(guaranteeMatrices)("keeps (1 ± ε) at its rate over 40 seeds on $name", ({ matrix }) => {
    expectGuarantee((seed) => approximates(approximate(matrix, seededRandom(seed)), matrix));
  });
});

describe.each(oblivious)("%s", (_, draw, rowsFor) => {
  it.each(guaranteeMatrices)("keeps (1 ± ε) at its rate over 40 seeds on $name", ({ matrix }) => {
    const shape = { rows: rowsFor(matrix), size: matrix.rows };
    expectGuarantee((seed) => embeds(draw(shape, seededRandom(seed)).apply(matrix), matrix));
  });
});

describe.each([
  ["projected scores", projectedLeverage],
  ["scores against a CountSketch", countSketchLeverage],
] as const)("%s", (_, method) => {
  it.each(guaranteeMatrices)(
    "keep their factor for all rows at once over 40 seeds on $name",
    ({ matrix }) => {
      const exact = exactLeverage(matrix).scores;
      expectGuarantee((seed) => {
        const { scores, factor } = method(matrix, { ...need, random: seededRandom(seed) });
        const { lower, upper } = factor ?? { lower: Number.NaN, upper: Number.NaN };
        return scores.every(
          (score, i) => score >= lower * exact[i] - 1e-9 && score <= upper * exact[i] + 1e-9,
        );
      });
    },
  );
});

describe("deterministic over-estimates", () => {
  it.each(guaranteeMatrices)("online scores lie between the ridge scores and 1 on $name", ({ matrix }) => {
    for (const lambda of [1e-2, 10]) {
      const a = written(matrix);
      const { scores } = onlineLeverage(a, { lambda });
      const ridge = ridgeLeverage(a, { lambda }).scores;
      expect(scores.every((score, i) => score <= 1 && score >= ridge[i] * (1 - 1e-6) - 1e-9)).toBe(true);
    }
  });
});

describe("sketches of products", () => {
  it.each(guaranteePairs)("product leverage keeps (1 ± ε) at its rate on $name", ({ factors }) => {
    expectGuarantee((seed) => {
      const sketch = classicalSketch(factors, { ...need, random: seededRandom(seed) });
      return certifyKronecker(factors, sketch, need.epsilon).holds;
    });
  });

  it.each(guaranteePairs)(
    "TensorSketch, Kronecker Hadamard and a product of sketches keep it on $name",
    ({ factors }) => {
      // A sketch is linear: on orthonormal columns, SU is SA in the coordinates in which the factors are well-conditioned.
      const dense = factors.map((factor) => whitened(written(factor), factor));
      const expanded = kroneckerProduct(dense);
      const sizes = dense.map(({ rows }) => rows);
      const { columns, rows: size } = expanded;
      const padded = sizes.reduce((total, n) => total * 2 ** Math.ceil(Math.log2(n)), 1);
      // (1 + ε₁)² − 1 ≤ ε for the two factors; TensorSketch has a proved number, the Hadamard sketch is given that of the plain one.
      const loose = 0.9;
      const inner = Math.sqrt(1 + loose) - 1;
      const draws = [
        (random: RandomStream) =>
          tensorSketch({ rows: embeddingRows("tensor", { ...need, columns }), sizes }, random),
        (random: RandomStream) =>
          kroneckerHadamardSketch(
            { rows: Math.min(padded, embeddingRows("hadamard", { ...need, columns, size })), sizes },
            random,
          ),
        (random: RandomStream) =>
          kroneckerSketchOf(
            dense.map((factor, k) =>
              gaussianSketch(
                {
                  rows: embeddingRows("gaussian", {
                    columns: factor.columns,
                    epsilon: inner,
                    delta: need.delta / 2,
                  }),
                  size: factor.rows,
                },
                random.split("factor", k),
              ),
            ),
          ),
      ];
      // The last has the square of hundreds of rows; fewer runs of it still catch a method that fails.
      for (const [k, draw] of draws.entries()) {
        if (k === 2 && columns > 2) continue;
        const [epsilon, runs] = k === 2 ? [loose, 7] : [need.epsilon, 16];
        expectGuarantee((seed) => embeds(draw(seededRandom(seed)).apply(dense), expanded, epsilon), { runs });
      }
    },
  );
});
