import { describe, expect, it } from "vitest";
import { kernelSampling } from "../../../src/applications/softmax-kernel/kernel-sampling.ts";
import { kernelSamplingByReading } from "../../../src/applications/softmax-kernel/kernel-sampling-by-reading.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const diagonal = (...values: number[]) =>
  new DenseMatrix(
    values.length,
    values.length,
    Float64Array.from({ length: values.length ** 2 }, (_, at) =>
      at % (values.length + 1) === 0 ? values[at % values.length] : 0,
    ),
  );

describe("kernelSamplingByReading", () => {
  it("finds the dimension that sampling in superposition finds, for n scores of ⌈s⌉ evaluations", () => {
    const kernel = diagonal(3, 1, 1, 0);
    const read = kernelSamplingByReading(kernel, { lambda: 1, random: seededRandom(1) });
    expect(read.dimension).toBeCloseTo(3 / 4 + 1 / 2 + 1 / 2, 12);
    expect(read.dimension).toBe(kernelSampling(kernel, { lambda: 1, random: seededRandom(1) }).dimension);
    expect(read.ledger).toMatchObject([{ access: "classical", unit: "kernel", count: 4 * 2 }]);
    expect(read.columns).not.toContain(3);
  });

  it("chooses nothing of a kernel that is 0", () => {
    const { columns, traceError } = kernelSamplingByReading(diagonal(0, 0), {
      lambda: 1,
      random: seededRandom(1),
    });
    expect([columns, traceError]).toEqual([[], 0]);
  });

  it("refuses a ridge that is not above 0, and kernels that are not positive", () => {
    const random = seededRandom(1);
    for (const lambda of [0, Number.NaN]) {
      expect(() => kernelSamplingByReading(diagonal(1), { lambda, random })).toThrow(/λ > 0/);
    }
    expect(() => kernelSamplingByReading(diagonal(-2), { lambda: 1, random })).toThrow(RangeError);
  });
});
