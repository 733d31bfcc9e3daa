import { expect } from "vitest";
import type { Circuit } from "../../src/circuit/circuit.ts";
import { type ComplexMatrix, largestDifference } from "../../src/circuit/complex-matrix.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { engineMatrix } from "./engine-matrix.ts";

/** Asserts that a circuit acts like a matrix, both multiplied out and run on the engine, every entry to 1e-12. */
export function expectActsLike(circuit: Circuit, matrix: ComplexMatrix, tolerance = 1e-12): void {
  expect(largestDifference(unitary(circuit), matrix)).toBeLessThanOrEqual(tolerance);
  expect(largestDifference(engineMatrix(circuit), matrix)).toBeLessThanOrEqual(tolerance);
}
