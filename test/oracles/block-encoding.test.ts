import { describe, expect, it } from "vitest";
import { unitary } from "../../src/circuit/unitary.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { kroneckerProduct } from "../../src/matrix/kronecker/kronecker-product.ts";
import { type BlockEncoding, blockEncoding, tensorEncodings } from "../../src/oracles/block-encoding.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { engineMatrix } from "../support/engine-matrix.ts";
import { gaussian } from "../support/gaussian.ts";

/** Largest difference of the top left block from a matrix over a scale, with zeros around it. */
function blockError(encoding: BlockEncoding, matrix: DenseMatrix, multiply = unitary): number {
  const { re, im, size } = multiply(encoding.circuit);
  let largest = 0;
  for (let i = 0; i < 2 ** encoding.systemQubits; i++) {
    for (let k = 0; k < 2 ** encoding.systemQubits; k++) {
      const inside = i < matrix.rows && k < matrix.columns;
      const wanted = inside ? matrix.at(i, k) / encoding.scale : 0;
      largest = Math.max(largest, Math.hypot(re[i * size + k] - wanted, im[i * size + k]));
    }
  }
  return largest;
}

describe("blockEncoding", () => {
  it.each([
    [4, 2],
    [4, 4],
    [3, 1],
    [8, 3],
    [1, 1],
    [2, 4],
  ])("has A/‖A‖_F of a %i × %i matrix as its top left block", (rows, columns) => {
    const matrix = gaussian(rows, columns, seededRandom(61).split(`${rows}`, columns));
    const encoding = blockEncoding(rowOracle(matrix));
    expect(encoding.scale).toBeCloseTo(Math.hypot(...matrix.data), 12);
    expect(encoding.circuit.qubits).toBe(encoding.systemQubits + encoding.ancillas);
    expect(blockError(encoding, matrix)).toBeLessThan(1e-12);
    expect(blockError(encoding, matrix, engineMatrix)).toBeLessThan(1e-12);
  });

  it("bears rows of zeros", () => {
    const matrix = new DenseMatrix(4, 2, Float64Array.of(0, 0, 1, -2, 0, 0, 3, 0));
    expect(blockError(blockEncoding(rowOracle(matrix)), matrix)).toBeLessThan(1e-12);
  });

  it("pays n classical row reads", () => {
    const oracle = rowOracle(gaussian(8, 2, seededRandom(62)));
    blockEncoding(oracle);
    expect(oracle.ledger.total()).toBe(8);
    expect(oracle.ledger.total({ access: "classical" })).toBe(8);
  });

  it("refuses a matrix of zeros", () => {
    expect(() => blockEncoding(rowOracle(new DenseMatrix(2, 2, new Float64Array(4))))).toThrow(RangeError);
  });
});

describe("tensorEncodings", () => {
  it("is an (a1·a2, q1 + q2)-encoding of A1 ⊗ A2", () => {
    const random = seededRandom(63);
    const [a, b] = [gaussian(2, 2, random), gaussian(4, 2, random)];
    const [first, second] = [a, b].map((matrix) => blockEncoding(rowOracle(matrix)));
    const both = tensorEncodings(first, second);
    expect(both.ancillas).toBe(first.ancillas + second.ancillas);
    expect(both.scale).toBeCloseTo(first.scale * second.scale, 12);
    // B is padded to 4 × 4, so the columns of the product lie 4 apart.
    const padded = new DenseMatrix(4, 4, new Float64Array(16));
    for (let i = 0; i < 4; i++) padded.data.set(b.row(i), 4 * i);
    expect(blockError(both, kroneckerProduct([a, padded]))).toBeLessThan(1e-12);
  });
});
