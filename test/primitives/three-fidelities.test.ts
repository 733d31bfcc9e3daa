import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { amplificationRound } from "../../src/circuit/synthesis/amplification-round.ts";
import { prepareRealState } from "../../src/circuit/synthesis/prepare-real-state.ts";
import { Ledger } from "../../src/oracles/ledger.ts";
import { valueOracle } from "../../src/oracles/value-oracle.ts";
import { amplify } from "../../src/primitives/amplitude-amplification.ts";
import { certifyNoneLeft } from "../../src/primitives/certify-none-left.ts";
import { dilutedSearch, dilutionPlan } from "../../src/primitives/diluted-search.ts";
import { exactSearch } from "../../src/primitives/exact-search.ts";
import { findAll } from "../../src/primitives/find-all.ts";
import { findLargest } from "../../src/primitives/find-largest.ts";
import { findMaximum } from "../../src/primitives/find-maximum.ts";
import { fixedPointSearch } from "../../src/primitives/fixed-point-search.ts";
import { groverSearch } from "../../src/primitives/grover-search.ts";
import { unknownCountSearch } from "../../src/primitives/unknown-count-search.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { dilutedRegister } from "../../src/simulator/search/diluted-register.ts";
import { simulate } from "../../src/simulator/simulate.ts";
import { searchSetting } from "../support/search-setting.ts";

const fidelities = ["gate", "amplitude", "subspace"] as const;
const size = 64;

/** The same work at all fidelities: results and bills. */
function atAllFidelities<Result>(work: (fidelity: (typeof fidelities)[number]) => Result): Result[] {
  return fidelities.map(work);
}

describe("one seed at gate, amplitude and subspace fidelity", () => {
  const random = () => seededRandom(11);
  it.each([
    ["groverSearch", (oracle) => groverSearch(oracle, { random: random() })],
    ["exactSearch", (oracle) => exactSearch(oracle, { random: random() })],
    ["dilutedSearch", (oracle) => dilutedSearch(oracle, { random: random() })],
    [
      "fixedPointSearch",
      (oracle) => fixedPointSearch(oracle, { random: random(), failureProbability: 1e-3 }),
    ],
    ["unknownCountSearch", (oracle) => unknownCountSearch(oracle, { random: random() })],
    ["certifyNoneLeft", (oracle) => certifyNoneLeft(oracle, { random: random(), missProbability: 1e-3 })],
    [
      "certifyNoneLeft by bbht",
      (oracle) => certifyNoneLeft(oracle, { random: random(), missProbability: 1e-2, method: "bbht" }),
    ],
    ["findAll", (oracle) => findAll(oracle, { random: random(), missProbability: 1e-3 })],
    [
      "findAll, known",
      (oracle) => findAll(oracle, { random: random(), missProbability: 1e-3, mode: "known" }),
    ],
    [
      "findAll, exact",
      (oracle) => findAll(oracle, { random: random(), missProbability: 1e-3, mode: "exact" }),
    ],
  ] as const satisfies readonly [string, (oracle: ReturnType<typeof searchSetting>["oracle"]) => object][])(
    "gives the same run of %s, with the same bill",
    (_, search) => {
      for (const count of [1, 5]) {
        const [gate, amplitude, subspace] = atAllFidelities((fidelity) => {
          const { oracle, ledger } = searchSetting(size, count, 3, fidelity);
          return { result: search(oracle), bill: ledger.entries() };
        });
        expect(gate).toEqual(subspace);
        expect(amplitude).toEqual(subspace);
        expect(subspace.bill.length).toBeGreaterThan(0);
      }
    },
  );

  it("gives the same maximum and the same largest values, with the same bill", () => {
    const stream = seededRandom(12);
    const values = Array.from({ length: size }, () => stream.integer(40));
    const [gate, amplitude, subspace] = atAllFidelities((fidelity) => {
      const ledger = new Ledger();
      const oracle = valueOracle(values, { name: "v", ledger, fidelity });
      const maximum = findMaximum(oracle, { random: random(), failureProbability: 1e-3 });
      const largest = findLargest(oracle, { random: random(), count: 4, missProbability: 1e-3 });
      return { maximum, largest, bill: ledger.entries() };
    });
    expect(gate).toEqual(subspace);
    expect(amplitude).toEqual(subspace);
    expect(subspace.maximum.value).toBe(Math.max(...values));
  });
});

