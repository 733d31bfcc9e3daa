import { describe, expect, it } from "vitest";
import { complete, groverSuccess } from "../../../../src/index.ts";
import { searchJob } from "../../../../src/web/panels/search/search-job.ts";

const setting = { qubits: 5, marked: 3, iterations: 2, method: "grover", seed: "7" } as const;

describe("the search explorer", () => {
  it("shows amplitudes whose squares on marked positions add up to sin²((2j + 1)θ)", () => {
    for (const iterations of [0, 1, 2, 5, 17]) {
      const { amplitudes, positions, probability } = complete(searchJob({ ...setting, iterations }));
      const wanted = groverSuccess(32, 3, iterations);
      expect(positions.length).toBe(3);
      expect(positions.reduce((sum, x) => sum + amplitudes[x] ** 2, 0)).toBeCloseTo(wanted, 12);
      expect(probability).toBeCloseTo(wanted, 12);
    }
  });

  it("bills what it follows, and names marked positions when a search ends", () => {
    const { ledger } = complete(searchJob(setting));
    expect(ledger.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(2);
    for (const method of ["unknown", "fixed-point"] as const) {
      const { result, positions, ledger: bill } = complete(searchJob({ ...setting, method }));
      expect(result?.position === null || positions.includes(result?.position ?? -1)).toBe(true);
      expect(bill.every(({ label }) => label === "measured")).toBe(true);
    }
  });

  it("takes no marked position, and all of them", () => {
    expect(complete(searchJob({ ...setting, marked: 0 })).best).toBeNull();
    expect(complete(searchJob({ ...setting, marked: 40 })).probability).toBeCloseTo(1, 12);
  });
});
