import { describe, expect, it } from "vitest";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { RowClassMatrix } from "../../src/matrix/row-class-matrix.ts";
import type { MarkedRows } from "../../src/oracles/nested-subsets.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFits, expectUniform } from "../support/chi-square.ts";
import { choose, ratio } from "../support/exact-probability.ts";
import { expectRate } from "../support/expect-mean.ts";

/** Classes of 5, 4 and 3 rows whose value is the class number. */
const counts = [5, 4, 3];
const rows = 12;
const classes = new RowClassMatrix(counts.map((count, k) => ({ count, row: Float64Array.of(k) })));
const dense = new DenseMatrix(
  rows,
  1,
  Float64Array.from(counts.flatMap((count, k) => new Array<number>(count).fill(k))),
);
const forms: [string, RealMatrix][] = [
  ["dense", dense],
  ["row-class", classes],
];

function foundBy(marks: MarkedRows) {
  const positions = Array.from({ length: marks.size }, (_, x) => x).filter((x) => marks.check(x));
  return positions.map((position) => ({ position, ...marks.found(position) }));
}

const inside = [0.2, 0.7, 1];
const outside = [0.5, 0, 0.4];

function markOnce(matrix: RealMatrix, seed: number, level: number, bits?: number) {
  const subsets = rowOracle(matrix).subsets(seededRandom(seed).split("subsets"));
  const marks = subsets.mark({
    level,
    probability: ([k], inNext) => (inNext ? inside[k] : outside[k]),
    hash: seededRandom(seed).split("hash"),
    fidelity: "subspace",
    ...(bits === undefined ? {} : { bits }),
  });
  return foundBy(marks);
}

/** Exact law of the number of marked rows of one class on a level: hypergeometric counts, then binomial marks. */
function markedLaw(count: number, level: number, pIn: number, pOut: number): number[] {
  const size = Math.ceil(rows / 2 ** level);
  const next = Math.ceil(rows / 2 ** (level + 1));
  const law = new Array<number>(count + 1).fill(0);
  const binomial = (n: number, p: number, k: number) => Number(choose(n, k)) * p ** k * (1 - p) ** (n - k);
  for (let a = 0; a <= count; a++) {
    for (let b = 0; a + b <= count; b++) {
      const ways = choose(next, a) * choose(size - next, b) * choose(rows - size, count - a - b);
      const weight = ratio(ways, choose(rows, count));
      for (let i = 0; i <= a; i++) {
        for (let j = 0; j <= b; j++) law[i + j] += weight * binomial(a, pIn, i) * binomial(b, pOut, j);
      }
    }
  }
  return law;
}

describe.each(forms)("marks of %s subsets", (_, matrix) => {
  const draws = 1000;

  it.each([0, 1, 2])("have the exact law of counts per class on level %d", (level) => {
    const observed = counts.map((count) => new Float64Array(count + 1));
    for (let seed = 0; seed < draws; seed++) {
      const found = markOnce(matrix, seed, level);
      counts.forEach((_count, k) => {
        observed[k][found.filter(({ values }) => values[0] === k).length]++;
      });
    }
    // Three chi-square tests, each with false alarm 1e-6.
    counts.forEach((count, k) => {
      const law = markedLaw(count, level, inside[k], outside[k]);
      expectFits(
        observed[k],
        law.map((p) => draws * p),
      );
    });
  });

  it("sit at uniform positions of their part and are uniform rows of their class, with hashes uniform below p", () => {
    const positions = new Float64Array(rows);
    const identities = new Float64Array(rows);
    const hashes = new Float64Array(10);
    let inNextAtClass1 = 0;
    let class1 = 0;
    for (let seed = 0; seed < draws; seed++) {
      for (const { position, index, values, probability, hash } of markOnce(matrix, 10_000 + seed, 0)) {
        positions[position]++;
        identities[index]++;
        hashes[Math.floor((10 * hash) / probability)]++;
        expect(matrix.row(index)[0]).toBe(values[0]);
        expect(probability).toBe((position < 6 ? inside : outside)[values[0]]);
        if (values[0] === 1) {
          class1++;
          if (position < 6) inNextAtClass1++;
        }
      }
    }
    // Five chi-square tests, each with false alarm 1e-6.
    expectUniform([...positions.subarray(0, 6)]);
    expectUniform([...positions.subarray(6)]);
    let first = 0;
    for (const count of counts) {
      expectUniform([...identities.subarray(first, first + count)]);
      first += count;
    }
    expectUniform([...hashes]);
    expect(inNextAtClass1).toBe(class1);
  });

  it("quantise alike: probability P/M with P of M hash values", () => {
    let found = 0;
    for (let seed = 0; seed < 500; seed++) {
      for (const { position, values, probability, hash } of markOnce(matrix, seed, 0, 2)) {
        const p = (position < 6 ? inside : outside)[values[0]];
        expect(probability).toBe(Math.ceil(3 * p) / 3);
        expect([0, 1 / 3, 2 / 3]).toContain(hash);
        expect(hash).toBeLessThan(probability);
        if (values[0] === 0) found++;
      }
    }
    // Class 0 is marked at 1/3 inside and 2/3 outside, half of the rows each: at 1/2.
    expectRate(found, 500 * 5, 0.5);
  });
});

