import { seededRandom, trainNetwork } from "../../src/index.ts";
import { growthChart } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

/** Modular addition: how far the margin is from γ* while networks of several widths are trained. */
export function drawTraining(): string {
  const run = (width: number, seed: number) =>
    trainNetwork({ k: 2, p: 7, width, random: seededRandom(seed) })
      .history.filter(({ marginRatio }) => marginRatio < 1 - 1e-14)
      .map(({ step, marginRatio }) => ({ value: step, cost: 1 - marginRatio }));
  return withMargin(
    growthChart({
      parameter: "step of the training",
      costLabel: "share of γ* that the margin lacks",
      title: "Training to add two digits modulo 7: what the margin lacks of γ*",
      series: [
        { name: "6 neurons", role: "muted", kind: "counted", points: run(6, 1) },
        { name: "12 neurons", role: "classical", kind: "counted", points: run(12, 1) },
        { name: "24 neurons, a slow seed", role: "third", kind: "counted", points: run(24, 6) },
        { name: "24 neurons", role: "quantum", kind: "counted", points: run(24, 1) },
      ],
    }),
    16,
  );
}