/** The law of the index beside flag 1, after rounds of amplification on the engine. */
function flaggedLaw(preparation: Circuit, sign: Circuit, flag: number, rounds: number) {
  const state = simulate(preparation.append(amplificationRound(preparation, sign).repeat(rounds)));
  const law = new Float64Array(2 ** flag);
  for (let x = 0; x < law.length; x++) law[x] = state.probability(x + 2 ** flag);
  return { law, success: law.reduce((sum, p) => sum + p, 0) };
}

describe("amplification with an ancilla, gate by gate", () => {
  it("reaches certainty by dilution, and agrees with the diluted plane after every round", () => {
    const qubits = 5;
    const { marked } = searchSetting(2 ** qubits, 3, 4);
    const { iterations, share } = dilutionPlan(marked.size, 3);
    const index = Array.from({ length: qubits }, (_, q) => q);
    const preparation = new Circuit(qubits + 1)
      .onEach("h", index)
      .ry(2 * Math.asin(Math.sqrt(share)), qubits);
    const good = [...marked.positions].map((x) => x + 2 ** qubits);
    const sign = new Circuit(qubits + 1).phaseOracle({ qubits: [...index, qubits], marked: good });
    for (let rounds = 0; rounds <= iterations; rounds++) {
      const register = dilutedRegister(marked, share);
      register.iterate(rounds);
      const state = simulate(preparation.append(amplificationRound(preparation, sign).repeat(rounds)));
      const seen = [...marked.positions].reduce(
        (sum, x) => sum + state.probability(x) + state.probability(x + 2 ** qubits),
        0,
      );
      expect(seen).toBeCloseTo(register.markedProbability(), 12);
    }
    expect(flaggedLaw(preparation, sign, qubits, iterations).success).toBeCloseTo(1, 12);
  });

  it("prepares copies of a weighted state: base state from the largest weights, the rest uniform, then amplified", () => {
    const weights = Float64Array.of(9, 0.5, 0.25, 4, 0, 1, 0.125, 0.5);
    const listed = [0, 3];
    const floor = 1;
    const good = weights.map((w, i) => (listed.includes(i) ? w : Math.min(w, floor)));
    const bad = good.map((mass, i) => (listed.includes(i) ? 0 : floor - mass));
    const amplitudes = Float64Array.of(...bad, ...good).map(Math.sqrt);
    const norm = Math.hypot(...amplitudes);
    const preparation = prepareRealState(amplitudes.map((a) => a / norm));
    const sign = new Circuit(4).z(3);
    const oracle = valueOracle(weights, { name: "w", ledger: new Ledger(), fidelity: "subspace" });
    const total = weights.reduce((sum, w) => sum + w, 0);
    for (let rounds = 0; rounds < 4; rounds++) {
      const { law, success } = flaggedLaw(preparation, sign, 3, rounds);
      const register = oracle
        .proportional(
          listed.map((position) => ({ position, value: weights[position] })),
          floor,
        )
        .prepare();
      register.amplify(rounds);
      expect(success).toBeCloseTo(register.successProbability(), 12);
      law.forEach((p, i) => {
        expect(p / success).toBeCloseTo(weights[i] / total, 12);
      });
    }
    const found = amplify(
      oracle.proportional(
        listed.map((position) => ({ position, value: weights[position] })),
        floor,
      ),
      { random: seededRandom(13), leastSuccess: 2 / 8 },
    );
    expect(weights[found.index ?? Number.NaN]).toBeGreaterThan(0);
  });
});
