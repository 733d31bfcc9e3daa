import type { KroneckerPrediction, RealMatrix } from "../../index.ts";
import { gateQubits } from "./gate-qubits.ts";

/** Seconds that a fast machine takes to score and hash one row, for up to about 8 columns. */
const PER_ROW = 4e-7;
/** Seconds per Grover iteration: in the plane, per marked row with all amplitudes, per amplitude of the gates. */
const PER_ITERATION = { subspace: 8e-9, amplitude: 3e-9, gate: 1e-7 };
/** Seconds per multiplication of the certificate. */
const PER_PRODUCT = 5e-10;

/**
 * Estimates how long simulating a run takes, on the short side: real runs take from about this long to a few times as long.
 *
 * Drawing marks visits every row of a subset once; each pair of coherent row queries is one iteration; the certificate adds
 * up an outer product per kept tuple.
 */
export function estimateSeconds(
  prediction: KroneckerPrediction,
  matrices: readonly RealMatrix[],
  certified: boolean,
): number {
  const { plan, nonzeros } = prediction;
  const { level } = plan.parameters;
  const qubits = level === "gate" ? gateQubits(prediction, matrices) : [];
  let seconds = 0;
  plan.factors.forEach(({ columns, stages }, k) => {
    const matrix = matrices[k];
    for (const { kind, size, marked, quantum } of stages) {
      const rows = matrix.kind === "dense" ? size : Math.min(size, matrix.classes.length);
      seconds += rows * PER_ROW * Math.max(1, (columns / 8) ** 2) * (kind === "read" ? 0.25 : 1);
      const width = level === "amplitude" ? Math.max(1, marked) : level === "gate" ? 2 ** qubits[k] : 1;
      seconds += (quantum / 2) * width * PER_ITERATION[level];
    }
  });
  const dimension = matrices.reduce((product, { columns }) => product * columns, 1);
  return seconds + (certified ? (nonzeros ?? 0) * 0.5 * dimension ** 2 * PER_PRODUCT : 0);
}
