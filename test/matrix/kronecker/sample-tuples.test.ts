import { describe, expect, it } from "vitest";
import { asWeightedRows } from "../../../src/matrix/as-weighted-rows.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { allTuples, tupleCount } from "../../../src/matrix/kronecker/all-tuples.ts";
import { kroneckerRow } from "../../../src/matrix/kronecker/kronecker-row.ts";
import { sampleTuples } from "../../../src/matrix/kronecker/sample-tuples.ts";
import { TupleAccumulator } from "../../../src/matrix/kronecker/tuple-accumulator.ts";
import { tuplesNeeded } from "../../../src/matrix/kronecker/tuples-needed.ts";
import type { WeightedTuples } from "../../../src/matrix/kronecker/weighted-tuples.ts";
import type { WeightedRows } from "../../../src/matrix/weighted-rows.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectFits } from "../../support/chi-square.ts";
import { expectMean } from "../../support/expect-mean.ts";

const random = seededRandom(7);
const laws = ["leverage", "length-squared", "uniform"] as const;

/** Short lists as they come from a search and from reading: rows with weights, and blocks of identical rows. */
const lists: readonly WeightedRows[] = [
  {
    ...asWeightedRows(gaussianMatrix({ rows: 6, columns: 2 }, random)),
    weights: Float64Array.of(1, 2, 0.5, 1.5, 3, 1),
    indices: Float64Array.of(40, 3, 17, 99, 5, 60),
  },
  asWeightedRows(replicatedBasisMatrix({ counts: [7, 2] })),
];

/** The row of A behind an index, from the list that has it. */
function rowOf({ columns, values, counts, indices }: WeightedRows, index: number): Float64Array {
  const e = indices.findIndex((first, k) => first <= index && index < first + counts[k]);
  return values.subarray(e * columns, (e + 1) * columns);
}

/** AᵀD²A by its definition. */
function gramOf({ order, indices, weights }: WeightedTuples, from: readonly WeightedRows[]): Float64Array {
  const columns = from.reduce((product, list) => product * list.columns, 1);
  const gram = new Float64Array(columns ** 2);
  weights.forEach((weight, e) => {
    const row = kroneckerRow(from.map((list, k) => rowOf(list, indices[e * order + k])));
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) gram[a * columns + b] += weight ** 2 * row[a] * row[b];
    }
  });
  return gram;
}

