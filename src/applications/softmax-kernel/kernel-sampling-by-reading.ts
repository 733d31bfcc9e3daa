import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { weightedSampler } from "../../random/weighted-index.ts";
import { kernelRidgeLeverage } from "./kernel-ridge-leverage.ts";
import type { KernelSampling } from "./kernel-sampling.ts";
import { nystromError } from "./nystrom-error.ts";

/**
 * Samples ⌈s⌉ columns of a kernel by its ridge leverage scores after reading all of them: the classical twin of kernelSampling.
 *
 * Queries: n score calls of ⌈s⌉ kernel evaluations each.
 * Errors: RangeError for a kernel that is not finite or not positive, or a λ that is not above 0.
 */
export function kernelSamplingByReading(
  kernel: DenseMatrix,
  { lambda, random }: { readonly lambda: number; readonly random: RandomStream },
): Pick<KernelSampling, "dimension" | "columns" | "traceError" | "ledger"> {
  if (!(lambda > 0 && Number.isFinite(lambda))) {
    throw new RangeError(`kernelSamplingByReading: expected a finite λ > 0, got ${lambda}; 1 will do.`);
  }
  const scores = kernelRidgeLeverage(kernel, lambda);
  const dimension = scores.reduce((sum, score) => sum + score, 0);
  const cost = Math.max(1, Math.ceil(dimension));
  const ledger = new Ledger();
  ledger.enter("ridge leverage sampling");
  const readScore = ledger.meter({
    ...{ oracle: "kernel", access: "classical", unit: "kernel", use: "read" },
    times: cost,
  });
  for (let i = 0; i < kernel.rows; i++) readScore(1);
  const draw = dimension > 0 ? weightedSampler(scores) : null;
  const chosen = new Set(draw === null ? [] : Array.from({ length: cost }, () => draw(random)));
  const columns = [...chosen].sort((a, b) => a - b);
  return { dimension, columns, traceError: nystromError(kernel, columns), ledger: ledger.entries() };
}
