import { describe, expect, it } from "vitest";
import { predictSpectral } from "../../src/algorithms/predict-spectral.ts";
import { spectralApproximation } from "../../src/algorithms/spectral-approximation.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const total = (entries: ReturnType<typeof predictSpectral>) =>
  entries.filter(({ unit }) => unit === "row").reduce((sum, { count }) => sum + (count ?? Number.NaN), 0);

describe("predictSpectral", () => {
  it("foresees what halving of Gaussian rows asks where it searches above a base that is read, within 10 percent", () => {
    const options = { epsilon: 0.9, delta: 0.2, constant: "practical" } as const;
    const shape = { name: "A", rows: 2 ** 17, columns: 3 };
    const matrix = gaussianMatrix(shape, seededRandom(7));
    const run = spectralApproximation(rowOracle(matrix, { name: "A" }), {
      ...options,
      random: seededRandom(8),
    });
    const ratio = total(run.ledger.entries()) / total(predictSpectral(shape, options));
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it("foresees exactly that everything is read where that is cheaper", () => {
    const entries = predictSpectral({ name: "A", rows: 500, columns: 3 }, { epsilon: 0.5, delta: 0.05 });
    expect(entries).toMatchObject([{ oracle: "A", access: "classical", count: 500, label: "exact" }]);
  });

  it("refuses options out of range", () => {
    expect(() => predictSpectral({ name: "A", rows: 9, columns: 2 }, { epsilon: 2, delta: 0.1 })).toThrow(
      RangeError,
    );
  });
});
