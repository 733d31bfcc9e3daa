import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { softmax } from "../../../src/applications/softmax-weights.ts";
import {
  type AttentionSource,
  matrixSource,
} from "../../../src/applications/streaming-attention/attention-source.ts";
import { cachedAttention } from "../../../src/applications/streaming-attention/cached-attention.ts";
import { streamingAttention } from "../../../src/applications/streaming-attention/streaming-attention.ts";
import {
  type AttentionMatrices,
  uniformAttention,
} from "../../../src/applications/streaming-attention/uniform-attention.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(14652);

function largestDifference(
  a: readonly Float64Array[],
  matrices: AttentionMatrices,
  { outputs } = cachedAttention(matrices),
): number {
  return Math.max(
    ...a.map((row, i) => Math.max(...row.map((value, c) => Math.abs(value - outputs.at(i, c))))),
  );
}

/** A source that passes once, and counts what was taken of it; asking for a second pass throws. */
function countingSource({ Q, K, V }: AttentionMatrices) {
  const taken = { pairs: 0, queries: 0 };
  function* pairs() {
    for (let i = 0; i < K.rows; i++) {
      taken.pairs++;
      yield [K.row(i), V.row(i)] as const;
    }
  }
  function* queries() {
    expect(taken.pairs).toBe(K.rows);
    for (let i = 0; i < Q.rows; i++) {
      taken.queries++;
      yield Q.row(i);
    }
  }
  const once = <T>(rows: Iterable<T>): Iterable<T> => {
    let begun = false;
    return {
      [Symbol.iterator]() {
        if (begun) throw new Error("the rows have passed already");
        begun = true;
        return rows[Symbol.iterator]();
      },
    };
  };
  const source: AttentionSource = { keysAndValues: once(pairs()), queries: once(queries()) };
  return { source, taken };
}

describe("cachedAttention", () => {
  it("is the softmax mean of the values, and reads all keys for every query", () => {
    const { Q, K, V } = uniformAttention({ n: 40, d: 3, entry: 4 }, random.split("cache"));
    const { outputs, ledger, work } = cachedAttention({ Q, K, V });
    for (let q = 0; q < 40; q++) {
      const logits = Array.from(
        { length: 40 },
        (_, i) => K.row(i).reduce((sum, value, c) => sum + value * Q.at(q, c), 0) / Math.sqrt(3),
      );
      const weights = softmax(logits);
      for (let c = 0; c < 3; c++) {
        const mean = weights.reduce((sum, weight, i) => sum + weight * V.at(i, c), 0);
        expect(outputs.at(q, c)).toBeCloseTo(mean, 13);
      }
    }
    expect(ledger.map(({ oracle, unit, count }) => [oracle, unit, count])).toEqual([
      ["K", "row", 1600],
      ["V", "row", 1600],
    ]);
    expect(work).toEqual({ flops: 40 * 40 * 16, peakWords: 2 * 40 * 3 + 40 });
  });

  it("refuses shapes that do not fit and logits that overflow", () => {
    const fits = { Q: [[1, 0]], K: [[1, 0]], V: [[1]] };
    expect(() => cachedAttention({ ...fits, V: [[1], [2]] })).toThrow(/cachedAttention: expected K and V/);
    expect(() => cachedAttention({ ...fits, Q: [[1]] })).toThrow(/got Q 1 × 1, K 1 × 2/);
    expect(() => cachedAttention({ ...fits, Q: [[1e200, 0]], K: [[1e200, 0]] })).toThrow(/finite logits/);
    expect(cachedAttention({ ...fits, Q: [[1e150, 0]], K: [[1e150, 0]] }).outputs.at(0, 0)).toBe(1);
  });
});

