import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import type { SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { spectralApproximation } from "../../src/algorithms/spectral-approximation.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import type { Fidelity } from "../../src/simulator/search/search-register.ts";
import { runRecord } from "../support/run-record.ts";

const searches = ["unknown", "known", "exact"] as const;
const methods = ["two-stage", "many-copies", "one-at-a-time"] as const;

function runAt(
  level: Fidelity,
  factors: readonly RealMatrix[],
  options: Partial<SketchOptions>,
  seed: number,
) {
  const sketch = approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon: 0.5, delta: 0.05, fallback: "never", level, random: seededRandom(seed), ...options },
  );
  expect(sketch.ledger.total({ access: "quantum" })).toBeGreaterThan(0);
  return runRecord(sketch);
}

describe("levels amplitude and subspace", () => {
  const random = seededRandom(11);
  const kinds: readonly [string, readonly RealMatrix[]][] = [
    [
      "dense factors",
      [
        gaussianMatrix({ rows: 2 ** 12, columns: 2 }, random.split("first")),
        gaussianMatrix({ rows: 3000, columns: 1 }, random.split("second")),
      ],
    ],
    [
      "row-class factors",
      [replicatedBasisMatrix({ counts: [3000, 1093, 3] }), replicatedBasisMatrix({ counts: [2000, 7] })],
    ],
  ];
  const cases = kinds.flatMap(([kind, factors]) =>
    methods.flatMap((method) => searches.map((search) => ({ kind, factors, method, search }))),
  );

  it.each(cases)(
    "give the same rows, weights and bill, entry by entry: $kind, $method, search $search",
    ({ factors, method, search }) => {
      const options = { method, search, constant: 0.3 };
      expect(runAt("amplitude", factors, options, 5)).toEqual(runAt("subspace", factors, options, 5));
    },
  );

  it("agree with the rigorous constant, quantised marks and a BBHT certificate too", () => {
    const [, factors] = kinds[0];
    for (const options of [
      { search: "known" as const },
      { bits: 4, constant: 0.2 },
      { certificate: "bbht" as const, constant: 0.2 },
    ]) {
      expect(runAt("amplitude", factors, options, 6)).toEqual(runAt("subspace", factors, options, 6));
    }
  });

  it("agree for one matrix with 2^14 rows", () => {
    const matrix = gaussianMatrix({ rows: 2 ** 14, columns: 2 }, random.split("single"));
    const [one, other] = (["amplitude", "subspace"] as const).map((level) => {
      const { rows, ledger } = spectralApproximation(rowOracle(matrix), {
        epsilon: 0.5,
        delta: 0.05,
        level,
        constant: 0.3,
        fallback: "never",
        random: seededRandom(7),
      });
      expect(ledger.total({ access: "quantum" })).toBeGreaterThan(0);
      return { rows, ledger: ledger.entries() };
    });
    expect(one).toEqual(other);
  });
});

describe("level gate", () => {
  const random = seededRandom(12);
  const factors = [0, 1].map((k) => {
    const stream = random.split("whole entries", k);
    return new DenseMatrix(
      16,
      2,
      Float64Array.from({ length: 32 }, () => stream.integer(8) - 4),
    );
  });

  // 16 rows of two 3-bit entries: circuits of 4 + 6 + 3 + 3 + 1 = 17 qubits.
  it.each(searches)(
    "gives the rows, weights and bill of level amplitude on 17 qubits, search %s",
    (search) => {
      const options = { search, bits: 3, constant: 0.02 };
      const gate = runAt("gate", factors, options, 1);
      expect(gate).toEqual(runAt("amplitude", factors, options, 1));
      for (const { reports } of gate.factors) {
        expect(reports.map(({ stage }) => stage)).toEqual(["base read", "halving level 0", "refinement"]);
        for (const { kept, size } of reports.slice(1)) {
          expect(kept).toBeGreaterThan(0);
          expect(kept).toBeLessThan(size);
        }
      }
    },
  );

  it("is refused without bits, for row classes, for entries that are not whole and for other sizes", () => {
    expect(() => runAt("gate", factors, {}, 1)).toThrow(
      /approximateKronecker: expected bits with level gate, got none; pass bits: 3/,
    );
    const options = { bits: 3, constant: 0.05 };
    const classes = [0, 1].map(() => replicatedBasisMatrix({ counts: [9, 7] }));
    expect(() => runAt("gate", classes, options, 1)).toThrow(/expected a dense matrix at fidelity gate/);
    const halves = factors.map(
      ({ data }) =>
        new DenseMatrix(
          16,
          2,
          data.map((x) => x / 2),
        ),
    );
    expect(() => runAt("gate", halves, options, 1)).toThrow(/small whole entries at fidelity gate/);
    const twelve = factors.map(({ data }) => new DenseMatrix(12, 2, data.slice(0, 24)));
    expect(() => runAt("gate", twelve, options, 1)).toThrow(/expected a power of two of rows .* got 12/);
  });
});
