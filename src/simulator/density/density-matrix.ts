import type { Circuit } from "../../circuit/circuit.ts";
import { zeroMatrix } from "../../circuit/complex-matrix.ts";
import { LimitError } from "../../errors/limit-error.ts";
import { defaultMemoryLimit } from "../check-memory.ts";
import { checkNoise, type NoiseModel } from "../noise/noise-model.ts";
import {
  densityOf,
  isPure,
  type QuantumState,
  qubitsOf,
  requireState,
} from "../observables/quantum-state.ts";
import { buildProgram } from "../program/build-program.ts";
import type { MeasureStep, Step } from "../program/step.ts";
import { copyDensity } from "./density-kernels.ts";
import { DensityResult } from "./density-result.ts";
import { DensityRun } from "./density-run.ts";
import { MemoryBudget, Mixture } from "./mixture.ts";

/** Most qubits: one matrix takes 16 MiB. */
const largest = 10;

/** Matrices that a step needs beside the ones that it changes. */
const working = 2;

/** How a circuit is taken through density matrices. */
export interface DensityOptions {
  /** What goes wrong (default: nothing). */
  readonly noise?: NoiseModel;
  /** The state to start in, pure or mixed (default |0…0⟩). It is not changed. */
  readonly initial?: QuantumState;
  /** Most bytes that all matrices may take (default 4 GiB). */
  readonly memoryLimit?: number;
}

/**
 * The exact end of a circuit with noise: ρ → U ρ U† for each gate, ρ → Σ_k K ρ K† for each channel.
 *
 * Measurements, resets, branches, loops and assignments are exact too: every string of classical bits that can occur has
 * a density matrix of its own, which merge where the bits become equal. A measured qubit loses its coherence; leave the
 * measurements out to see the state before them. The reference that `runNoisy` is held against.
 *
 * Shape: 2^n × 2^n, n ≤ 10. Cost: 4^n a gate. Memory: 16 · 4^n bytes for each string of bits that is measured before the
 * end.
 *
 * Errors: LimitError above 10 qubits and for matrices beyond the memory limit, before they are allocated, and for a loop
 * that does not end with certainty within its limit; RangeError for parameters without a value.
 *
 * @example
 * const bell = new Circuit(2).h(0).cx(0, 1);
 * const { density } = densityMatrix(bell, { noise: { depolarizing: 0.1 } });
 * fidelity(simulate(bell), density) // 0.88
 */
export function densityMatrix(circuit: Circuit, options: DensityOptions = {}): DensityResult {
  const { noise, initial, memoryLimit = defaultMemoryLimit } = options;
  const { qubits } = circuit;
  if (noise !== undefined) checkNoise("densityMatrix", noise);
  if (qubits > largest) {
    throw new LimitError(
      "densityMatrix",
      largest,
      qubits,
      "qubits",
      `a matrix needs ${16 * 4 ** qubits} bytes: use runNoisy, which samples trajectories`,
    );
  }
  if (initial !== undefined) {
    requireState("densityMatrix", initial);
    if (qubitsOf(initial) !== qubits) {
      throw new RangeError(
        `densityMatrix: expected an initial state of ${qubits} qubits, got ${qubitsOf(initial)}; match the circuit.`,
      );
    }
  }
  const program = buildProgram("densityMatrix", circuit, { ...(noise && { noise }), defer: false });
  const budget = new MemoryBudget(qubits, memoryLimit);
  for (let k = 0; k <= working; k++) budget.take();
  const start = new Mixture(budget);
  start.add({ bits: new Uint8Array(program.bits), density: startDensity(qubits, initial) });
  const { steps, final } = splitFinal(program.steps);
  const end = new DensityRun(qubits, program.readout, budget).run(steps, start);
  return new DensityResult(qubits, [...end.members()], final, program.readout);
}

function startDensity(qubits: number, initial: QuantumState | undefined) {
  if (initial !== undefined) return isPure(initial) ? densityOf(initial) : copyDensity(initial);
  const density = zeroMatrix(2 ** qubits);
  density.re[0] = 1;
  return density;
}

/** The measurements at the very end need no matrices of their own: the diagonal tells their law. */
function splitFinal(steps: readonly Step[]): { steps: readonly Step[]; final: readonly MeasureStep[] } {
  let from = steps.length;
  while (from > 0 && steps[from - 1].kind === "measure") from--;
  return { steps: steps.slice(0, from), final: steps.slice(from) as readonly MeasureStep[] };
}