describe("streamingAttention", () => {
  it("reads every row once, which a counting iterator proves, and bills it", () => {
    const matrices = uniformAttention({ n: 300, d: 3 }, random.split("once"));
    const { source, taken } = countingSource(matrices);
    const { ledger, keys, queries } = streamingAttention({
      source,
      degree: 4,
      m1: 110,
      k: 5,
      random: random.split("once sketch"),
    });
    expect(taken).toEqual({ pairs: 300, queries: 300 });
    expect([keys, queries]).toEqual([300, 300]);
    expect(ledger.map(({ oracle, count, stage }) => [oracle, count, stage])).toEqual([
      ["K", 300, "keys and values"],
      ["V", 300, "keys and values"],
      ["Q", 300, "queries"],
    ]);
  });

  it("holds words that do not depend on n: t(d + 1), features, an output", () => {
    const words = [10, 100, 1000, 10000].map((n) => {
      const source = matrixSource(uniformAttention({ n, d: 3 }, random.split("words", n)));
      const { work, stateWords, rank } = streamingAttention({ source, degree: 6, sink: () => {} });
      expect([rank, stateWords]).toEqual([84, 336]);
      return work.peakWords;
    });
    expect(new Set(words)).toEqual(new Set([336 + 84 + 3]));
  });

  it("has words that do not depend on n with sketches too", () => {
    const words = [1000, 3000].map((n) => {
      const source = matrixSource(uniformAttention({ n, d: 2 }, random.split("sketched", n)));
      const options = { source, degree: 2, sink: () => {}, m1: 220, k: 10, m2: 32 };
      return streamingAttention({ ...options, random: random.split("s") }).work.peakWords;
    });
    expect(words[0]).toBe(words[1]);
  });

  it("errs less with every even degree: below 1e-4 at d = 3, g = 6, entries in [-1, 1], at every n", () => {
    for (const n of [256, 1024, 2048]) {
      const matrices = uniformAttention({ n, d: 3 }, random.split("error", n));
      const exact = cachedAttention(matrices);
      const errors = [0, 2, 4, 6, 8].map((degree) => {
        const { outputs } = streamingAttention({ source: matrixSource(matrices), degree });
        return largestDifference(outputs, matrices, exact);
      });
      for (let g = 1; g < errors.length; g++) expect(errors[g]).toBeLessThan(errors[g - 1]);
      expect(errors[3]).toBeLessThan(1e-4);
    }
  });

  it("keeps its bound on the error, whatever the entries", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        fc.constantFrom(0, 2, 4, 6, 10),
        (seed, entry, degree) => {
          const matrices = uniformAttention({ n: 30, d: 2, entry }, seededRandom(seed));
          const { outputs, errorBound } = streamingAttention({ source: matrixSource(matrices), degree });
          expect(largestDifference(outputs, matrices)).toBeLessThanOrEqual(errorBound + 1e-12);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });

  it("fails by the size of the largest logit, not of the entries alone", () => {
    const error = (d: number, entry: number) => {
      const matrices = uniformAttention({ n: 200, d, entry }, random.split("cliff", d));
      return largestDifference(
        streamingAttention({ source: matrixSource(matrices), degree: 4 }).outputs,
        matrices,
      );
    };
    expect(error(2, 1)).toBeLessThan(1e-3);
    expect(error(2, 4)).toBeGreaterThan(0.1);
  });

  it("gives the values themselves at degree 0 as their mean, and with one key exactly", () => {
    const source = matrixSource({
      Q: [[3, 1]],
      K: [
        [1, 2],
        [0, 1],
      ],
      V: [[1], [5]],
    });
    expect(streamingAttention({ source, degree: 0 }).outputs[0][0]).toBe(3);
    const one = matrixSource({ Q: [[3, 1]], K: [[1, 2]], V: [[7, -1]] });
    expect([...streamingAttention({ source: one, degree: 4 }).outputs[0]]).toEqual([7, -1]);
  });

  it("is harmed by the middle sketch: more words than the exact state, errors above the largest output", () => {
    // Largest errors over 4096 × 3 outputs; measured 7.5, 4.0 and 1.5 times the largest output at 64, 256, 1024 rows. 1024 rows are
    // part of the test of the default study.
    const matrices = uniformAttention({ n: 4096, d: 3 }, random.split("harm"));
    const { outputs, stateWords } = streamingAttention({ source: matrixSource(matrices), degree: 6 });
    const largest = Math.max(...outputs.map((row) => Math.max(...row.map(Math.abs))));
    for (const m2 of [64, 256]) {
      const sketched = streamingAttention({
        source: matrixSource(matrices),
        degree: 6,
        m2,
        random: random.split("psi", m2),
      });
      expect(sketched.stateWords).toBe(m2 * 87 + 84);
      expect(sketched.stateWords).toBeGreaterThan(10 * stateWords);
      // The exact state's own error is below 1e-4 of an output near 0.02.
      const error = Math.max(
        ...sketched.outputs.map((row, i) => Math.max(...row.map((y, c) => Math.abs(y - outputs[i][c])))),
      );
      expect(error).toBeGreaterThan(largest);
    }
  });

  it("is right on average with the middle sketch, so the harm is its spread", () => {
    const matrices = uniformAttention({ n: 50, d: 2 }, random.split("mean"));
    const source = matrixSource(matrices);
    const exact = streamingAttention({ source, degree: 2 }).outputs[0][0];
    const draws = Array.from(
      { length: 400 },
      (_, i) =>
        streamingAttention({ source, degree: 2, m2: 16, random: random.split("draw", i) }).outputs[0][0],
    );
    const mean = draws.reduce((sum, y) => sum + y, 0) / 400;
    const deviation = Math.sqrt(draws.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 399);
    // Five standard errors: a false alarm of 6e-7.
    expect(Math.abs(mean - exact)).toBeLessThan((5 * deviation) / 20);
    expect(deviation).toBeGreaterThan(0.05);
  });

  it("recovers columns that are sparse: one-hot keys make an output with few large entries", () => {
    // Queries that meet no key have outputs near the mean 0; three queries fetch the one value of 50.
    const n = 400;
    const rows = Array.from({ length: n }, (_, i) => (i % 133 === 5 ? [2, 2] : [-2, -2]));
    const source = matrixSource({
      Q: rows,
      K: [
        [2, 2],
        [-2, -2],
      ],
      V: [[50], [0]],
    });
    const { recovered, outputs } = streamingAttention({
      source,
      degree: 24,
      m1: 11 * 64,
      k: 4,
      random: random.split("recover"),
    });
    expect(recovered![0].positions.filter((i) => i % 133 === 5)).toEqual([5, 138, 271]);
    recovered![0].positions.forEach((i, at) => {
      expect(Math.abs(recovered![0].values[at] - outputs[i][0])).toBeLessThan(0.02);
    });
  });
});

