import { describe, expect, it } from "vitest";
import { countGates } from "../../src/circuit/counts/count-gates.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { kroneckerProduct } from "../../src/matrix/kronecker/kronecker-product.ts";
import { RowClassMatrix } from "../../src/matrix/row-class-matrix.ts";
import { amplitudeEncoding, kroneckerEncoding } from "../../src/oracles/amplitude-encoding.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { gaussian } from "../support/gaussian.ts";

describe("amplitudeEncoding", () => {
  it("has amplitude A_ik/‖A‖ at |i⟩|k⟩, the column register low", () => {
    const matrix = gaussian(8, 4, seededRandom(41));
    const { circuit, row, column, norm } = amplitudeEncoding(rowOracle(matrix));
    expect([row, column]).toEqual([
      [2, 3, 4],
      [0, 1],
    ]);
    const state = simulate(circuit);
    matrix.data.forEach((entry, at) => {
      expect(Math.abs(state.re[at] - entry / norm)).toBeLessThan(1e-14);
    });
  });

  it("shows rows by their squared lengths", () => {
    const matrix = gaussian(6, 3, seededRandom(42));
    const { circuit, row, norm } = amplitudeEncoding(rowOracle(matrix));
    const law = simulate(circuit).marginal(row);
    expect(law).toHaveLength(8);
    for (let i = 0; i < 8; i++) {
      const squared = i < 6 ? matrix.row(i).reduce((sum, x) => sum + x * x, 0) : 0;
      expect(Math.abs(law[i] - squared / norm ** 2)).toBeLessThan(1e-14);
    }
  });

  it("pays n classical row reads for the tree of norms, and nothing else", () => {
    const oracle = rowOracle(gaussian(8, 2, seededRandom(43)));
    const { circuit } = amplitudeEncoding(oracle);
    simulate(circuit);
    expect(oracle.ledger.total({ access: "classical" })).toBe(8);
    expect(oracle.ledger.total({ access: "quantum" })).toBe(0);
  });

  it("refuses a matrix of zeros, and one too large before it reads", () => {
    const large = rowOracle(new RowClassMatrix([{ count: 2 ** 40, row: Float64Array.of(1) }]));
    expect(() => amplitudeEncoding(large)).toThrow(/expected at most 1048576 entries/);
    expect(large.ledger.entries()).toEqual([]);
    expect(() => amplitudeEncoding(rowOracle(new DenseMatrix(2, 2, new Float64Array(4))))).toThrow(
      RangeError,
    );
  });
});

describe("kroneckerEncoding", () => {
  it("is the encoding of the product, rows i·rows(B) + j and columns k·columns(B) + l", () => {
    const random = seededRandom(44);
    const [a, b] = [gaussian(4, 2, random), gaussian(2, 4, random)];
    const product = kroneckerProduct([a, b]);
    const encoding = kroneckerEncoding([a, b].map((matrix) => amplitudeEncoding(rowOracle(matrix))));
    const state = simulate(encoding.circuit);
    expect(encoding.norm).toBeCloseTo(Math.hypot(...product.data), 12);
    for (let i = 0; i < product.rows; i++) {
      for (let k = 0; k < product.columns; k++) {
        let at = 0;
        encoding.row.forEach((qubit, bit) => {
          at += ((i >> bit) & 1) << qubit;
        });
        encoding.column.forEach((qubit, bit) => {
          at += ((k >> bit) & 1) << qubit;
        });
        expect(Math.abs(state.re[at] - product.at(i, k) / encoding.norm)).toBeLessThan(1e-14);
      }
    }
    expect(countGates(encoding.circuit)["cx"]).toBe(2 ** 3 - 2 + (2 ** 3 - 2));
  });

  it("refuses no factor", () => {
    expect(() => kroneckerEncoding([])).toThrow(/at least one factor/);
  });
});
