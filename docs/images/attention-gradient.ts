import { attentionGrad, attentionInstance, seededRandom } from "../../src/index.ts";
import { growthChart } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

/** The attention gradient: flops of both methods against the number of rows. */
export function drawGradientFlops(): string {
  const sizes = [16, 32, 64, 128, 256, 512];
  const flops = (degree: number | null) =>
    sizes.map((n) => {
      const instance = attentionInstance({ n, d: 4 }, seededRandom(7));
      const { work } =
        degree === null
          ? attentionGrad({ ...instance, method: "exact" })
          : attentionGrad({ ...instance, method: "lowrank", degree });
      return { value: n, cost: work.flops };
    });
  return withMargin(
    growthChart({
      parameter: "rows n",
      costLabel: "flops",
      title: "The gradient of attention: flops, d = 4",
      series: [
        { name: "exact, n × n", role: "classical", kind: "counted", points: flops(null) },
        { name: "low rank, g = 4, r = 70", role: "third", kind: "counted", points: flops(4) },
        { name: "low rank, g = 2, r = 15", role: "fourth", kind: "counted", points: flops(2) },
      ],
    }),
    16,
  );
}
