import { describe, expect, it } from "vitest";
import { familyCircuit } from "../../../../bench/circuits/families.ts";
import { seededRandom } from "../../../../src/random/seeded-random.ts";
import { makeCompiledEngine } from "../../../../src/simulator/compiled/compiled-engine.ts";
import { referenceEngine } from "../../../../src/simulator/reference-engine.ts";
import { run } from "../../../../src/simulator/run.ts";
import { randomCircuit } from "../../../support/random-circuit.ts";
import { randomState } from "../../../support/random-state.ts";
import { stateDifference } from "../../../support/state-difference.ts";

const tileQubits = 9;
const alone = makeCompiledEngine({ tileQubits });

describe("the compiled engine with several threads", () => {
  it.each([2, 3, 5])("gives the same amplitudes, bit for bit, with %i threads", (threads) => {
    const engine = makeCompiledEngine({ tileQubits, threads });
    const random = seededRandom(threads);
    for (let k = 0; k < 12; k++) {
      const qubits = 11 + (k % 3);
      const circuit = randomCircuit(qubits, 40, random);
      const options = k % 2 === 0 ? {} : { initial: randomState(qubits, random) };
      const { state } = engine.run(circuit, options);
      expect(state.re).toEqual(alone.run(circuit, options).state.re);
      expect(state.im).toEqual(alone.run(circuit, options).state.im);
      expect(stateDifference(state, referenceEngine.run(circuit, options).state)).toBeLessThan(1e-13);
    }
  });

  it("gives the same counts for a seed", () => {
    const circuit = familyCircuit("rot", 13).measure(3, 0).h(3).measure(3, 1).measure(7, 2);
    const counts = (threads: number) =>
      run(circuit, {
        shots: 2000,
        random: seededRandom(5),
        engine: makeCompiledEngine({ tileQubits, threads }),
      }).counts;
    expect(counts(2)).toEqual(counts(1));
    expect(counts(4)).toEqual(counts(1));
  });
});
