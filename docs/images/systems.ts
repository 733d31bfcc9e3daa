import {
  boundFactor,
  type InversionMethod,
  invertLeverage,
  plantedInversion,
  pointAround,
  seededRandom,
  softmaxReluNewton,
  twoLayerInstance,
} from "../../src/index.ts";
import { growthChart } from "../../src/presentation/index.ts";
import { drawGradientFlops } from "./attention-gradient.ts";
import { drawHeavyKeys } from "./attention-sparsity.ts";
import { drawRounds } from "./hopfield.ts";
import { drawTraining } from "./modular-addition.ts";
import { drawLosses } from "./softmax-kernel.ts";
import { drawStepDistances } from "./step-distances.ts";
import { drawStateErrors } from "./streaming-attention.ts";
import { withMargin } from "./with-margin.ts";

/** Inverting leverage scores: distance to the planted x. */
export function drawInversion(): string {
  const planted = plantedInversion({ n: 60, d: 5, interior: true }, seededRandom(7));
  const start = { ...planted, x0: pointAround(planted.truth, 0.1, seededRandom(8)), steps: 60 };
  const run = (method: InversionMethod) => invertLeverage({ ...start, method }).distances;
  return drawStepDistances("Inverting leverage scores: distance to the planted x", [
    { name: "Gauss–Newton", role: "quantum", distances: run("gauss-newton") },
    { name: "diagonal Hessian", role: "third", distances: run("diagonal") },
    { name: "gradient descent", role: "classical", distances: run("gradient-descent") },
  ]);
}

/** Two-layer regression: distance to the minimum by the exact Hessian and by sketches of its diagonal approximation. */
export function drawTwoLayer(): string {
  const data = { ...twoLayerInstance({ n: 600, d: 5, m: 20 }, seededRandom(7)), w: 0.02 };
  const best = softmaxReluNewton({ ...data, damped: true });
  const start = { ...data, x0: pointAround(best.x, 0.05, seededRandom(8)), truth: best.x, steps: 30 };
  const sketched = (sketchRows: number) =>
    softmaxReluNewton({ ...start, mode: "sketched", sketchRows, random: seededRandom(9) }).distances;
  return drawStepDistances("Two-layer regression: distance to the minimum", [
    { name: "exact Hessian", role: "quantum", distances: softmaxReluNewton(start).distances },
    { name: "about 300 rows", role: "third", distances: sketched(300) },
    { name: "about 75 rows", role: "classical", distances: sketched(75) },
  ]);
}

/** Accelerated SGD: by how much its bound lies above that of plain SGD. */
export function drawBound(): string {
  const shares = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
  ];
  const excess = (z: number) =>
    boundFactor({ steps: 1, forward: 1, forwardSquare: z, backward: 0, backwardSquare: 0 }) - 1;
  return withMargin(
    growthChart({
      parameter: "z, the mean cos² over all steps",
      costLabel: "bound above that of plain SGD, as a share",
      title: "The bound of Reject Accelerating never beats that of plain SGD",
      series: [
        {
          name: "Reject Accelerating",
          kind: "predicted",
          role: "classical",
          points: shares.map((z) => ({ value: z, cost: excess(z) })),
        },
      ],
    }),
    16,
  );
}

/** The pictures of the pages on systems, by file. */
export const systemPictures: Readonly<Record<string, () => string>> = {
  "leverage-inversion.svg": drawInversion,
  "two-layer-newton.svg": drawTwoLayer,
  "accelerated-sgd.svg": drawBound,
  "modular-addition.svg": drawTraining,
  "hopfield.svg": drawRounds,
  "attention-gradient.svg": drawGradientFlops,
  "attention-sparsity.svg": drawHeavyKeys,
  "softmax-kernel.svg": drawLosses,
  "streaming-attention.svg": drawStateErrors,
};
