import {
  Circuit,
  makeCompiledEngine,
  type PlainCircuit,
  runTask,
  type StateVector,
  seededRandom,
  type Task,
} from "../../../index.ts";
import { seedOf } from "../../parts/seed-of.ts";
import type { CircuitView } from "./circuit-state.ts";
import { type StateView, samplesView, viewOf } from "./state-view.ts";

/** What the state is wanted of, and how it is looked at. */
export interface CircuitJobInput {
  readonly circuit: PlainCircuit;
  /** The values of the parameters. */
  readonly values: Readonly<Record<string, number>>;
  /** How many steps are done. */
  readonly steps: number;
  /** Decides measurements on the way. */
  readonly seed: string;
  /** How often the circuit is run for samples. */
  readonly shots: number;
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
  const { values, steps, seed, shots, view, width } = input;
  const whole = Circuit.fromJSON(input.circuit);
  const begun = new Circuit(whole.qubits, whole.bits, whole.operations.slice(0, steps), whole.registers);
  const used = Object.fromEntries(begun.parameters.map((name) => [name, values[name] ?? 0]));
  const ready = begun.bind(used);
  const run = engine.runTask ?? (() => undefined as never);
  const { state, bits } = yield* run(ready, { random: seededRandom(seedOf(seed)) });
  let shown: StateView;
  if (view === "samples") {
    // The counts that the command line has for this seed.
    const { counts } = yield* runTask(ready, { shots, random: seededRandom(seedOf(seed)) });
    shown = samplesView(counts, shots, width);
  } else shown = viewOf(state, view, width);
  return {
    qubits: state.qubits,
    steps,
    ket: ketText(state),
    bits: Array.from(bits).reverse().join(""),
    view: shown,
  };
}

/** The state in Dirac notation, its greatest parts where there are many. */
function ketText(state: StateVector): string {
  const terms = 16;
  return state.ket({
    digits: 3,
    terms,
    ...(state.qubits > 4 && state.qubits <= 12 && { order: "probability" as const }),
  });
}