describe("rowClassSubsets", () => {
  it("read counts that add up to the size of each subset and are nested", () => {
    const matrix = new RowClassMatrix([
      { count: 2 ** 52, row: Float64Array.of(1, 0) },
      { count: 2 ** 51, row: Float64Array.of(0, 1) },
      { count: 5, row: Float64Array.of(1, 1) },
    ]);
    const oracle = rowOracle(matrix);
    const subsets = oracle.subsets(seededRandom(1));
    let before = [Infinity, Infinity, Infinity];
    for (let level = 0; level <= 60; level++) {
      const read = subsets.read(level);
      const now = [0, 0, 0];
      read.counts.forEach((count, e) => {
        now[matrix.classes.findIndex(({ row }) => row.every((v, k) => v === read.values[2 * e + k]))] = count;
      });
      expect(now[0] + now[1] + now[2]).toBe(subsets.size(level));
      now.forEach((count, k) => {
        expect(count).toBeLessThanOrEqual(before[k]);
      });
      before = now;
    }
    expect(oracle.ledger.total()).toBe(matrix.rows);
  });

  it("name rows at level 0 and leave them unnamed below", () => {
    const subsets = rowOracle(classes).subsets(seededRandom(1));
    expect([...subsets.read(0).indices]).toEqual([0, 5, 9]);
    expect([...subsets.read(1).indices].every((index) => index === -1)).toBe(true);
    expect(markOnce(classes, 1, 1).every(({ index }) => index === -1)).toBe(true);
  });

  it("bill a row once, like dense subsets", () => {
    for (const [, matrix] of forms) {
      const oracle = rowOracle(matrix);
      const subsets = oracle.subsets(seededRandom(1));
      const bills = [2, 1, 2, 0].map((level) => {
        subsets.read(level);
        return oracle.ledger.total();
      });
      expect(bills).toEqual([3, 6, 6, 12]);
    }
  });

  it("halve a class to c/2 give or take its hypergeometric deviation", () => {
    const big = new RowClassMatrix([
      { count: 2 ** 50, row: Float64Array.of(1) },
      { count: 2 ** 50, row: Float64Array.of(2) },
    ]);
    const halves = Array.from({ length: 200 }, (_, seed) => {
      const subsets = rowOracle(big).subsets(seededRandom(seed));
      return (subsets.read(1).counts[0] - 2 ** 49) / 2 ** 24;
    });
    // Variance n·¼·½ of 2^51 rows is 2^48: standard normal in these units. False alarm below 1e-6.
    const mean = halves.reduce((sum, z) => sum + z, 0) / 200;
    const square = halves.reduce((sum, z) => sum + z * z, 0) / 200;
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(200));
    expect(Math.abs(square - 1)).toBeLessThan(5 * Math.sqrt(2 / 200));
  });

  it("are the same for a seed, whatever was read before", () => {
    const [one, other] = [1, 2].map(() => rowOracle(classes).subsets(seededRandom(3)));
    one.read(3);
    const marking = {
      level: 0,
      probability: () => 0.5,
      hash: seededRandom(4),
      fidelity: "subspace",
    } as const;
    expect(foundBy(one.mark(marking))).toEqual(foundBy(other.mark(marking)));
  });

  it("refuses gate level, bad probabilities and more marks than can be held", () => {
    const marking = { level: 0, hash: seededRandom(2), fidelity: "subspace" } as const;
    const subsets = rowOracle(classes).subsets(seededRandom(1));
    expect(() => subsets.mark({ ...marking, probability: () => 0.5, fidelity: "gate", bits: 2 })).toThrow(
      /dense/,
    );
    expect(() => subsets.mark({ ...marking, probability: () => 2 })).toThrow(/probability/);
    expect(() => subsets.read(-1)).toThrow(/level/);
    const large = rowOracle(new RowClassMatrix([{ count: 2 ** 40, row: Float64Array.of(1) }]));
    expect(() => large.subsets(seededRandom(1)).mark({ ...marking, probability: () => 0.5 })).toThrow(
      /marked rows/,
    );
  });
});
