import { describe, expect, it } from "vitest";
import { amplitudeBridge } from "../../../src/applications/modular-addition/amplitude-bridge.ts";
import { digitOracle, directSum } from "../../../src/applications/modular-addition/digit-oracle.ts";
import { fourierNetwork } from "../../../src/applications/modular-addition/fourier-network.ts";
import { fourierSum, registerSumCircuit } from "../../../src/applications/modular-addition/fourier-sum.ts";
import {
  askHiddenDigits,
  findHiddenDigits,
} from "../../../src/applications/modular-addition/hidden-digits.ts";
import { linearFormOracle } from "../../../src/applications/modular-addition/linear-form-oracle.ts";
import { countGates } from "../../../src/circuit/counts/count-gates.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { Ledger } from "../../../src/oracles/ledger.ts";
import { digitQubits } from "../../../src/primitives/cyclic-fourier-circuit.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { referenceEngine } from "../../../src/simulator/reference-engine.ts";
import { simulate } from "../../../src/simulator/simulate.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";

const random = seededRandom(13);
const open = (digits: readonly number[], modulus: number) => {
  const ledger = new Ledger();
  return { ledger, oracle: digitOracle(digits, { modulus, ledger }) };
};

describe("the Fourier adder", () => {
  it.each([3, 5, 7, 8, 11, 16])("shows the sum with certainty: modulus %i", (modulus) => {
    for (let trial = 0; trial < 10; trial++) {
      const digits = Array.from({ length: 1 + (trial % 4) }, () => random.integer(modulus));
      const { oracle } = open(digits, modulus);
      const { sum, probability } = fourierSum(oracle);
      expect(sum).toBe(directSum(oracle));
      expect(probability).toBeCloseTo(1, 12);
    }
  });

  it("uses each digit once, as adding does: no query advantage", () => {
    const { oracle, ledger } = open([3, 5, 6], 7);
    fourierSum(oracle);
    directSum(oracle);
    expect(ledger.total({ access: "quantum", unit: "phase" })).toBe(3);
    expect(ledger.total({ access: "classical", unit: "entry" })).toBe(3);
  });

  it("is t(t + 1)/2 gates a transform and t phases a digit on a modulus 2^t", () => {
    for (const t of [2, 3, 4]) {
      const { circuit } = fourierSum(open([1, 2 ** t - 1], 2 ** t).oracle);
      const { h = 0, cp = 0, p = 0 } = countGates(circuit);
      expect(h + cp).toBe(t * (t + 1));
      expect(p).toBe(2 * t);
    }
  });

  it("adds digits in registers with t(t + 1)/2 controlled phases each on a modulus 2^t", () => {
    for (const t of [2, 3]) {
      const transforms = t * (t - 1);
      expect(countGates(registerSumCircuit(2 ** t, 2)).cp).toBe(transforms + t * (t + 1));
    }
  });

  it.each([3, 5, 8])("adds every pair of digits in registers: modulus %i", (modulus) => {
    const circuit = registerSumCircuit(modulus, 2);
    const width = digitQubits(modulus);
    for (let a = 0; a < modulus; a++) {
      for (let b = 0; b < modulus; b++) {
        const start = a + b * 2 ** width;
        const state = simulate(circuit, { initial: StateVector.basis(3 * width, start) });
        const [re, im] = state.amplitude(start + ((a + b) % modulus) * 4 ** width);
        expect(re).toBeCloseTo(1, 12);
        expect(im).toBeCloseTo(0, 12);
      }
    }
  });

  it("gives the same state on the reference engine", () => {
    const { circuit, state } = fourierSum(open([4, 6], 7).oracle);
    const reference = simulate(circuit, { engine: referenceEngine });
    for (let c = 0; c < 8; c++) expect(reference.amplitude(c)[0]).toBeCloseTo(state.amplitude(c)[0], 13);
  });
});

describe("the bridge from amplitudes to scores", () => {
  it.each(["published", "narrow"] as const)(
    "holds to 1e-13 on all 343 inputs of p = 7, k = 3: %s",
    (construction) => {
      const { network } = fourierNetwork({ k: 3, p: 7, construction });
      const bridge = amplitudeBridge(network, { random });
      expect(bridge).toMatchObject({ inputs: 343, complete: true });
      expect(bridge.error).toBeLessThan(1e-13);
    },
  );

  it("holds on a sample where there are too many inputs", () => {
    const { network } = fourierNetwork({ k: 4, p: 11, construction: "narrow" });
    const bridge = amplitudeBridge(network, { random, inputs: 20 });
    expect(bridge).toMatchObject({ inputs: 20, complete: false });
    expect(bridge.error).toBeLessThan(1e-13);
  });

  it("breaks with the phase rule", () => {
    const { network } = fourierNetwork({ k: 2, p: 7, detuning: 0.1 });
    expect(amplitudeBridge(network, { random }).error).toBeGreaterThan(0.01);
  });
});

describe("hidden digits", () => {
  it.each([
    [3, 4],
    [5, 3],
    [7, 3],
    [8, 3],
    [11, 2],
  ])("are found with one query and certainty, against k: modulus %i, k = %i", (modulus, k) => {
    for (let trial = 0; trial < 3; trial++) {
      const secret = Array.from({ length: k }, () => random.integer(modulus));
      const [quantum, classical] = [new Ledger(), new Ledger()];
      const found = findHiddenDigits(linearFormOracle(secret, { modulus, ledger: quantum }));
      expect(found.digits).toEqual(secret);
      expect(Math.abs(found.probability - 1)).toBeLessThan(1e-12);
      expect(quantum.total({ unit: "entry" })).toBe(1);
      expect(askHiddenDigits(linearFormOracle(secret, { modulus, ledger: classical }))).toEqual(secret);
      expect(classical.total({ unit: "entry" })).toBe(k);
    }
  });
});

describe("bad input", () => {
  it("is refused and not billed", () => {
    const ledger = new Ledger();
    expect(() => digitOracle([7], { modulus: 7, ledger })).toThrow(/digits from 0 to 6/);
    expect(() => digitOracle([], { modulus: 7, ledger })).toThrow(/at least one/);
    expect(() => digitOracle([1], { modulus: 7, ledger }).read(1)).toThrow(/a digit from 0 to 0/);
    expect(() => registerSumCircuit(5, 0)).toThrow(/whole number of digits ≥ 1/);
    expect(() => linearFormOracle([], { modulus: 7, ledger })).toThrow(/digits from 0 to 6/);
    expect(() => linearFormOracle([1, 2], { modulus: 7, ledger }).ask([1])).toThrow(/ask: expected 2 digits/);
    expect(() => findHiddenDigits(linearFormOracle([1, 2, 3, 4, 5, 6, 7], { modulus: 11, ledger }))).toThrow(
      LimitError,
    );
    expect(ledger.entries()).toEqual([]);
  });
});
