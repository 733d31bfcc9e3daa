import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadLabels } from "../../../src/presentation/svg/spread-labels.ts";

describe("spreadLabels", () => {
  it("leaves labels alone that do not touch", () => {
    expect(spreadLabels([10, 50, 30], 14, 0, 100)).toEqual([10, 50, 30]);
  });

  it("spreads labels that touch around the middle of their wishes", () => {
    expect(spreadLabels([10, 11, 50], 14, 0, 100)).toEqual([3.5, 17.5, 50]);
  });

  it("keeps inside its limits", () => {
    expect(spreadLabels([0, 0], 10, 5, 100)).toEqual([5, 15]);
    expect(spreadLabels([100, 100], 10, 0, 95)).toEqual([85, 95]);
  });

  it("keeps the distance, the order and the limits whenever there is room", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 10 }), (wishes) => {
        const places = spreadLabels(wishes, 10, 0, 100);
        const order = wishes.map((_, k) => k).sort((a, b) => wishes[a] - wishes[b]);
        for (let k = 0; k < order.length; k++) {
          expect(places[order[k]]).toBeGreaterThanOrEqual(-1e-9);
          expect(places[order[k]]).toBeLessThanOrEqual(100 + 1e-9);
          if (k > 0) expect(places[order[k]] - places[order[k - 1]]).toBeGreaterThanOrEqual(10 - 1e-9);
        }
      }),
    );
  });
});
