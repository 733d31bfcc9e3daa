import {
  cachedAttention,
  matrixSource,
  seededRandom,
  streamingAttention,
  uniformAttention,
} from "../../src/index.ts";
import { growthChart } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

/** Streaming attention: the largest error of the exact state by degree, and of the middle sketch by its rows, against words. */
export function drawStateErrors(): string {
  const matrices = uniformAttention({ n: 1024, d: 3 }, seededRandom(7));
  const { outputs } = cachedAttention(matrices);
  const point = (more: { readonly degree: number; readonly m2?: number }) => {
    const random = seededRandom(7).split("middle sketch", more.m2 ?? 0);
    const run = streamingAttention({ source: matrixSource(matrices), random, ...more });
    const errors = run.outputs.flatMap((row, i) => Array.from(row, (y, c) => Math.abs(y - outputs.at(i, c))));
    return { value: run.stateWords, cost: errors.reduce((most, error) => Math.max(most, error)) };
  };
  return withMargin(
    growthChart({
      parameter: "words of the state",
      costLabel: "largest error of an output entry",
      title: "Attention in one pass: errors against words, n = 1024, d = 3",
      series: [
        {
          name: "middle sketch, g = 6",
          role: "classical",
          kind: "counted",
          points: [16, 64, 256, 1024].map((m2) => point({ degree: 6, m2 })),
        },
        {
          name: "exact state, g = 0 … 8",
          role: "third",
          kind: "counted",
          points: [0, 2, 4, 6, 8].map((degree) => point({ degree })),
        },
      ],
    }),
    16,
  );
}
