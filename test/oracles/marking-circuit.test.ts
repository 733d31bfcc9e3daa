import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { comparator } from "../../src/oracles/comparator.ts";
import { markingCircuit, markingRegister } from "../../src/oracles/marking-circuit.ts";
import { hashValues } from "../../src/oracles/quantised-probability.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { referenceEngine } from "../../src/simulator/reference-engine.ts";
import { amplitudeRegister } from "../../src/simulator/search/amplitude-register.ts";
import { gateRegister } from "../../src/simulator/search/gate-register.ts";
import { StateVector } from "../../src/simulator/state-vector.ts";

/** I4 + R6 + P3 + H3 + F1 = 17 qubits: 16 rows of two 3-bit entries, marks with probability ‖row‖²/40, more in the next half. */
function instance(seed: number) {
  const random = seededRandom(seed);
  const bits = 3;
  return {
    rows: new DenseMatrix(
      16,
      2,
      Float64Array.from({ length: 32 }, () => random.integer(8) - 4),
    ),
    width: 3,
    bits,
    hash: Array.from({ length: 16 }, () => random.integer(hashValues(bits))),
    probability: (row: Float64Array, inNext: boolean) =>
      Math.min(1, (row[0] ** 2 + row[1] ** 2) / (inNext ? 40 : 80)),
  };
}

