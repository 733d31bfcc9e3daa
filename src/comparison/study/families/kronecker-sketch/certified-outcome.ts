import type { WeightedTuples } from "../../../../matrix/kronecker/weighted-tuples.ts";
import type { RealMatrix } from "../../../../matrix/real-matrix.ts";
import type { Ledger } from "../../../../oracles/ledger.ts";
import type { Task } from "../../../../task/task.ts";
import { certifyKroneckerTask } from "../../../certify-kronecker.ts";
import type { MethodOutcome } from "../../study-family.ts";

/** Certifies what a method returned and makes an outcome of it: the error is max(1 − lower, upper − 1). */
export function* certifiedOutcome(
  factors: readonly RealMatrix[],
  sketch: WeightedTuples & { readonly ledger: Ledger },
  epsilon: number,
): Task<MethodOutcome> {
  const { lower, upper, holds } = yield* certifyKroneckerTask(factors, sketch, epsilon);
  return {
    ledger: sketch.ledger.entries(),
    certificate: { lower, upper, epsilon, holds },
    error: Math.max(1 - lower, upper - 1),
    size: sketch.weights.length,
  };
}
