import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitError } from "../../src/algorithms/error-split.ts";

describe("splitError", () => {
  it("keeps the product of all errors within 1 ± ε, with equality at the upper end", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (epsilon, order) => {
          const { factor, tuples } = splitError(epsilon, order);
          expect((1 + factor) ** order * (1 + tuples)).toBeCloseTo(1 + epsilon, 12);
          expect((1 - factor) ** order * (1 - tuples)).toBeGreaterThanOrEqual(1 - epsilon - 1e-12);
        },
      ),
    );
  });

  it("leaves more to each part than ε/4 for two factors and than ε/(2(q+1)) for q", () => {
    expect(splitError(0.5, 2).factor).toBeGreaterThan(0.125);
    expect(splitError(0.5, 3).factor).toBeGreaterThan(0.0625);
  });
});