describe("markingCircuit", () => {
  const options = instance(5);
  const circuit = markingCircuit(options);
  const t = circuit.marked.positions.length;

  it("takes 17 qubits for the 16 × 2 instance, with some but not all rows marked", () => {
    expect(circuit.qubits).toBe(17);
    expect(t).toBeGreaterThan(0);
    expect(t).toBeLessThan(8);
  });

  it("marks position x iff hash(x) < ⌈p(row x)·7⌉", () => {
    const wanted = Array.from({ length: 16 }, (_, x) => x).filter(
      (x) => options.hash[x] < Math.ceil(options.probability(options.rows.row(x), x < 8) * 7),
    );
    expect([...circuit.marked.positions]).toEqual(wanted);
  });

  it("turns the sign of the marked positions, basis state by basis state, and returns all ancillas", () => {
    for (let x = 0; x < 16; x++) {
      const { state } = referenceEngine.run(circuit.phase(Math.PI), { initial: StateVector.basis(17, x) });
      expect(state.amplitude(x)[0]).toBe(circuit.marked.positions.includes(x) ? -1 : 1);
    }
  });

  it("gives the marked positions the phase e^{iβ}", () => {
    const beta = 0.77;
    const { state } = referenceEngine.run(
      new Circuit(17).onEach("h", circuit.index).append(circuit.phase(beta)),
    );
    for (let x = 0; x < 16; x++) {
      const angle = circuit.marked.positions.includes(x) ? beta : 0;
      expect(state.re[x]).toBeCloseTo(Math.cos(angle) / 4, 14);
      expect(state.im[x]).toBeCloseTo(Math.sin(angle) / 4, 14);
    }
  });

  it("searches like sin²((2j+1)θ) and like plain amplitudes, ancillas back at |0⟩", () => {
    const gate = gateRegister(circuit);
    const plain = amplitudeRegister(circuit.marked);
    const theta = Math.asin(Math.sqrt(t / 16));
    for (let j = 1; j <= 4; j++) {
      gate.iterate(1);
      plain.iterate(1);
      expect(Math.abs(gate.markedProbability() - Math.sin((2 * j + 1) * theta) ** 2)).toBeLessThan(1e-12);
      expect(gate.ancillaLeakage()).toBeLessThan(1e-12);
      const { re } = plain.amplitudes();
      gate.indexProbabilities().forEach((p, x) => {
        expect(Math.abs(p - re[x] ** 2)).toBeLessThan(1e-12);
      });
    }
    gate.rotate(1.1, -0.4);
    plain.rotate(1.1, -0.4);
    const { re, im } = plain.amplitudes();
    for (let x = 0; x < 16; x++) {
      expect(Math.abs(gate.state.re[x] - re[x])).toBeLessThan(1e-12);
      expect(Math.abs(gate.state.im[x] - im[x])).toBeLessThan(1e-12);
    }
  });

  it("queries the rows twice in each phase application", () => {
    for (const beta of [Math.PI, 0.3]) {
      const labels = circuit.phase(beta).operations.flatMap((step) => ("label" in step ? [step.label] : []));
      expect(labels.filter((label) => label === "A")).toHaveLength(circuit.rowQueriesPerPhase);
    }
  });

  it("does not mark what was found already", () => {
    const first = circuit.marked.positions[0];
    const rest = markingCircuit({ ...options, found: [first] });
    expect([...rest.marked.positions]).toEqual([...circuit.marked.positions.slice(1)]);
    const { state } = referenceEngine.run(rest.phase(Math.PI), { initial: StateVector.basis(17, first) });
    expect(state.amplitude(first)[0]).toBe(1);
    const register = markingRegister(options)(rest.marked);
    register.iterate(1);
    const theta = Math.asin(Math.sqrt((t - 1) / 16));
    expect(register.markedProbability()).toBeCloseTo(Math.sin(3 * theta) ** 2, 12);
  });

  it("marks p = 1 under every hash and p = 0 under none", () => {
    const hash = Array.from({ length: 16 }, (_, x) => x % 7);
    const sure = markingCircuit({ ...options, hash, probability: () => 1 });
    expect(sure.marked.positions).toHaveLength(16);
    expect(markingCircuit({ ...options, hash, probability: () => 0 }).marked.positions).toHaveLength(0);
  });

  it("knows of the next subset by any size of it", () => {
    for (const nextSize of [0, 5, 8, 16]) {
      const { phase, marked } = markingCircuit({
        rows: new DenseMatrix(16, 1, new Float64Array(16)),
        width: 1,
        bits: 1,
        hash: new Uint32Array(16),
        nextSize,
        probability: (_, inNext) => (inNext ? 1 : 0),
      });
      expect(marked.positions).toHaveLength(nextSize);
      for (let x = 0; x < 16; x++) {
        const { state } = referenceEngine.run(phase(Math.PI), { initial: StateVector.basis(8, x) });
        expect(state.amplitude(x)[0]).toBe(x < nextSize ? -1 : 1);
      }
    }
  });

  it("refuses data that do not fit", () => {
    expect(() => markingCircuit({ ...options, rows: new DenseMatrix(6, 1, new Float64Array(6)) })).toThrow(
      /expected a power of two of rows, got 6/,
    );
    expect(() => markingCircuit({ ...options, hash: [1, 2] })).toThrow(/expected 16 hash values, got 2/);
    expect(() => markingCircuit({ ...options, hash: new Array(16).fill(7) })).toThrow(
      /hash values from 0 to 6, got 7 at 0/,
    );
    const unmarked = [...Array(16).keys()].find((x) => !circuit.marked.positions.includes(x))!;
    expect(() => markingCircuit({ ...options, found: [unmarked] })).toThrow(/marked by the rule/);
    expect(() => markingCircuit({ ...options, width: 2 })).toThrow(/whole entries from -2 to 1/);
    expect(() => markingCircuit({ ...options, probability: () => 1.5 })).toThrow(/probability in \[0, 1\]/);
  });
});

describe("comparator", () => {
  it("flips the flag iff a < b, for all pairs of 3-bit numbers", () => {
    const circuit = comparator(7, [0, 1, 2], [3, 4, 5], 6);
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < 8; b++) {
        for (const flag of [0, 64]) {
          const start = a + 8 * b + flag;
          const { state } = referenceEngine.run(circuit, { initial: StateVector.basis(7, start) });
          expect(state.probability(a < b ? start ^ 64 : start)).toBe(1);
        }
      }
    }
  });

  it("refuses registers of different length", () => {
    expect(() => comparator(4, [0, 1], [2], 3)).toThrow(/two registers of one length, got 2 and 1/);
  });
});
