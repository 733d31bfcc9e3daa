import { describe, expect, it } from "vitest";
import { familyCircuit } from "../../../bench/circuits/families.ts";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { makeCompiledEngine } from "../../../src/simulator/compiled/compiled-engine.ts";
import { expectation } from "../../../src/simulator/observables/expectation.ts";
import { referenceEngine } from "../../../src/simulator/reference-engine.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { randomAngle, randomCircuit } from "../../support/random-circuit.ts";
import { randomState } from "../../support/random-state.ts";
import { stateDifference } from "../../support/state-difference.ts";
import { tableCircuit } from "../../support/table-circuit.ts";

const small = { tileQubits: 9, fewestQubits: 6 };
const single = makeCompiledEngine({ precision: 32, fewestQubits: 6 });
const smallTiles = makeCompiledEngine({ ...small, precision: 32 });
const inWindows = makeCompiledEngine({ ...small, windowQubits: 10 });
const singleInWindows = makeCompiledEngine({ ...small, windowQubits: 10, precision: 32 });

describe("the compiled engine in 32 bits", () => {
  it.each([1, 2, 5, 9, 10, 11, 12, 13, 14])(
    "agrees with the reference engine to 1e-6 on random circuits of the whole gate table, %i qubits, from any state",
    (qubits) => {
      const random = seededRandom(11).split("single", qubits);
      for (let trial = 0; trial < 4; trial++) {
        const circuit =
          trial < 2 || qubits < 5
            ? randomCircuit(qubits, 30 * trial + 5, random)
            : tableCircuit(qubits, 3, random);
        const options = trial % 2 === 0 ? {} : { initial: randomState(qubits, random) };
        const wanted = referenceEngine.run(circuit, options).state;
        for (const engine of [single, smallTiles, singleInWindows]) {
          const { state } = engine.run(circuit, options);
          expect(state.re).toBeInstanceOf(Float32Array);
          expect(stateDifference(state, wanted)).toBeLessThan(1e-6);
        }
      }
    },
  );

  it("keeps deep circuits of rotations at length 1, whatever the factors that are put off", () => {
    const random = seededRandom(12);
    let circuit = new Circuit(11);
    for (let layer = 0; layer < 200; layer++) {
      for (let q = 0; q < 11; q++) circuit = circuit.ry(randomAngle(random), q);
      for (let q = layer % 2; q < 10; q += 2) circuit = circuit.cx(q, q + 1);
    }
    for (const engine of [single, smallTiles]) {
      expect(Math.abs(engine.run(circuit).state.norm() - 1)).toBeLessThan(1e-4);
    }
  });

  it("undoes a circuit by its inverse", () => {
    const random = seededRandom(13);
    const circuit = randomCircuit(12, 60, random);
    const initial = randomState(12, random);
    const there = smallTiles.run(circuit, { initial }).state;
    const back = smallTiles.run(circuit.inverse(), { initial: there }).state;
    expect(stateDifference(back, initial)).toBeLessThan(2e-6);
  });

  it("does searches, Fourier transforms and the other families", () => {
    for (const family of ["grover", "qft", "ghz", "rot", "rqc"] as const) {
      const circuit = familyCircuit(family, 12);
      const wanted = referenceEngine.run(circuit).state;
      for (const engine of [single, smallTiles, singleInWindows]) {
        expect(stateDifference(engine.run(circuit).state, wanted)).toBeLessThan(1e-6);
      }
    }
  });

  it("gives the same amplitudes with several threads", () => {
    const circuit = familyCircuit("rot", 14);
    const threads = makeCompiledEngine({ ...small, precision: 32, threads: 3 });
    expect(threads.run(circuit).state.re).toEqual(smallTiles.run(circuit).state.re);
  });

  it("is read in 64 bits: probabilities, marginals, Pauli sums, reduced density matrices, samples", () => {
    const circuit = familyCircuit("rot", 12);
    const { state } = single.run(circuit);
    const exact = referenceEngine.run(circuit).state;
    const close = (a: Float64Array, b: Float64Array) => {
      for (let k = 0; k < a.length; k++) expect(Math.abs(a[k] - b[k])).toBeLessThan(1e-5);
    };
    close(state.probabilities(), exact.probabilities());
    close(state.marginal([3, 11]), exact.marginal([3, 11]));
    close(state.reducedDensity([0, 7]).re, exact.reducedDensity([0, 7]).re);
    const sum = "XYZIIIIIIIII + 0.5 ZZIIIIIIIIII";
    expect(expectation(state, sum)).toBeCloseTo(expectation(exact, sum), 5);
    const shots = Object.values(state.sample(1000, seededRandom(1)));
    expect(shots.reduce((a, b) => a + b)).toBe(1000);
    expect(state.amplitude(5)[0]).toBeCloseTo(exact.amplitude(5)[0], 6);
    expect(state.clone().re).toBeInstanceOf(Float32Array);
  });

  it("takes half the memory, and a limit is meant for that", () => {
    expect(single.bytesPerAmplitude).toBe(8);
    const memoryLimit = 8 * 2 ** 12;
    expect(single.run(new Circuit(12).h(0), { memoryLimit }).state.qubits).toBe(12);
    expect(() => single.run(new Circuit(13).h(0), { memoryLimit })).toThrow(LimitError);
    expect(() => single.run(new Circuit(8).h(0), { memoryLimit: 8 * 2 ** 7 })).toThrow(LimitError);
  });

  it("works in the memory of its own states, and leaves others as they are", () => {
    const first = single.run(new Circuit(19).x(3)).state;
    const second = single.run(new Circuit(19).x(0), { initial: first, inPlace: true }).state;
    expect(second.re).toBe(first.re);
    expect(second.probability(9)).toBe(1);
    // A state in 64 bits is rounded into a new one.
    const initial = StateVector.basis(19, 4);
    expect(single.run(new Circuit(19).x(0), { initial, inPlace: true }).state.probability(5)).toBe(1);
  });

  it("refuses other precisions", () => {
    expect(() => makeCompiledEngine({ precision: 16 as never })).toThrow(
      "makeCompiledEngine: expected a precision of 64 or 32 bits, got 16; 64 is the default.",
    );
  });
});

