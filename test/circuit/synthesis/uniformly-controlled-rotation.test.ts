import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { identityMatrix } from "../../../src/circuit/complex-matrix.ts";
import { countGates } from "../../../src/circuit/counts/count-gates.ts";
import { gateMatrix } from "../../../src/circuit/gate-matrix.ts";
import { diagonalPhases } from "../../../src/circuit/synthesis/diagonal-phases.ts";
import { uniformlyControlledRotation } from "../../../src/circuit/synthesis/uniformly-controlled-rotation.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { expectActsLike } from "../../support/expect-acts-like.ts";
import { randomAngle } from "../../support/random-circuit.ts";

describe("uniformlyControlledRotation", () => {
  it.each([0, 1, 2, 3, 4])("rotates by the angle of the control state, with %i controls", (k) => {
    const random = seededRandom(33).split("angles", k);
    const angles = Float64Array.from({ length: 2 ** k }, () => randomAngle(random));
    const controls = Array.from({ length: k }, (_, m) => m + 1);
    for (const gate of ["ry", "rz"] as const) {
      const circuit = new Circuit(k + 1).addAll(uniformlyControlledRotation(gate, angles, controls, 0));
      // The target is the low bit, so the matrix is a block on each control state.
      const matrix = identityMatrix(2 ** (k + 1));
      angles.forEach((angle, i) => {
        const block = gateMatrix(gate, [angle]);
        for (let r = 0; r < 2; r++) {
          for (let c = 0; c < 2; c++) {
            matrix.re[(2 * i + r) * matrix.size + 2 * i + c] = block.re[2 * r + c];
            matrix.im[(2 * i + r) * matrix.size + 2 * i + c] = block.im[2 * r + c];
          }
        }
      });
      expectActsLike(circuit, matrix);
      expect(countGates(circuit)).toEqual(k === 0 ? { [gate]: 1 } : { cx: 2 ** k, [gate]: 2 ** k });
    }
  });

  it("refuses a wrong number of angles", () => {
    expect(() => uniformlyControlledRotation("ry", [1, 2, 3], [1, 2], 0)).toThrow(/expected 4 angles/);
  });
});

describe("diagonalPhases", () => {
  it.each([0, 1, 2, 3, 4])("gives each state its phase, on %i qubits in any order", (k) => {
    const random = seededRandom(34).split("phases", k);
    const phases = Float64Array.from({ length: 2 ** k }, () => randomAngle(random));
    const circuit = new Circuit(k).addAll(
      diagonalPhases(
        phases,
        Array.from({ length: k }, (_, m) => m),
      ),
    );
    const matrix = identityMatrix(2 ** k);
    phases.forEach((phase, i) => {
      matrix.re[i * matrix.size + i] = Math.cos(phase);
      matrix.im[i * matrix.size + i] = Math.sin(phase);
    });
    expectActsLike(circuit, matrix);
  });

  it("refuses a wrong number of phases", () => {
    expect(() => diagonalPhases([0], [0, 1])).toThrow(/expected 4 phases for 2 qubits, got 1/);
  });
});
