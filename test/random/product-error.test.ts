import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productError } from "../../src/random/product-error.ts";

describe("productError", () => {
  it("is what rounding took from the product of two whole numbers", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        expect(BigInt(productError(a, b))).toBe(BigInt(a) * BigInt(b) - BigInt(a * b));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("is what rounding took from a product with a fraction", () => {
    // 0.1 is 3602879701896397 / 2^55.
    const a = 2 ** 53 - 1;
    const exact = BigInt(a) * 3602879701896397n;
    expect(BigInt(productError(a, 0.1) * 2 ** 55)).toBe(exact - BigInt(a * 0.1 * 2 ** 55));
  });
});
