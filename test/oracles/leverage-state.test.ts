import { describe, expect, it } from "vitest";
import { leverageScores } from "../../src/matrix/algebra/leverage-scores.ts";
import { rowSpace } from "../../src/matrix/algebra/row-space.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { kroneckerProduct } from "../../src/matrix/kronecker/kronecker-product.ts";
import { amplifiedLeverageState } from "../../src/oracles/amplified-leverage-state.ts";
import { amplitudeEncoding, kroneckerEncoding } from "../../src/oracles/amplitude-encoding.ts";
import { leverageState } from "../../src/oracles/leverage-state.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { gaussian } from "../support/gaussian.ts";

describe("leverageState", () => {
  it("shows row i with probability τ_i/rank", () => {
    const matrix = gaussian(8, 3, seededRandom(51));
    const { circuit, row, rank } = leverageState(rowOracle(matrix));
    expect(rank).toBe(3);
    const { scores } = leverageScores(matrix);
    simulate(circuit)
      .marginal(row)
      .forEach((p, i) => {
        expect(Math.abs(p - scores[i] / 3)).toBeLessThan(1e-12);
      });
  });

  it("counts a dependent column once", () => {
    const base = gaussian(8, 2, seededRandom(52));
    const data = Float64Array.from({ length: 24 }, (_, at) => {
      const [i, k] = [Math.floor(at / 3), at % 3];
      return k < 2 ? base.at(i, k) : base.at(i, 0) - 2 * base.at(i, 1);
    });
    const { circuit, row, rank } = leverageState(rowOracle(new DenseMatrix(8, 3, data)));
    expect(rank).toBe(2);
    const { scores } = leverageScores(base);
    simulate(circuit)
      .marginal(row)
      .forEach((p, i) => {
        expect(Math.abs(p - scores[i] / 2)).toBeLessThan(1e-12);
      });
  });

  it("side by side shows row pairs by the leverage scores of the Kronecker product", () => {
    const random = seededRandom(53);
    const [a, b] = [gaussian(4, 2, random), gaussian(8, 2, random)];
    const { scores } = leverageScores(kroneckerProduct([a, b]));
    const pair = kroneckerEncoding([leverageState(rowOracle(a)), leverageState(rowOracle(b))]);
    simulate(pair.circuit)
      .marginal(pair.row)
      .forEach((p, at) => {
        expect(Math.abs(p - scores[at] / 4)).toBeLessThan(1e-12);
      });
  });

  it("is not the length-squared law: a needle of many equal rows tells them apart", () => {
    const data = new Float64Array(16);
    for (let i = 0; i < 8; i++) data[2 * i + (i === 5 ? 1 : 0)] = 1;
    const matrix = new DenseMatrix(8, 2, data);
    const leverage = leverageState(rowOracle(matrix));
    const lengths = amplitudeEncoding(rowOracle(matrix));
    expect(simulate(leverage.circuit).marginal(leverage.row)[5]).toBeCloseTo(1 / 2, 12);
    expect(simulate(lengths.circuit).marginal(lengths.row)[5]).toBeCloseTo(1 / 8, 12);
  });

  it("pays n classical row reads and refuses rank 0", () => {
    const oracle = rowOracle(gaussian(8, 2, seededRandom(54)));
    leverageState(oracle);
    expect(oracle.ledger.total({ access: "classical" })).toBe(8);
    expect(() => leverageState(rowOracle(new DenseMatrix(4, 1, new Float64Array(4))))).toThrow(/rank ≥ 1/);
  });
});

describe("amplifiedLeverageState", () => {
  const random = seededRandom(55);
  const matrix = new DenseMatrix(
    16,
    2,
    Float64Array.from({ length: 32 }, () => random.integer(8) - 4),
  );
  const { whitener } = rowSpace(matrix);
  const options = { whitener, width: 3 };

  it("succeeds with probability d/n before, sin²((2r + 1)θ) after r rounds", () => {
    const state = amplifiedLeverageState(rowOracle(matrix), options);
    expect(state.success).toBeCloseTo(2 / 16, 12);
    expect(state.bestRounds).toBe(2);
    const theta = Math.asin(Math.sqrt(state.success));
    for (let r = 0; r <= 3; r++) {
      const good = state.prepare(r).marginal([state.flag])[1];
      expect(Math.abs(good - Math.sin((2 * r + 1) * theta) ** 2)).toBeLessThan(1e-12);
    }
  });

  it("gives, where the flag is 1, the amplitudes of the direct preparation", () => {
    const direct = simulate(leverageState(rowOracle(matrix)).circuit);
    const state = amplifiedLeverageState(rowOracle(matrix), options);
    const amplified = state.prepare(state.bestRounds);
    const good = Math.sqrt(amplified.marginal([state.flag])[1]);
    let overlap = 0;
    for (let i = 0; i < 16; i++) {
      for (let k = 0; k < 2; k++) {
        let at = 2 ** state.flag + (k << state.column[0]);
        state.row.forEach((qubit, bit) => {
          at += ((i >> bit) & 1) << qubit;
        });
        overlap += (amplified.re[at] / good) * direct.re[2 * i + k];
      }
    }
    expect(Math.abs(Math.abs(overlap) - 1)).toBeLessThan(1e-12);
    const { scores } = leverageScores(matrix);
    amplified.marginal([...state.row, state.flag]).forEach((p, at) => {
      if (at >= 16) expect(Math.abs(p / good ** 2 - scores[at - 16] / 2)).toBeLessThan(1e-12);
    });
  });

  it("pays two row queries for each use of the preparation and of its inverse, and reads no row", () => {
    const oracle = rowOracle(matrix);
    const state = amplifiedLeverageState(oracle, options);
    expect(oracle.ledger.entries()).toEqual([]);
    state.prepare(2);
    expect(oracle.ledger.total({ access: "quantum", use: "forward" })).toBe(2 * 3);
    expect(oracle.ledger.total({ access: "quantum", use: "inverse" })).toBe(2 * 2);
    expect(oracle.ledger.total({ access: "classical" })).toBe(0);
    const lookups = state.circuit(2).operations.filter((step) => step.kind === "lookup");
    expect(lookups).toHaveLength(2 * 5);
  });

  it("refuses other row counts, wide entries and scores above 1", () => {
    const three = new DenseMatrix(3, 1, Float64Array.of(1, 1, 1));
    expect(() => amplifiedLeverageState(rowOracle(three), options)).toThrow(/power of two of rows, got 3/);
    expect(() => amplifiedLeverageState(rowOracle(matrix), { ...options, width: 2 })).toThrow(
      /whole entries/,
    );
    const double = new DenseMatrix(
      2,
      2,
      whitener.data.map((x) => 9 * x),
    );
    expect(() => amplifiedLeverageState(rowOracle(matrix), { ...options, whitener: double })).toThrow(
      /scores of at most 1/,
    );
  });
});
