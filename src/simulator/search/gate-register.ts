import { checkQubits } from "../../circuit/check-operation.ts";
import { Circuit } from "../../circuit/circuit.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { defaultEngine } from "../default-engine.ts";
import type { Engine } from "../engine.ts";
import type { StateVector } from "../state-vector.ts";
import { attemptEach } from "./attempt-each.ts";
import { requireMarkedSet } from "./marked-positions.ts";
import type { MarkedSet } from "./marked-set.ts";
import { requireIterations, requirePhases } from "./require-iterations.ts";
import { rotateEach } from "./rotate-each.ts";
import type { SearchRegister } from "./search-register.ts";

/** A search as a circuit: where the index is, how marked states get their phase, and which ones they are. */
export interface GateSearch {
  /** Number of qubits, ancillas included. */
  readonly qubits: number;
  /** The index register, lowest bit first. */
  readonly index: readonly number[];
  /** Computes the mark, applies the phase e^{iβ} to it, uncomputes: all ancillas go from |0⟩ back to |0⟩. */
  readonly phase: (beta: number) => Circuit;
  /** The positions that the circuit marks: they name the outcomes, the circuit alone moves the amplitudes. */
  readonly marked: MarkedSet;
}

/** A search register that runs circuits on a state-vector engine. */
export interface GateRegister extends SearchRegister {
  /** The probability that some qubit outside the index is not |0⟩: 0 up to rounding if the circuit uncomputes. */
  ancillaLeakage(): number;
  /** The law of the index register now. */
  indexProbabilities(): Float64Array;
  /** The full state. Do not write to it. */
  readonly state: StateVector;
}

/**
 * Opens a search register at gate level: every iteration runs the phase circuit and the reflection on the engine.
 *
 * Errors: RangeError when the number of positions is not 2^(index qubits): pad with positions that are never marked.
 *
 * @example gateRegister({ qubits: 4, index: [0, 1, 2, 3], phase, marked }).iterate(3)
 */
export function gateRegister(search: GateSearch, engine: Engine = defaultEngine): GateRegister {
  const { qubits, index, phase, marked } = search;
  checkQubits("gateRegister", index, qubits);
  requireMarkedSet("gateRegister", marked);
  if (marked.size !== 2 ** index.length) {
    throw new RangeError(
      `gateRegister: expected 2^${index.length} = ${2 ** index.length} positions for ${index.length} index qubits, got ${marked.size}; pad with positions that are never marked.`,
    );
  }
  const isMarked = new Uint8Array(marked.size);
  for (const position of marked.positions) isMarked[position] = 1;
  const start = new Circuit(qubits).onEach("h", index);
  let state = engine.run(start).state;
  const apply = (circuit: Circuit, times: number) => {
    for (let k = 0; k < times; k++) state = engine.run(circuit, { initial: state }).state;
  };
  const law = () => state.marginal(index);
  const mass = (probabilities: Float64Array, group: number) =>
    probabilities.reduce((sum, p, x) => (isMarked[x] === group ? sum + p : sum), 0);

  const chooseGroup = (probabilities: Float64Array, random: RandomStream) => {
    const weights = [mass(probabilities, 0), mass(probabilities, 1)];
    const wanted = random.uniform() < weights[1] / (weights[0] + weights[1]) ? 1 : 0;
    // An empty group is out of the question even when rounding has left it a tiny probability.
    return marked.positions.length === 0 ? 0 : marked.positions.length === marked.size ? 1 : wanted;
  };
  const pick = (probabilities: Float64Array, group: number, choice: number) => {
    const target = choice * mass(probabilities, group);
    let sum = 0;
    let last = 0;
    for (let x = 0; x < probabilities.length; x++) {
      if (isMarked[x] !== group || probabilities[x] === 0) continue;
      last = x;
      sum += probabilities[x];
      if (sum > target) break;
    }
    return last;
  };

  return {
    size: marked.size,
    fidelity: "gate",
    get state() {
      return state;
    },
    reset() {
      state = engine.run(start).state;
    },
    iterate(iterations) {
      requireIterations("gateRegister", iterations);
      apply(phase(Math.PI).reflectUniform(index), iterations);
    },
    rotate(alpha, beta) {
      requirePhases("gateRegister", alpha, beta);
      apply(phase(beta).reflectUniform(index, alpha), 1);
    },
    rotateThrough(sequence) {
      rotateEach(this, sequence);
    },
    markedProbability() {
      const probabilities = law();
      return mass(probabilities, 1) / (mass(probabilities, 0) + mass(probabilities, 1));
    },
    measure(random) {
      const probabilities = law();
      const group = chooseGroup(probabilities, random);
      return pick(probabilities, group, random.uniform());
    },
    attempt(iterations, random) {
      this.reset();
      this.iterate(iterations);
      const probabilities = law();
      return chooseGroup(probabilities, random) === 1 ? pick(probabilities, 1, random.uniform()) : null;
    },
    attemptEach(ranges, random, maxIterations) {
      return attemptEach(this, ranges, random, maxIterations);
    },
    indexProbabilities: law,
    ancillaLeakage() {
      const rest = Array.from({ length: qubits }, (_, q) => q).filter((q) => !index.includes(q));
      return state.marginal(rest).reduce((sum, p, value) => (value === 0 ? sum : sum + p), 0);
    },
  };
}
