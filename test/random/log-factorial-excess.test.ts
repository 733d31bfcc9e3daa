import { describe, expect, it } from "vitest";
import { logFactorialExcess } from "../../src/random/log-factorial-excess.ts";

describe("logFactorialExcess", () => {
  // 70-digit arithmetic.
  it.each([
    [16, 2.310440550244173],
    [17, 2.3404466011812155],
    [100, 3.2223569567543535],
    [12345, 5.629448484465581],
    [2 ** 40, 14.781882144403655],
    [2 ** 53, 19.287338818043224],
  ])("is log n! − (n log n − n) at n = %d", (n, value) => {
    expect(Math.abs(logFactorialExcess(n) - value)).toBeLessThan(4e-15);
  });

  it("agrees with the logarithm of the product for n up to 170", () => {
    let factorial = 1;
    for (let n = 0; n <= 170; n++) {
      if (n > 0) factorial *= n;
      const leading = n === 0 ? 0 : n * Math.log(n) - n;
      expect(Math.abs(logFactorialExcess(n) - (Math.log(factorial) - leading))).toBeLessThan(1e-12);
    }
  });
});
