import { describe, expect, it } from "vitest";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import type { MarkedRows } from "../../src/oracles/nested-subsets.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { keyedHash } from "../../src/random/keyed-hash.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { dense } from "../support/real-dense.ts";

/** Rows (i, i²), so that a row names itself. */
function numbered(rows: number): DenseMatrix {
  return new DenseMatrix(
    rows,
    2,
    Float64Array.from({ length: 2 * rows }, (_, k) => (k % 2 === 0 ? k / 2 : ((k - 1) / 2) ** 2)),
  );
}

/** All rows that are marked, by checking every position. */
function markedBy(marks: MarkedRows) {
  const positions = Array.from({ length: marks.size }, (_, x) => x).filter((x) => marks.check(x));
  return positions.map((position) => ({ position, ...marks.found(position) }));
}

describe("denseSubsets", () => {
  it("are nested random halves, S_0 holding every row once", () => {
    const subsets = rowOracle(numbered(37)).subsets(seededRandom(1));
    expect([0, 1, 2, 3, 6, 40].map((level) => subsets.size(level))).toEqual([37, 19, 10, 5, 1, 1]);
    const read = [0, 1, 2, 3].map((level) => [...subsets.read(level).indices]);
    expect([...read[0]].sort((a, b) => a - b)).toEqual(Array.from({ length: 37 }, (_, i) => i));
    for (let level = 1; level < 4; level++) {
      expect(read[level]).toEqual(read[0].slice(0, subsets.size(level)));
    }
  });

  it("read the rows unscaled, one entry each", () => {
    const rows = rowOracle(numbered(10)).subsets(seededRandom(1)).read(1);
    expect(rows.columns).toBe(2);
    rows.indices.forEach((index, e) => {
      expect([...rows.values.subarray(2 * e, 2 * e + 2)]).toEqual([index, index ** 2]);
    });
    expect([...rows.weights, ...rows.counts]).toEqual(new Array(10).fill(1));
  });

  it("bill a row once, however often and in whatever order it is read", () => {
    const oracle = rowOracle(numbered(100));
    const subsets = oracle.subsets(seededRandom(1));
    const bills = [3, 2, 3, 0, 1].map((level) => {
      subsets.read(level);
      return oracle.ledger.total();
    });
    expect(bills).toEqual([13, 25, 25, 100, 100]);
    // Another choice of subsets remembers nothing of this one.
    oracle.subsets(seededRandom(2)).read(3);
    expect(oracle.ledger.total()).toBe(113);
  });

  it("mark row π(x) iff its frozen hash is below the probability of its values and its part", () => {
    const matrix = numbered(200);
    const subsets = rowOracle(matrix).subsets(seededRandom(1));
    const hash = seededRandom(5).split("hash");
    const probability = ([i]: Float64Array, inNext: boolean) => (inNext ? 0.5 : (i % 10) / 10);
    const marks = subsets.mark({ level: 1, probability, hash, fidelity: "amplitude" });
    const hashOf = keyedHash(hash);
    const wanted = [...subsets.read(1).indices].flatMap((index, position) => {
      const p = probability(matrix.row(index), position < subsets.size(2));
      return hashOf(index) < p
        ? [{ position, index, values: matrix.row(index).slice(), probability: p, hash: hashOf(index) }]
        : [];
    });
    expect(wanted.length).toBeGreaterThan(20);
    expect(markedBy(marks)).toEqual(wanted);
    expect(marks.promisedCount()).toBe(wanted.length);
  });

  it("bill two rows a phase and one a check, and nothing for marking and for found rows", () => {
    const oracle = rowOracle(numbered(64), { name: "A1" });
    const marks = oracle.subsets(seededRandom(1)).mark({
      level: 0,
      probability: () => 1,
      hash: seededRandom(2),
      fidelity: "subspace",
    });
    expect(oracle.ledger.entries()).toEqual([]);
    const register = marks.prepare();
    register.iterate(7);
    register.rotate(1, 1);
    marks.check(5);
    marks.found(5);
    marks.exclude(5);
    expect(marks.found(5).index).toBeGreaterThanOrEqual(0);
    expect(oracle.ledger.total({ access: "quantum", use: "forward" })).toBe(8);
    expect(oracle.ledger.total({ access: "quantum", use: "inverse" })).toBe(8);
    expect(oracle.ledger.total({ access: "classical", use: "check" })).toBe(1);
    expect(oracle.ledger.total()).toBe(17);
  });

  it("marks with quantised hashes at probability ⌈p·M⌉/M, which is at least p", () => {
    const matrix = numbered(4000);
    const marks = rowOracle(matrix)
      .subsets(seededRandom(1))
      .mark({ level: 0, probability: () => 0.3, hash: seededRandom(3), fidelity: "subspace", bits: 3 });
    const rows = markedBy(marks);
    // 3 of 7 hash values: 1714 rows give or take 5.3·31.
    expect(Math.abs(rows.length - (4000 * 3) / 7)).toBeLessThan(166);
    for (const { probability, hash } of rows) {
      expect(probability).toBe(3 / 7);
      expect([0, 1 / 7, 2 / 7]).toContain(hash);
    }
  });

  it("marks at gate level what it marks elsewhere, and the circuit finds it with the same probabilities", () => {
    const matrix = dense(Array.from({ length: 8 }, (_, i) => [(i % 4) - 2, i % 2]));
    const probability = ([a]: Float64Array, inNext: boolean) => (inNext ? Math.abs(a) / 2 : 0.3);
    const subsets = rowOracle(matrix).subsets(seededRandom(1));
    const marking = { level: 0, probability, hash: seededRandom(4), bits: 2 } as const;
    const gate = subsets.mark({ ...marking, fidelity: "gate" });
    const plane = subsets.mark({ ...marking, fidelity: "subspace" });
    const marked = markedBy(gate);
    expect(marked).toEqual(markedBy(plane));
    expect(marked.length).toBeGreaterThan(0);
    for (let found = 0; found <= 1; found++) {
      const registers = [gate.prepare(), plane.prepare()];
      expect(registers[0].fidelity).toBe("gate");
      for (let j = 0; j < 3; j++) {
        expect(registers[0].markedProbability()).toBeCloseTo(registers[1].markedProbability(), 12);
        for (const register of registers) {
          register.iterate(1);
          register.rotate(0.4, 2);
        }
      }
      const [a, b] = registers.map((register) => register.measure(seededRandom(6)));
      expect(a).toBe(b);
      gate.exclude(marked[0].position);
      plane.exclude(marked[0].position);
      marked.shift();
      if (marked.length === 0) break;
    }
  });

  it("refuses what no gate-level circuit can be built for", () => {
    const at = (matrix: DenseMatrix, bits?: number) => () =>
      rowOracle(matrix)
        .subsets(seededRandom(1))
        .mark({
          level: 0,
          probability: () => 0.5,
          hash: seededRandom(2),
          fidelity: "gate",
          ...(bits === undefined ? {} : { bits }),
        });
    const small = dense([[1], [0]]);
    expect(at(small)).toThrow(/bits/);
    expect(at(dense([[1], [0], [1]]), 2)).toThrow(/power of two/);
    expect(at(dense([[0.5], [0]]), 2)).toThrow(/whole entries/);
    expect(at(small, 12)).toThrow(/at most 22 qubits/);
    expect(at(small, 2)).not.toThrow();
  });

  it("refuses bad levels, probabilities, bits, and rows that no check has paid for", () => {
    const subsets = rowOracle(numbered(8)).subsets(seededRandom(1));
    expect(() => subsets.size(-1)).toThrow(/level/);
    expect(() => subsets.read(0.5)).toThrow(/level/);
    const marking = { level: 0, hash: seededRandom(2), fidelity: "subspace" } as const;
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => subsets.mark({ ...marking, probability: () => p })).toThrow(/probability in \[0, 1\]/);
    }
    for (const bits of [0, 33, 1.5]) {
      expect(() => subsets.mark({ ...marking, bits, probability: () => 0.5 })).toThrow(/bits/);
    }
    const marks = subsets.mark({ ...marking, probability: () => 1 });
    expect(() => marks.found(3)).toThrow(/not been paid/);
  });

  it("takes other frozen functions in place of the keyed ones", () => {
    const oracle = rowOracle(numbered(6), {
      frozen: { permutation: (size) => ({ at: (x) => size - 1 - x }), hash: () => (index) => index / 6 },
    });
    const subsets = oracle.subsets(seededRandom(1));
    expect([...subsets.read(1).indices]).toEqual([5, 4, 3]);
    const marks = subsets.mark({
      level: 0,
      probability: () => 0.5,
      hash: seededRandom(1),
      fidelity: "subspace",
    });
    expect(markedBy(marks).map(({ index }) => index)).toEqual([2, 1, 0]);
  });
});
