import { describe, expect, it } from "vitest";
import { expand } from "../../src/circuit/expand.ts";
import { fixedPointAngles, fixedPointSuccess } from "../../src/primitives/fixed-point-angles.ts";
import { fixedPointCircuit } from "../../src/primitives/fixed-point-circuit.ts";
import { groverCircuit } from "../../src/primitives/grover-circuit.ts";
import { flagSearch } from "../../src/simulator/search/flag-search.ts";
import { gateRegister } from "../../src/simulator/search/gate-register.ts";
import { simulate } from "../../src/simulator/simulate.ts";

const search = flagSearch(5, (x) => x === 6 || x === 19 || x === 31);
const theta = Math.asin(Math.sqrt(3 / 32));
const markedProbability = (law: Float64Array) => law[6] + law[19] + law[31];

describe("groverCircuit", () => {
  it("reaches sin²((2r + 1)θ) and leaves the flag at |0⟩", () => {
    for (let r = 0; r <= 5; r++) {
      const state = simulate(groverCircuit(search, r));
      const reached = markedProbability(state.marginal(search.index));
      expect(Math.abs(reached - Math.sin((2 * r + 1) * theta) ** 2)).toBeLessThan(1e-12);
      expect(state.marginal([5])[1]).toBeLessThan(1e-12);
    }
  });

  it("equals the gate register, sign included, and its own expansion into gates without controls", () => {
    const register = gateRegister(search);
    register.iterate(3);
    const circuit = groverCircuit(search, 3);
    const states = [circuit, expand(circuit), expand(circuit, { controls: "lower" })].map((c) => simulate(c));
    for (const state of states) {
      const [re, im] = state.innerProduct(register.state);
      expect(Math.hypot(re - 1, im)).toBeLessThan(1e-12);
    }
  });

  it("finds one of four with certainty in one iteration", () => {
    const state = simulate(
      groverCircuit(
        flagSearch(2, (x) => x === 2),
        1,
      ),
    );
    expect(state.ket()).toBe("|010⟩");
  });

  it("refuses iterations that are not whole and an empty index", () => {
    expect(() => groverCircuit(search, 1.5)).toThrow(RangeError);
    expect(() =>
      groverCircuit(
        flagSearch(0, () => true),
        1,
      ),
    ).toThrow(/at least one index qubit/);
  });
});

describe("fixedPointCircuit", () => {
  it.each([1, 3, 7, 11])("of length %i succeeds as the closed formula says", (length) => {
    const state = simulate(fixedPointCircuit(search, fixedPointAngles(length, 0.01)));
    const reached = markedProbability(state.marginal(search.index));
    expect(Math.abs(reached - fixedPointSuccess(length, 0.01, 3 / 32))).toBeLessThan(1e-12);
  });
});