describe("the compiled engine in windows", () => {
  it("agrees with the reference engine to 1e-13, from any state and for every kind of pass", () => {
    const random = seededRandom(14);
    for (let trial = 0; trial < 10; trial++) {
      const qubits = 11 + (trial % 4);
      const circuit = trial % 2 === 0 ? randomCircuit(qubits, 60, random) : tableCircuit(qubits, 3, random);
      const options = trial % 3 === 0 ? {} : { initial: randomState(qubits, random) };
      const wanted = referenceEngine.run(circuit, options).state;
      expect(stateDifference(inWindows.run(circuit, options).state, wanted)).toBeLessThan(1e-13);
    }
    for (const family of ["grover", "qft", "ghz", "rot", "rqc"] as const) {
      const circuit = familyCircuit(family, 13);
      const wanted = referenceEngine.run(circuit).state;
      expect(stateDifference(inWindows.run(circuit).state, wanted)).toBeLessThan(1e-13);
    }
  });

  it("shares the tiles of a window among threads, bit for bit", () => {
    const circuit = familyCircuit("rot", 15);
    const options = { tileQubits: 9, windowQubits: 13 };
    const threads = makeCompiledEngine({ ...options, threads: 2 });
    expect(threads.run(circuit).state.re).toEqual(makeCompiledEngine(options).run(circuit).state.re);
  });

  it("refuses windows that are no larger than tiles", () => {
    for (const windowQubits of [9, 27, 12.5]) {
      expect(() => makeCompiledEngine({ tileQubits: 9, windowQubits })).toThrow(
        /windows of 10 to 26 qubits, got/,
      );
    }
  });
});
