import { Circuit } from "../circuit/circuit.ts";
import { isUnitary, type Operation } from "../circuit/operation.ts";
import { type FinalMeasurement, splitFinalMeasurements } from "../circuit/split-final-measurements.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { defaultEngine } from "./default-engine.ts";
import { sampleOutcomes } from "./sample-outcomes.ts";
import type { SimulateOptions } from "./simulate.ts";

/** The kinds of steps that write or read classical bits. */
const classicalKinds = new Set<Operation["kind"]>(["measure", "conditional", "while", "assign"]);

/** How often a circuit is run, and what decides its measurements. */
export interface RunOptions extends SimulateOptions {
  readonly shots: number;
  readonly random: RandomStream;
}

/** What came out: how often each string of classical bits was seen, bit 0 rightmost. */
export interface RunCounts {
  readonly shots: number;
  readonly counts: Record<string, number>;
}

/**
 * Runs a circuit many times and counts its classical bits; a circuit that measures nothing is measured completely.
 *
 * Final measurements are sampled from one simulation. Otherwise the part before the first measurement, reset or branch
 * is simulated once and the rest once a shot, shot k drawing from `random.split("shot", k)`.
 *
 * Errors: RangeError for a number of shots that is not whole and ≥ 0.
 *
 * @example run(new Circuit(1).h(0).measure(0), { shots: 100, random }).counts // { "0": 53, "1": 47 }
 */
export function run(circuit: Circuit, options: RunOptions): RunCounts {
  const { shots, random, ...rest } = options;
  if (!Number.isInteger(shots) || shots < 0) {
    throw new RangeError(`run: expected a whole number ≥ 0 of shots, got ${shots}; round it.`);
  }
  const measures = circuit.operations.some(({ kind }) => classicalKinds.has(kind));
  const measured = measures ? circuit : circuit.measureAll();
  const split = splitFinalMeasurements(measured);
  const counts =
    split === undefined
      ? runEachShot(measured, shots, random, rest)
      : runOnce(split.circuit, split.measurements, measured.bits, shots, random, rest);
  return { shots, counts };
}

function runOnce(
  circuit: Circuit,
  measurements: readonly FinalMeasurement[],
  bits: number,
  shots: number,
  random: RandomStream,
  { engine = defaultEngine, ...rest }: SimulateOptions,
): Record<string, number> {
  const { state } = engine.run(circuit, rest);
  const qubits = [...new Set(measurements.map(({ qubit }) => qubit))];
  const counts: Record<string, number> = {};
  for (const { outcome, count } of sampleOutcomes(state.marginal(qubits), shots, random)) {
    const digits = new Uint8Array(bits);
    for (const { qubit, bit } of measurements) digits[bit] = (outcome >> qubits.indexOf(qubit)) & 1;
    counts[bitsAsString(digits)] = count;
  }
  return counts;
}

function runEachShot(
  circuit: Circuit,
  shots: number,
  random: RandomStream,
  { engine = defaultEngine, ...rest }: SimulateOptions,
): Record<string, number> {
  const steps = circuit.operations;
  const first = steps.findIndex((step) => !isUnitary(step) && step.kind !== "barrier");
  const start = engine.run(new Circuit(circuit.qubits, 0, steps.slice(0, first)), rest).state;
  const tail = new Circuit(circuit.qubits, circuit.bits, steps.slice(first));
  const counts = new Map<string, number>();
  for (let shot = 0; shot < shots; shot++) {
    const { bits } = engine.run(tail, { ...rest, initial: start, random: random.split("shot", shot) });
    const key = bitsAsString(bits);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function bitsAsString(bits: Uint8Array): string {
  return [...bits].reverse().join("");
}
