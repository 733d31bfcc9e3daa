import type { BlochSpheres } from "../../src/presentation/state/bloch-spheres.ts";
import type { MatrixHeatMap } from "../../src/presentation/state/matrix-heat-map.ts";
import type { PhaseDisks } from "../../src/presentation/state/phase-disks.ts";
import type { ProbabilityBars } from "../../src/presentation/state/probability-bars.ts";

const weights = Array.from({ length: 1024 }, (_, k) => 1 / (((k * 37) % 101) + 1) ** 2);
const total = weights.reduce((sum, weight) => sum + weight);

export const bellBars: ProbabilityBars = { probabilities: [0.5, 0, 0, 0.5], measured: [0.48, 0, 0, 0.52] };
export const manyBars: ProbabilityBars = { probabilities: weights.map((weight) => weight / total) };

/** The Fourier transform of |1⟩ on four qubits: sixteen phases around the circle. */
export const fourierDisks: PhaseDisks = {
  amplitudes: {
    re: Array.from({ length: 16 }, (_, k) => Math.cos((k * Math.PI) / 8) / 4),
    im: Array.from({ length: 16 }, (_, k) => Math.sin((k * Math.PI) / 8) / 4),
  },
};

export const sixSpheres: BlochSpheres = {
  vectors: [
    [0, 0, 1],
    [1, 0, 0],
    [0.5, -0.6, 0.3],
    [0, 0, 0],
    [-0.6, -0.6, -0.5],
    [0, 1, 0],
  ],
};

export const smallMatrix: MatrixHeatMap = {
  matrix: [
    [0.5, -0.5, 0, 0.1],
    [0.25, 0.4, -0.3, 0],
  ],
};
export const largeMatrix: MatrixHeatMap = {
  matrix: Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 40 }, (_, j) => Math.sin(i / 9) * Math.cos(j / 6)),
  ),
};