describe("sampleTuples", () => {
  const exact = gramOf(allTuples(lists), lists);

  // 16 entries for each of three laws, of which 10 differ: false alarm 3e-6 in all.
  it.each(laws)("is unbiased: E AᵀD²A is the Gram matrix of all tuples, law %s", (law) => {
    const grams = Array.from({ length: 600 }, (_, seed) =>
      gramOf(sampleTuples(lists, 25, seededRandom(seed), law), lists),
    );
    exact.forEach((expected, e) => {
      expectMean(
        grams.map((gram) => gram[e]),
        expected,
      );
    });
  });

  it("draws each factor's rows by their weighted leverage scores, independently", () => {
    const draws = 40_000;
    const seen = new Map<string, number>();
    // One tuple at a time, so that equal ones are not merged.
    const stream = random.split("single draws");
    for (let draw = 0; draw < draws; draw++) {
      const { indices } = sampleTuples(lists, 1, stream.split("draw", draw));
      const key = indices.join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const all = allTuples(lists);
    const [observed, expected]: [number[], number[]] = [[], []];
    all.weights.forEach((_, e) => {
      const [i, j] = all.indices.subarray(2 * e, 2 * e + 2);
      observed.push(seen.get(`${i},${j}`) ?? 0);
      expected.push(draws * probabilityOf(i) * (j < 7 ? 1 / 14 : 1 / 4));
    });
    expect(observed.reduce((sum, count) => sum + count)).toBe(draws);
    expectFits(observed, expected);
  });

  it("has weight √(Π w²/(m·q)) for each time a tuple is drawn", () => {
    const { indices, weights } = sampleTuples(lists, 1, seededRandom(1));
    const [i, j] = indices;
    const q = probabilityOf(i) * (j < 7 ? 1 / 14 : 1 / 4);
    const w = lists[0].weights[lists[0].indices.indexOf(i)];
    expect(weights[0] ** 2).toBeCloseTo(w ** 2 / q, 9);
  });

  it("refuses a number of draws that is none, and lists of zeros", () => {
    for (const draws of [0, -1, 1.5, Number.NaN]) {
      expect(() => sampleTuples(lists, draws, random)).toThrow(
        `sampleTuples: expected a whole number of draws ≥ 1, got ${draws}; see tuplesNeeded.`,
      );
    }
    const zeros = { ...lists[0], values: new Float64Array(12) };
    for (const law of ["leverage", "length-squared"] as const) {
      expect(() => sampleTuples([zeros, lists[1]], 5, random, law)).toThrow(/non-zero row, got rank 0/);
    }
  });

  /** τ_i(B)/rank of the first list, from the inverse of its 2 × 2 Gram matrix. */
  function probabilityOf(index: number): number {
    const { values, weights, indices } = lists[0];
    let [a, b, c] = [0, 0, 0];
    weights.forEach((w, e) => {
      const [x, y] = values.subarray(2 * e, 2 * e + 2);
      a += w * w * x * x;
      b += w * w * x * y;
      c += w * w * y * y;
    });
    const e = indices.indexOf(index);
    const [x, y] = values.subarray(2 * e, 2 * e + 2);
    return (weights[e] ** 2 * (c * x * x - 2 * b * x * y + a * y * y)) / (a * c - b * b) / 2;
  }
});

describe("allTuples", () => {
  it("has every tuple once, in order, with the product of the weights", () => {
    const { order, indices, weights } = allTuples(lists);
    expect(order).toBe(2);
    expect(weights.length).toBe(6 * 9);
    expect(tupleCount(lists)).toBe(6 * 9);
    weights.forEach((weight, e) => {
      expect(indices[2 * e]).toBe(lists[0].indices[Math.floor(e / 9)]);
      expect(indices[2 * e + 1]).toBe(e % 9);
      expect(weight).toBe(lists[0].weights[Math.floor(e / 9)]);
    });
  });

  it("leaves rows of zeros out", () => {
    const holey = { ...lists[0], values: lists[0].values.map((x, e) => (e < 4 ? 0 : x)) };
    const { indices, weights } = allTuples([holey, holey]);
    expect(weights.length).toBe(16);
    expect(indices.includes(40) || indices.includes(3)).toBe(false);
  });
});

describe("tuplesNeeded", () => {
  it("is ⌈c·ratio·ln(2r/δ)/ε²⌉", () => {
    const need = { constant: 3, rank: 16, ratio: 16, epsilon: 0.25, delta: 0.05 };
    expect(tuplesNeeded(need)).toBe(Math.ceil((3 * 16 * Math.log(640)) / 0.0625));
    expect(tuplesNeeded(need)).toBe(4963);
    expect(tuplesNeeded({ ...need, ratio: 32 })).toBeGreaterThan(2 * 4963 - 2);
  });
});

describe("TupleAccumulator", () => {
  it("adds up equal tuples in the order in which they were first seen, at indices up to 2^53", () => {
    const tuples = new TupleAccumulator(2);
    const far = 2 ** 53 - 1;
    tuples.add([far, 1], 4);
    tuples.add([1, far], 9);
    tuples.add([far, 1], 5);
    tuples.add([11, 1], 1);
    tuples.add([1, 11], 1);
    const { order, indices, weights } = tuples.finish();
    expect(order).toBe(2);
    expect([...indices]).toEqual([far, 1, 1, far, 11, 1, 1, 11]);
    expect([...weights]).toEqual([3, 3, 1, 1]);
  });
});
