import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { simulate } from "../../src/simulator/simulate.ts";

describe("formatKet", () => {
  const state = simulate(new Circuit(3).ry(1, 0).s(0).x(2).cx(0, 1).cz(0, 2));

  it("writes coefficients by modulus and phase", () => {
    expect(state.ket()).toBe("0.878|100⟩ - 0.479i|111⟩");
    expect(state.ket({ coefficients: "polar" })).toBe("0.878|100⟩ + 0.479e^-1.571i|111⟩");
    expect(simulate(new Circuit(1).x(0).p(1, 0)).ket({ coefficients: "polar" })).toBe("e^i|1⟩");
    expect(simulate(new Circuit(1)).ket({ coefficients: "polar" })).toBe("|0⟩");
  });

  it("numbers basis states, and splits them into registers, the highest leftmost", () => {
    expect(state.ket({ labels: "decimal" })).toBe("0.878|4⟩ - 0.479i|7⟩");
    const registers = [
      { name: "low", start: 0, size: 2 },
      { name: "high", start: 2, size: 1 },
    ];
    expect(state.ket({ registers })).toBe("0.878|1⟩|00⟩ - 0.479i|1⟩|11⟩");
    expect(state.ket({ registers, labels: "decimal" })).toBe("0.878|1⟩|0⟩ - 0.479i|1⟩|3⟩");
  });

  it("puts the most probable first, also when only some terms are printed", () => {
    const tilted = simulate(new Circuit(2).ry(2, 0).ry(1, 1));
    expect(tilted.ket({ order: "probability", digits: 2 })).toBe("0.74|01⟩ + 0.47|00⟩ + 0.4|11⟩ + 0.26|10⟩");
    expect(tilted.ket({ order: "probability", digits: 2, terms: 1 })).toBe("0.74|01⟩ + … (3 more)");
  });

  it("refuses registers that overlap, leave a gap or do not reach the end", () => {
    for (const registers of [
      [],
      [{ start: 0, size: 2 }],
      [{ start: 1, size: 2 }],
      [
        { start: 0, size: 2 },
        { start: 1, size: 2 },
      ],
    ]) {
      expect(() => state.ket({ registers })).toThrow(/registers that cover the 3 qubits once/);
    }
  });
});
