import { describe, expect, it } from "vitest";
import { estimateSeconds } from "../../../src/cli/run/estimate-seconds.ts";
import { gateQubits } from "../../../src/cli/run/gate-qubits.ts";
import { limitsOf, requireLimits } from "../../../src/cli/run/limits.ts";
import { simulationBytes } from "../../../src/cli/run/simulation-bytes.ts";
import { stageFraction } from "../../../src/cli/run/stage-fraction.ts";
import { DenseMatrix, predictKronecker, RowClassMatrix, type SketchOptions } from "../../../src/index.ts";

const base = { epsilon: 0.9, delta: 0.05, constant: 1, fallback: "never" } as const;
const dense = (rows: number, columns = 2) =>
  new DenseMatrix(rows, columns, new Float64Array(rows * columns).fill(1));
const classes = new RowClassMatrix([{ count: 2 ** 40, row: Float64Array.of(1, 2) }]);

function predict(matrices: readonly (DenseMatrix | RowClassMatrix)[], more: Partial<SketchOptions> = {}) {
  return predictKronecker(matrices, { ...base, ...more });
}

describe("what a run needs", () => {
  it("memory holds the data, and grows with the rows but not with the counts of classes", () => {
    const bytes = (matrices: readonly (DenseMatrix | RowClassMatrix)[]) =>
      simulationBytes(predict(matrices), matrices, true);
    const [small, large] = [bytes([dense(1000), dense(1000)]), bytes([dense(1e5), dense(1e5)])];
    expect(small).toBeGreaterThan(2 * 1000 * 2 * 8);
    expect(large).toBeGreaterThan(small + 2 * 99_000 * 2 * 8);
    expect(bytes([classes, classes])).toBeLessThan(2 ** 20);
  });

  it("time grows with the rows and with the fidelity", () => {
    const seconds = (rows: number, more: Partial<SketchOptions> = {}) => {
      const matrices = [dense(rows), dense(rows)];
      return estimateSeconds(predict(matrices, more), matrices, true);
    };
    expect(seconds(1e5)).toBeGreaterThan(5 * seconds(1e4));
    expect(seconds(1e4, { level: "amplitude" })).toBeGreaterThan(seconds(1e4));
    expect(seconds(64, { level: "gate", bits: 3, constant: 0.05 })).toBeGreaterThan(
      seconds(64, { constant: 0.05 }),
    );
  });

  it("qubits at gate level are those of the marking circuit: index, row, score, hash and flag", () => {
    const entries = (values: number[]) =>
      new DenseMatrix(
        64,
        1,
        Float64Array.from({ length: 64 }, (_, i) => values[i % values.length]),
      );
    const qubits = (values: number[]) => {
      const matrices = [entries(values), entries(values)];
      return gateQubits(predict(matrices, { level: "gate", bits: 3, constant: 0.05 }), matrices)[0];
    };
    expect(qubits([0, 1])).toBe(6 + 2 + 3 + 3 + 1);
    expect(qubits([0, -1])).toBe(6 + 1 + 3 + 3 + 1);
    expect(qubits([3, -4])).toBe(6 + 3 + 3 + 3 + 1);
    expect(qubits([4, -4])).toBe(6 + 4 + 3 + 3 + 1);
  });

  it("is refused with the first limit that it exceeds", () => {
    const matrices = [dense(64), dense(64)];
    const limits = (more: Partial<SketchOptions>, maxMemory = 2 ** 32, maxSeconds: number | null = null) =>
      limitsOf(predict(matrices, more), matrices, { certified: true, maxMemory, maxSeconds });
    expect(() => requireLimits(limits({}))).not.toThrow();
    expect(() => requireLimits(limits({}, 1000))).toThrow(/at most 1000 bytes/);
    expect(() => requireLimits(limits({}, 2 ** 32, 1e-9))).toThrow(/at most 1e-9 seconds/);
    const gate = limits({ level: "gate", bits: 20, constant: 0.05 }, 1000, 1e-9);
    expect(() => requireLimits(gate)).toThrow(/at most 22 qubits/);
  });
});

describe("stageFraction", () => {
  it("goes from 0 to about 1 and never back", () => {
    const matrices = [dense(20_000), dense(500)];
    const { plan } = predict(matrices);
    const fraction = stageFraction(plan.factors);
    let last = 0;
    for (const { name, stages } of plan.factors) {
      for (const { stage } of stages) {
        for (const done of [0, 3, 10, 5]) {
          const now = fraction({ stage: `${name}, ${stage}`, done, total: 10 });
          expect(now).toBeGreaterThanOrEqual(last);
          last = now;
        }
      }
    }
    expect(last).toBeGreaterThan(0.99);
    expect(fraction({ stage: "A1, tuple drawing", done: 1, total: 2 })).toBeLessThanOrEqual(1);
  });
});
