import { seededRandom, softmaxNTK, sphereData } from "../../src/index.ts";
import { growthChart } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

/** The softmax network: losses of a narrow and a wide one, beside what the frozen kernel predicts of them. */
export function drawLosses(): string {
  const data = sphereData({ n: 8, d: 4 }, seededRandom(8));
  const train = (m: number) => softmaxNTK({ ...data, m, random: seededRandom(9) });
  const points = (losses: readonly number[]) => losses.map((cost, t) => ({ value: t + 1, cost }));
  const [narrow, wide] = [train(8), train(1024)];
  return withMargin(
    growthChart({
      parameter: "losses looked at (1 is the start)",
      costLabel: "loss",
      title: "A softmax network and its frozen kernel, n = 8, d = 4",
      series: [
        { name: "8 neurons", role: "classical", kind: "counted", points: points(narrow.losses) },
        { name: "its kernel", role: "classical", kind: "predicted", points: points(narrow.predicted) },
        { name: "1024 neurons", role: "third", kind: "counted", points: points(wide.losses) },
        { name: "its kernel", role: "third", kind: "predicted", points: points(wide.predicted) },
      ],
    }),
    16,
  );
}
