import type { RandomStream } from "../../random/random-stream.ts";
import { columnSketch } from "./column-sketch.ts";
import { sparseTail } from "./sparse-tail.ts";

/** How often sparse recovery kept its guarantee. */
export interface PlantedRecovery {
  readonly trials: number;
  /** Trials with ‖T − y‖ ≤ (1 + ε) min ‖y′ − y‖. */
  readonly within: number;
  /** The median of ‖T − y‖ over that minimum. */
  readonly medianRatio: number;
}

/**
 * Recovers k-sparse columns with Gaussian noise of a hundredth of their spikes, and counts how often ‖T − y‖ ≤ (1 + ε) min ‖y′ − y‖.
 *
 * Buckets: 12k/ε², eleven repetitions.
 */
export function plantedRecovery(
  options: { readonly n: number; readonly k: number; readonly epsilon: number; readonly trials: number },
  random: RandomStream,
): PlantedRecovery {
  const { n, k, epsilon, trials } = options;
  const ratios = Array.from({ length: trials }, (_, trial) => {
    const stream = random.split("trial", trial);
    const column = Float64Array.from({ length: n }, () => 0.01 * stream.normal());
    for (let s = 0; s < k; s++) column[stream.integer(n)] += stream.uniform() < 0.5 ? 1 : -1;
    const sketch = columnSketch({
      columns: 1,
      buckets: Math.ceil((12 * k) / epsilon ** 2),
      repetitions: 11,
      random: stream.split("sketch"),
    });
    for (let i = 0; i < n; i++) sketch.add(i, [column[i]]);
    const { positions, values } = sketch.recover(n, k, 0);
    const left = column.slice();
    positions.forEach((position, at) => {
      left[position] -= values[at];
    });
    return sparseTail(left, 0) / sparseTail(column, k);
  }).sort((a, b) => a - b);
  return {
    trials,
    within: ratios.filter((ratio) => ratio <= 1 + epsilon).length,
    medianRatio: ratios[Math.floor(trials / 2)],
  };
}
