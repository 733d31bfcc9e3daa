import { describe, expect, it } from "vitest";
import { GroverPlane } from "../../../src/simulator/search/grover-plane.ts";

describe("GroverPlane", () => {
  it("has the angle with tan²θ = good/bad, at both ends", () => {
    expect(new GroverPlane(1, 3).angle).toBeCloseTo(Math.PI / 6, 15);
    expect(new GroverPlane(0, 5).angle).toBe(0);
    expect(new GroverPlane(5, 0).angle).toBe(Math.PI / 2);
    expect(new GroverPlane(1, 2 ** 53).angle).toBeCloseTo(2 ** -26.5, 20);
  });

  it("depends on the ratio of the masses only", () => {
    const [one, other] = [new GroverPlane(2, 7), new GroverPlane(0.2, 0.7)];
    for (const plane of [one, other]) {
      plane.iterate(3);
      plane.rotate(0.3, 0.8);
    }
    expect(one.goodProbability()).toBeCloseTo(other.goodProbability(), 14);
  });

  it("stays normalised over a million rotations", () => {
    const plane = new GroverPlane(3, 1000);
    for (let k = 0; k < 1_000_000; k++) plane.rotate(Math.PI, Math.PI);
    const angle = Math.asin(Math.sqrt(3 / 1003));
    expect(plane.goodProbability()).toBeCloseTo(Math.sin(2_000_001 * angle) ** 2, 7);
  });

  it("decides like the success probability, short runs and long ones", () => {
    const plane = new GroverPlane(3, 10_000);
    for (let iterations = 0; iterations < 200; iterations++) {
      const success = plane.successAfter(iterations);
      for (const choice of [0, success / 2, success * (1 - 1e-12), success, success * (1 + 1e-12), 0.999]) {
        expect(plane.isGoodAfter(iterations, choice)).toBe(choice < success);
      }
    }
    expect(new GroverPlane(0, 5).isGoodAfter(3, 0)).toBe(false);
  });

  it("changes nothing without a good or without a bad part", () => {
    for (const [good, bad] of [
      [0, 1],
      [1, 0],
    ]) {
      const plane = new GroverPlane(good, bad);
      plane.rotate(1, 2);
      plane.iterate(5);
      expect(plane.goodProbability()).toBeCloseTo(good, 15);
    }
  });
});
