import { type Circuit, densityMatrix, fidelity, reducedDensity, StateVector } from "../../index.ts";
import type { Difference } from "../difference.ts";
import { circuitChecker } from "./circuit-checker.ts";

const half = Math.SQRT1_2;

/** States of one qubit that fix what is done to every other one: two amplitudes each. */
const probes: readonly {
  readonly name: string;
  readonly re: readonly number[];
  readonly im: readonly number[];
}[] = [
  { name: "|0⟩", re: [1, 0], im: [0, 0] },
  { name: "|1⟩", re: [0, 1], im: [0, 0] },
  { name: "(|0⟩ + |1⟩)/√2", re: [half, half], im: [0, 0] },
  { name: "(|0⟩ − |1⟩)/√2", re: [half, -half], im: [0, 0] },
  { name: "(|0⟩ + i|1⟩)/√2", re: [half, 0], im: [0, half] },
  { name: "(|0⟩ − i|1⟩)/√2", re: [half, 0], im: [0, -half] },
];

/** Whether a circuit takes the state of one qubit to another, whatever that state is: how well it does for each probe. */
export const carries = circuitChecker<"carries", readonly number[]>({
  look(circuit: Circuit, { from, to }): readonly number[] {
    if (Math.max(from, to) >= circuit.qubits) {
      throw new RangeError(
        `answer: expected at least ${Math.max(from, to) + 1} qubits, got ${circuit.qubits}; the state goes from qubit ${from} to qubit ${to}.`,
      );
    }
    return probes.map(({ re, im }) => {
      const { density } = densityMatrix(circuit, {
        initial: product(circuit.qubits, from, re, im),
        memoryLimit: 2 ** 28,
      });
      return fidelity(product(1, 0, re, im), reducedDensity(density, [to]));
    });
  },
  compare(seen, _, { from, to, given }, instance): Difference | null {
    const k = seen.findIndex((value) => value < 1 - 1e-9);
    if (k < 0) return null;
    const setting = given === undefined ? "" : ` with ${given.gate} = { ${given.instances[instance].body} }`;
    return {
      reason: `Qubit ${to} does not end in the state that qubit ${from} had.`,
      counterexample: `From ${probes[k].name} in qubit ${from}${setting}: qubit ${to} ends in that state with fidelity ${Number(seen[k].toFixed(4))} instead of 1.`,
    };
  },
  same: (one, other) => one.every((value, k) => Math.abs(value - other[k]) < 1e-6),
});

/** One qubit in a state, all others in |0⟩. */
function product(qubits: number, at: number, re: readonly number[], im: readonly number[]): StateVector {
  const state = [new Float64Array(2 ** qubits), new Float64Array(2 ** qubits)];
  for (const bit of [0, 1]) {
    state[0][bit << at] = re[bit];
    state[1][bit << at] = im[bit];
  }
  return new StateVector(qubits, state[0], state[1]);
}
