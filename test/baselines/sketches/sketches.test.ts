import { describe, expect, it } from "vitest";
import { countSketchLeverage } from "../../../src/baselines/leverage/approximate-leverage.ts";
import { rowNormScores } from "../../../src/baselines/leverage/contrast-scores.ts";
import { embeddingRows } from "../../../src/baselines/sketches/embedding-rows.ts";
import { fastFourier } from "../../../src/baselines/sketches/fast-fourier.ts";
import { gaussianSketch } from "../../../src/baselines/sketches/gaussian-sketch.ts";
import { hadamardSketch, hadamardTransform } from "../../../src/baselines/sketches/hadamard-sketch.ts";
import { halvingSample } from "../../../src/baselines/sketches/halving-sample.ts";
import { kroneckerHadamardSketch } from "../../../src/baselines/sketches/kronecker-hadamard-sketch.ts";
import { kroneckerSketchOf } from "../../../src/baselines/sketches/kronecker-sketch-of.ts";
import { type SampleRowsOptions, sampleRows } from "../../../src/baselines/sketches/sample-rows.ts";
import { sampledSketch } from "../../../src/baselines/sketches/sampled-sketch.ts";
import type { ObliviousSketch, ProductSketch } from "../../../src/baselines/sketches/sketch.ts";
import { countSketch, sparseSignSketch } from "../../../src/baselines/sketches/sparse-sketch.ts";
import { tensorSketch } from "../../../src/baselines/sketches/tensor-sketch.ts";
import { spectralBoundsOf } from "../../../src/matrix/algebra/spectral-bounds.ts";
import { asWeightedRows } from "../../../src/matrix/as-weighted-rows.ts";
import type { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { needleMatrix } from "../../../src/matrix/generators/needle-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { kroneckerApply } from "../../../src/matrix/kronecker/kronecker-apply.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import type { RealMatrix } from "../../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../../src/oracles/row-oracle.ts";
import { targetOracle } from "../../../src/oracles/target-oracle.ts";
import type { RandomStream } from "../../../src/random/random-stream.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectFailures } from "../../support/expect-failures.ts";
import { expectMean, expectRate } from "../../support/expect-mean.ts";
import { factorFamilies } from "../../support/factor-families.ts";
import { largestDifference } from "../../support/real-dense.ts";

const random = seededRandom(31);
const matrix = gaussianMatrix({ rows: 200, columns: 3 }, random.split("matrix"));
const apply = (a: DenseMatrix, x: ArrayLike<number>) =>
  Float64Array.from({ length: a.rows }, (_, i) => a.row(i).reduce((sum, value, k) => sum + value * x[k], 0));

type Draw = (shape: { rows: number; size: number }, random: RandomStream) => ObliviousSketch;
const oblivious: readonly (readonly [string, Draw, "gaussian" | "count-sketch" | "hadamard" | undefined])[] =
  [
    ["Gaussian", gaussianSketch, "gaussian"],
    ["Hadamard", hadamardSketch, "hadamard"],
    ["CountSketch", countSketch, "count-sketch"],
    ["sparse sign", sparseSignSketch, undefined],
  ];

/** Whether (1 ± ε) holds for a sketched matrix against the whole one. */
function embeds(short: DenseMatrix, original: RealMatrix, epsilon: number): boolean {
  const { lower, upper } = spectralBoundsOf(asWeightedRows(short), original);
  return lower >= 1 - epsilon && upper <= 1 + epsilon;
}

/** Real data, and more seeds, are in test/baselines/guarantees. */
const families: readonly { readonly name: string; readonly matrix: RealMatrix }[] = factorFamilies.map(
  ({ name, small }) => ({ name, matrix: small(seededRandom(1))[0] }),
);

describe.each(oblivious)("%s sketch", (_, draw, kind) => {
  it("is linear, the same at each use, and the same on a matrix, an oracle and a right-hand side", () => {
    const sketch = draw({ rows: 16, size: 200 }, seededRandom(4));
    const x = [1, -2, 3];
    const short = sketch.apply(matrix);
    expect([short.rows, short.columns]).toEqual([16, 3]);
    expect(largestDifference(apply(short, x), sketch.applyTarget(apply(matrix, x)))).toBeLessThan(1e-12);
    const oracle = rowOracle(matrix);
    expect(sketch.apply(oracle).data).toEqual(short.data);
    expect(oracle.ledger.total()).toBe(200);
    const target = targetOracle(apply(matrix, x));
    sketch.applyTarget(target);
    expect(target.ledger.total({ oracle: "b", unit: "entry" })).toBe(200);
    expect(draw({ rows: 16, size: 200 }, seededRandom(5)).apply(matrix).data).not.toEqual(short.data);
  });

  it("keeps lengths in the mean: E ‖Sx‖² = ‖x‖²", () => {
    const x = Float64Array.from({ length: 40 }, (_, i) => (i === 3 ? 5 : Math.sin(i)));
    const square = x.reduce((sum, value) => sum + value * value, 0);
    const sample = Array.from({ length: 400 }, (_, seed) =>
      draw({ rows: 8, size: 40 }, seededRandom(seed))
        .applyTarget(x)
        .reduce((sum, value) => sum + value * value, 0),
    );
    expectMean(sample, square);
  });

  // Binomial test at false alarm 1e-6. Sparse signs have no proved constant: 16 d ln d/δ rows hold in practice.
  it.each(families)("embeds the columns of $name with probability ≥ 1 − δ", ({ matrix: original }) => {
    const { rows: size, columns } = original;
    const need = { columns, epsilon: 0.5, delta: 0.2, size };
    const wanted =
      kind === undefined
        ? Math.ceil(16 * columns * Math.log(columns / need.delta))
        : embeddingRows(kind, need);
    const rows = kind === "hadamard" ? Math.min(wanted, 2 ** Math.ceil(Math.log2(size))) : wanted;
    const seeds = 20;
    let failures = 0;
    for (let seed = 0; seed < seeds; seed++) {
      if (!embeds(draw({ rows, size }, seededRandom(seed)).apply(original), original, 0.5)) failures++;
    }
    expectFailures(failures, seeds, need.delta);
  });

  it("refuses sizes that are not whole, matrices of another length, and rows without number", () => {
    expect(() => draw({ rows: 0, size: 10 }, random)).toThrow(RangeError);
    expect(() => draw({ rows: 4, size: 2.5 }, random)).toThrow(RangeError);
    const sketch = draw({ rows: 4, size: 100 }, random);
    expect(() => sketch.apply(matrix)).toThrow(/expected 100 rows in A, got 200/);
    expect(() => sketch.applyTarget([1, 2])).toThrow(/expected 100 rows in b, got 2/);
    const tall = needleMatrix({ rows: 2 ** 40, form: "row-class" }, random);
    if (kind !== "hadamard") {
      expect(() => draw({ rows: 4, size: 2 ** 40 }, random).apply(tall)).toThrow(
        /expected at most 268435456 rows/,
      );
    }
  });
});

describe("building blocks", () => {
  it("the Hadamard transform is its definition Σ (−1)^(i·j) x_i", () => {
    const x = Float64Array.from({ length: 16 }, () => random.normal());
    const parity = (v: number) => [...v.toString(2)].filter((bit) => bit === "1").length % 2;
    const expected = x.map((_, j) => x.reduce((sum, value, i) => sum + (parity(i & j) ? -value : value), 0));
    const transformed = x.slice();
    hadamardTransform(transformed);
    expect(largestDifference(transformed, expected)).toBeLessThan(1e-13);
  });

  it("the fast Fourier transform is its definition, and its inverse undoes it", () => {
    const re = Float64Array.from({ length: 32 }, () => random.normal());
    const im = Float64Array.from({ length: 32 }, () => random.normal());
    const expected = re.map((_, k) =>
      re.reduce(
        (sum, x, j) =>
          sum + x * Math.cos((2 * Math.PI * j * k) / 32) + im[j] * Math.sin((2 * Math.PI * j * k) / 32),
        0,
      ),
    );
    const [x, y] = [re.slice(), im.slice()];
    fastFourier(x, y);
    expect(largestDifference(x, expected)).toBeLessThan(1e-12);
    fastFourier(x, y, true);
    expect(
      largestDifference(
        x.map((value) => value / 32),
        re,
      ),
    ).toBeLessThan(1e-14);
  });

  it("embeddingRows gives the proved numbers, and refuses what is out of range", () => {
    expect(embeddingRows("gaussian", { columns: 8, epsilon: 0.5, delta: 0.05 })).toBe(609);
    expect(embeddingRows("count-sketch", { columns: 4, epsilon: 0.5, delta: 0.05 })).toBe(1600);
    expect(embeddingRows("tensor", { columns: 4, epsilon: 0.5, delta: 0.1 })).toBe(8192);
    expect(() => embeddingRows("hadamard", { columns: 4, epsilon: 0.5, delta: 0.1 })).toThrow(/size/);
    expect(() => embeddingRows("gaussian", { columns: 4, epsilon: 1, delta: 0.1 })).toThrow(/epsilon/);
    expect(() => embeddingRows("gaussian", { columns: 0, epsilon: 0.5, delta: 0.1 })).toThrow(/columns/);
  });

  it("a Hadamard sketch may not be longer than the padded matrix, nor sparse signs denser than it", () => {
    expect(() => hadamardSketch({ rows: 300, size: 200 }, random)).toThrow(/at most 256 rows/);
    expect(() => sparseSignSketch({ rows: 4, size: 10, nonzeros: 5 }, random)).toThrow(/at most 4 non-zeros/);
  });
});

describe("sampleRows", () => {
  const good = { epsilon: 0.5, delta: 0.1 };

  // Binomial test at false alarm 1e-6.
  it.each(families)(
    "is an ε-approximation of $name with probability ≥ 1 − δ, by leverage",
    ({ matrix: original }) => {
      const seeds = 20;
      for (const form of ["iid", "bernoulli"] as const) {
        let failures = 0;
        for (let seed = 0; seed < seeds; seed++) {
          const { rows, ledger } = sampleRows(original, { ...good, form, random: seededRandom(seed) });
          const { lower, upper } = spectralBoundsOf(rows, original);
          if (lower < 0.5 || upper > 1.5) failures++;
          expect(ledger.total()).toBe(original.rows);
        }
        expectFailures(failures, seeds, good.delta);
      }
    },
  );

  it("misses the needle by uniform draws and by row norms with the predicted probability", () => {
    const n = 300;
    const needle = needleMatrix({ rows: n, position: 17 });
    for (const [law, share] of [
      ["uniform", 1 / n],
      ["row-norm", 1 / n],
    ] as const) {
      let missed = 0;
      for (let seed = 0; seed < 300; seed++) {
        const { rows } = sampleRows(needle, { random: seededRandom(seed), law, draws: 60 });
        if (!rows.indices.includes(17)) missed++;
      }
      expectRate(missed, 300, (1 - share) ** 60);
    }
    const { rows } = sampleRows(needle, { random, draws: 60 });
    expect(rows.indices).toContain(17);
  });

  it("is unbiased: E BᵀB = AᵀA, whatever the law and form", () => {
    for (const law of ["leverage", "row-norm", "uniform"] as const) {
      for (const form of ["iid", "bernoulli"] as const) {
        const sample = Array.from({ length: 300 }, (_, seed) => {
          const { rows } = sampleRows(matrix, { random: seededRandom(seed), law, form, draws: 20 });
          return rows.weights.reduce((sum, w, e) => sum + w * w * rows.values[3 * e] ** 2, 0);
        });
        expectMean(
          sample,
          matrix.data.reduce((sum, x, e) => sum + (e % 3 === 0 ? x * x : 0), 0),
        );
      }
    }
  });

  it("draws by approximate scores with their factor, on 2^40 rows too, and reads only drawn rows when uniform", () => {
    const scores = countSketchLeverage(matrix, { ...good, random });
    const { rows } = sampleRows(matrix, { ...good, random, form: "bernoulli", scores });
    expect(embedsRows(rows, matrix)).toBe(true);
    const tall = replicatedBasisMatrix({ counts: [2 ** 40, 5] });
    const kept = sampleRows(tall, { ...good, random, form: "bernoulli" });
    expect(kept.rows.counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(1000);
    expect(new Set(kept.rows.indices).size).toBe(kept.rows.indices.length);
    const uniform = sampleRows(tall, { ...good, random, law: "uniform", draws: 10 });
    expect(uniform.ledger.total()).toBe(uniform.rows.indices.length);
    const iid = sampleRows(tall, { ...good, random });
    expect(embedsRows(iid.rows, tall)).toBe(true);
  });

  it("gives the sketch that picks the same rows, and reads the right-hand side only there", () => {
    const { rows, sketch } = sampleRows(matrix, { ...good, random });
    const short = sketch.apply(matrix);
    expect(short.row(0)[1]).toBeCloseTo(rows.weights[0] * rows.values[1], 12);
    const b = targetOracle(matrix.data.filter((_, e) => e % 3 === 2));
    const values = sketch.applyTarget(b);
    expect(
      largestDifference(
        values,
        Float64Array.from({ length: short.rows }, (_, e) => short.at(e, 2)),
      ),
    ).toBeLessThan(1e-12);
    expect(b.ledger.total({ oracle: "b", unit: "entry" })).toBe(rows.weights.length);
  });

  it.each<[string, Partial<SampleRowsOptions>, RegExp]>([
    ["epsilon", { epsilon: 0 }, /epsilon/],
    ["delta", { delta: 2 }, /delta/],
    ["a law", { law: "best" as never }, /law/],
    ["a form", { form: "both" as never }, /form/],
    ["a constant", { constant: 0 }, /constant/],
    ["draws", { draws: 1.5 }, /draws/],
    ["scores without guarantee", { scores: rowNormScores(matrix) }, /expected scores with a guarantee/],
    [
      "scores of another law",
      { law: "row-norm", scores: countSketchLeverage(matrix, { ...good, random }) },
      /under law/,
    ],
    [
      "scores of another matrix",
      { scores: countSketchLeverage([[1], [2]], { ...good, random }) },
      /expected 200 scores/,
    ],
  ])("refuses %s out of place", (_, options, message) => {
    expect(() => sampleRows(matrix, { random, ...options })).toThrow(message);
  });

  it("refuses a matrix of zeros, and lists without indices", () => {
    expect(() =>
      sampleRows(
        [
          [0, 0],
          [0, 0],
        ],
        { random },
      ),
    ).toThrow(/rank 0/);
    const nameless = {
      indices: Float64Array.of(-1),
      weights: Float64Array.of(1),
      counts: Float64Array.of(3),
    };
    expect(() => sampledSketch(nameless, 10)).toThrow(/rows with their indices/);
  });
});

describe("halvingSample", () => {
  // Binomial test at false alarm 1e-6; with c = 1 errors are still far from ε (measured).
  it.each(factorFamilies)(
    "is an ε-approximation of factors $name, small and of 2^26 rows",
    ({ small, tall }) => {
      let failures = 0;
      for (let seed = 0; seed < 6; seed++) {
        for (const original of [small(seededRandom(seed))[0], tall(seededRandom(seed))[0]]) {
          const { rows } = halvingSample(original, { epsilon: 0.5, delta: 0.1, random: seededRandom(seed) });
          const { lower, upper } = spectralBoundsOf(rows, original);
          if (lower < 0.5 || upper > 1.5) failures++;
        }
      }
      expectFailures(failures, 12, 0.1);
    },
  );

  it("halves a tall dense matrix, reads each row once and keeps few", () => {
    const tall = gaussianMatrix({ rows: 40_000, columns: 3 }, random.split("tall"));
    const sample = halvingSample(tall, { epsilon: 0.5, delta: 0.1, random, constant: 1 });
    expect(sample.ledger.total()).toBe(40_000);
    expect(sample.ledger.entries().length).toBeGreaterThan(5);
    expect(sample.rows.weights.length).toBeLessThan(1000);
    expect(embedsRows(sample.rows, tall)).toBe(true);
    expect(sample.warnings[0]).toMatch(/proved for c = 3 only/);
    for (const [e, index] of sample.rows.indices.entries()) {
      expect([...sample.rows.values.subarray(3 * e, 3 * e + 3)]).toEqual([...tall.row(index)]);
    }
  });

  it("refuses options out of range and a matrix of zeros", () => {
    const options = { epsilon: 0.5, delta: 0.1, random };
    expect(() => halvingSample(matrix, { ...options, epsilon: 1 })).toThrow(/epsilon/);
    expect(() => halvingSample(matrix, { ...options, delta: 0 })).toThrow(/delta/);
    expect(() => halvingSample(matrix, { ...options, constant: -1 })).toThrow(/constant/);
    expect(() => halvingSample([[0], [0]], options)).toThrow(/the matrix is zero/);
  });
});

describe("sketches of Kronecker products", () => {
  const factors = [
    gaussianMatrix({ rows: 40, columns: 2 }, random.split("first")),
    gaussianMatrix({ rows: 30, columns: 2 }, random.split("second")),
  ];
  const sizes = [40, 30];
  // That they embed products is in test/baselines/guarantees.
  const draws: readonly (readonly [string, (random: RandomStream, rows: number) => ProductSketch])[] = [
    ["TensorSketch", (r, rows) => tensorSketch({ rows, sizes }, r)],
    ["Kronecker Hadamard", (r, rows) => kroneckerHadamardSketch({ rows, sizes }, r)],
    [
      "Kronecker product of sketches",
      (r, rows) =>
        kroneckerSketchOf(
          sizes.map((size, k) => gaussianSketch({ rows: Math.sqrt(rows), size }, r.split("factor", k))),
        ),
    ],
  ];

  it.each(draws)("%s is linear, agrees with its right-hand side, and bills n₁ + n₂ rows", (_, draw) => {
    const sketch = draw(seededRandom(2), 64);
    const oracles = factors.map((factor, k) => rowOracle(factor, { name: `A${k + 1}` }));
    const x = Float64Array.of(1, -2, 0.5, 3);
    const short = sketch.apply(oracles);
    expect([short.rows, short.columns, sketch.size]).toEqual([64, 4, 1200]);
    expect(largestDifference(apply(short, x), sketch.applyTarget(kroneckerApply(factors, x)))).toBeLessThan(
      1e-12,
    );
    expect(oracles.map(({ ledger }) => ledger.total())).toEqual([40, 30]);
    expect(() => sketch.apply([factors[0]])).toThrow(/expected 2 factors, got 1/);
    expect(() => sketch.applyTarget([1, 2])).toThrow(/expected 1200 rows in b/);
  });

  it("TensorSketch is the CountSketch of the product with combined hashes, for three factors too", () => {
    const three = [...factors, gaussianMatrix({ rows: 5, columns: 3 }, random.split("third"))];
    const sketch = tensorSketch({ rows: 32, sizes: [40, 30, 5] }, seededRandom(9));
    const expanded = kroneckerProduct(three);
    const short = sketch.apply(three);
    for (const k of [0, 5, 11]) {
      const column = Float64Array.from({ length: expanded.rows }, (_, i) => expanded.at(i, k));
      const expected = sketch.applyTarget(column);
      expect(
        largestDifference(
          Float64Array.from({ length: 32 }, (_, j) => short.at(j, k)),
          expected,
        ),
      ).toBeLessThan(1e-11);
    }
  });

  it("refuse sizes that do not fit", () => {
    expect(() => tensorSketch({ rows: 30, sizes }, random)).toThrow(/power of two/);
    expect(() => tensorSketch({ rows: 32, sizes: [] }, random)).toThrow(/at least one factor/);
    expect(() => tensorSketch({ rows: 2 ** 27, sizes }, random).apply(factors)).toThrow(
      /at most 134217728 entries/,
    );
    expect(() => kroneckerSketchOf([])).toThrow(/at least one sketch/);
    expect(() => kroneckerHadamardSketch({ rows: 10 ** 6, sizes }, random)).toThrow(/at most 2048 rows/);
  });
});

function embedsRows(rows: Parameters<typeof spectralBoundsOf>[0], original: RealMatrix): boolean {
  const { lower, upper } = spectralBoundsOf(rows, original);
  return lower >= 0.5 && upper <= 1.5;
}