describe("streamingAttention, bad input", () => {
  const source = matrixSource({
    Q: [[1, 0]],
    K: [
      [1, 0],
      [0, 1],
    ],
    V: [[1], [2]],
  });
  const pairs = (...list: (readonly [number[], number[]])[]): AttentionSource => ({
    keysAndValues: list,
    queries: [[1, 0]],
  });

  it("refuses odd and broken degrees, and too many features before anything is allocated", () => {
    for (const degree of [1, 3, -2, 1.5, Number.NaN])
      expect(() => streamingAttention({ source, degree }), `${degree}`).toThrow(RangeError);
    expect(() => streamingAttention({ source, degree: 3 })).toThrow(/expected an even degree, got 3/);
    const wide = pairs([new Array(64).fill(0), [1]]);
    expect(() => streamingAttention({ source: wide, degree: 8 })).toThrow(LimitError);
  });

  it("refuses rows of unequal lengths, of no entries, not finite, and no rows, and names the row", () => {
    const run = (broken: AttentionSource) => () => streamingAttention({ source: broken, degree: 2 });
    expect(run(pairs())).toThrow(/expected at least one key, got none/);
    expect(run(pairs([[1, 0], [1]], [[1], [1]]))).toThrow(/expected 2 entries in key 1, got 1/);
    expect(
      run(
        pairs(
          [[1, 0], [1]],
          [
            [1, 0],
            [1, 2],
          ],
        ),
      ),
    ).toThrow(/expected 1 entries in value 1, got 2/);
    expect(run(pairs([[1, 0, 0], [1]]))).toThrow(/expected 3 entries in query 0, got 2/);
    expect(run(pairs([[], [1]]))).toThrow(/expected at least one entries in key 0/);
    expect(run(pairs([[1, Number.NaN], [1]]))).toThrow(/finite entries in key 0, got NaN/);
    expect(run(pairs([[1, 0], [Number.POSITIVE_INFINITY]]))).toThrow(/finite entries in value 0/);
    expect(run({ keysAndValues: [[[1], [1]]], queries: [] })().outputs).toEqual([]);
  });

  it("says so where logits overflow the polynomial", () => {
    const huge = matrixSource({ Q: [[1e160, 0]], K: [[1e160, 0]], V: [[1]] });
    expect(() => streamingAttention({ source: huge, degree: 2 })).toThrow(
      /the logits are too large for a polynomial of degree 2/,
    );
  });

  it("refuses sizes of sketches that do not fit together", () => {
    const run = (more: object) => () => streamingAttention({ source, degree: 2, ...more });
    expect(run({ m1: 44, random })).toThrow(/expected m1 and k together/);
    expect(run({ k: 1, random })).toThrow(/expected m1 and k together/);
    expect(run({ m1: 5, k: 1, random })).toThrow(/expected m1 to be a whole number from 11/);
    expect(run({ m2: 0, random })).toThrow(/expected m2/);
    expect(run({ m2: 4 })).toThrow(TypeError);
    expect(run({ m1: 44, k: 1 })).toThrow(/expected random with m1, got none/);
    expect(run({ m1: 44, k: 2, random })).toThrow(/expected k from 1 to the 1 queries, got 2/);
  });

  it("refuses matrices that do not fit", () => {
    const fits = { Q: [[1, 0]], K: [[1, 0]], V: [[1]] };
    expect(() => matrixSource({ ...fits, V: [[1], [2]] })).toThrow(/matrixSource: expected K and V/);
    expect(() => matrixSource({ ...fits, Q: [[1]] })).toThrow(/got Q 1 × 1/);
    expect(() => matrixSource({ ...fits, K: [[Number.NaN, 0]] })).toThrow(/K: expected a finite number/);
  });
});
