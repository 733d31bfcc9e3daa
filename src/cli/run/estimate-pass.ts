import { Circuit, flatten, type Operation, simulate } from "../../index.ts";

/** Amplitudes of the states that are timed: large enough to leave the first caches, small enough to be quick. */
const qubits = 16;
const rounds = 5;

/**
 * Estimates how long one pass through a circuit takes on this machine, in seconds.
 *
 * A one-qubit gate is timed on a state of 2^16 amplitudes; every other step is taken to cost as many of it as it touches
 * amplitudes: half as much for each control, 2^(k−1) times for a dense matrix on k qubits, k times for a Fourier transform.
 * Right within a factor of a few. Larger states than the caches hold take longer an amplitude.
 */
export function estimatePass(circuit: Circuit): number {
  const cost = flatten(circuit).operations.reduce((sum, step) => sum + stepCost(step), 0);
  return cost * 2 ** circuit.qubits * secondsPerAmplitude();
}

/** Steps in units of a one-qubit gate on the whole state. */
function stepCost(step: Operation): number {
  switch (step.kind) {
    case "gate": {
      const { qubits: on, controls } = step;
      // Named gates carry controls too; a gate on k qubits costs about as a one-qubit gate where only one is a target.
      return 2 ** -controls.length * (on.length === 0 ? 0.5 : 1);
    }
    case "unitary":
      return 2 ** (step.qubits.length - 1 - step.controls.length);
    case "qft":
      return step.qubits.length * 2 ** -step.controls.length;
    case "barrier":
    case "assign":
      return 0;
    case "conditional":
      return total(step.operations) + total(step.otherwise);
    case "while":
      return total(step.operations);
    case "measure":
    case "reset":
      return 1;
    default:
      return 2 ** -("controls" in step ? step.controls : []).length;
  }
}

function total(steps: readonly Operation[]): number {
  return steps.reduce((sum, step) => sum + stepCost(step), 0);
}

/** Seconds that a one-qubit gate takes for each amplitude, the fastest of a few tries. */
function secondsPerAmplitude(): number {
  const targets = Array.from({ length: qubits }, (_, k) => k);
  const circuit = new Circuit(qubits).onEach("h", targets);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    simulate(circuit);
    best = Math.min(best, performance.now() - began);
  }
  return best / 1000 / (qubits * 2 ** qubits);
}
