import {
  Circuit,
  makeCompiledEngine,
  type PlainCircuit,
  type StateVector,
  seededRandom,
  type Task,
} from "../../../index.ts";
import type { CircuitView } from "./circuit-state.ts";
import { type StateView, viewOf } from "./state-view.ts";

/** What the state is wanted of, and how it is looked at. */
export interface CircuitJobInput {
  readonly circuit: PlainCircuit;
  /** The values of the parameters. */
  readonly values: Readonly<Record<string, number>>;
  /** How many steps are done. */
  readonly steps: number;
  /** Decides measurements on the way. */
  readonly seed: string;
  readonly view: CircuitView;
  /** Of the figure, in SVG units. */
  readonly width: number;
}

/** The state after some steps of a circuit. */
export interface CircuitJobOutput {
  readonly qubits: number;
  readonly steps: number;
  readonly ket: string;
  /** The classical bits, bit 0 rightmost. */
  readonly bits: string;
  readonly view: StateView;
}

const engine = makeCompiledEngine();

/** Runs the first steps of a circuit and draws the state that they lead to. */
export function* circuitJob(input: CircuitJobInput): Task<CircuitJobOutput> {
  const { values, steps, seed, view, width } = input;
  const whole = Circuit.fromJSON(input.circuit);
  const begun = new Circuit(whole.qubits, whole.bits, whole.operations.slice(0, steps), whole.registers);
  const used = Object.fromEntries(begun.parameters.map((name) => [name, values[name] ?? 0]));
  const run = engine.runTask ?? (() => undefined as never);
  const { state, bits } = yield* run(begun.bind(used), { random: seededRandom(seed) });
  return {
    qubits: state.qubits,
    steps,
    ket: ketText(state),
    bits: Array.from(bits).reverse().join(""),
    view: viewOf(state, view, width),
  };
}

/** The state in Dirac notation, its greatest parts where there are many. */
function ketText(state: StateVector): string {
  const terms = 16;
  return state.ket({ digits: 3, terms, ...(state.qubits > 4 && { order: "probability" as const }) });
}
