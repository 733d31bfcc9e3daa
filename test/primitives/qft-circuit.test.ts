import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { zeroMatrix } from "../../src/circuit/complex-matrix.ts";
import { countGates } from "../../src/circuit/counts/count-gates.ts";
import { qftCircuit } from "../../src/primitives/qft-circuit.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { expectActsLike } from "../support/expect-acts-like.ts";

/** Entry (y, x) is e^{+2πi xy/N}/√N, straight from the definition. */
function discreteFourier(size: number) {
  const matrix = zeroMatrix(size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      matrix.re[y * size + x] = Math.cos((2 * Math.PI * x * y) / size) / Math.sqrt(size);
      matrix.im[y * size + x] = Math.sin((2 * Math.PI * x * y) / size) / Math.sqrt(size);
    }
  }
  return matrix;
}

describe("qftCircuit", () => {
  it.each([1, 2, 3, 4, 5])("acts like the discrete Fourier matrix with plus sign on %i qubits", (n) => {
    expectActsLike(qftCircuit(n), discreteFourier(2 ** n));
    const all = Array.from({ length: n }, (_, q) => q);
    expectActsLike(new Circuit(n).qft(all), discreteFourier(2 ** n));
  });

  it("turns |01⟩ into the phases 1, i, −1, −i in ascending order: plus sign, qubit 0 low", () => {
    expect(simulate(new Circuit(2).x(0).append(qftCircuit(2))).ket()).toBe(
      "0.5|00⟩ + 0.5i|01⟩ - 0.5|10⟩ - 0.5i|11⟩",
    );
  });

  it("takes n Hadamard gates, n(n − 1)/2 phases and ⌊n/2⌋ swaps", () => {
    expect(countGates(qftCircuit(6))).toEqual({ h: 6, cp: 15, swap: 3 });
    expect(countGates(qftCircuit(0))).toEqual({});
  });
});
