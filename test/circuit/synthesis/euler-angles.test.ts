import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { complexMatrix, largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { eulerAngles } from "../../../src/circuit/synthesis/euler-angles.ts";
import { unitary } from "../../../src/circuit/unitary.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { randomAngle, randomCircuit } from "../../support/random-circuit.ts";

describe("eulerAngles", () => {
  it("gives back e^{iγ} u(θ, φ, λ), also close to diagonal and to antidiagonal matrices", () => {
    const random = seededRandom(36);
    const small = [1e-3, 1e-8, 1e-10, 1e-15, 0];
    const circuits = [
      ...Array.from({ length: 50 }, () => randomCircuit(1, 6, random)),
      ...small.flatMap((theta) =>
        [theta, Math.PI - theta].map((angle) =>
          new Circuit(1).u(angle, randomAngle(random), randomAngle(random), 0).gphase(randomAngle(random)),
        ),
      ),
    ];
    for (const circuit of circuits) {
      const matrix = unitary(circuit);
      const { theta, phi, lambda, gamma } = eulerAngles(matrix);
      const again = unitary(new Circuit(1).u(theta, phi, lambda, 0).gphase(gamma));
      expect(largestDifference(matrix, again)).toBeLessThan(1e-14);
    }
    const minus = complexMatrix([
      [-1, 0],
      [0, -1],
    ]);
    expect(eulerAngles(minus).gamma).toBeCloseTo(Math.PI, 15);
  });
});
