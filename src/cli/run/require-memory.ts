import { type KroneckerPrediction, LimitError, type RealMatrix } from "../../index.ts";
import { simulationBytes } from "./simulation-bytes.ts";

/** What a run needs of the memory, and what it may have. */
export interface MemoryNeed {
  readonly bytes: number;
  readonly limit: number;
  readonly fits: boolean;
}

/**
 * Works out the memory of a run and refuses one that needs more than its limit, before anything is allocated.
 *
 * Errors: LimitError, unless it is a dry run.
 */
export function requireMemory(
  prediction: KroneckerPrediction,
  matrices: readonly RealMatrix[],
  {
    certified,
    limit,
    dryRun,
  }: { readonly certified: boolean; readonly limit: number; readonly dryRun: boolean },
): MemoryNeed {
  const bytes = simulationBytes(prediction, matrices, certified);
  const fits = bytes <= limit;
  if (!fits && !dryRun) {
    throw new LimitError(
      "sketch",
      limit,
      bytes,
      "bytes",
      "raise --max-memory, a larger --epsilon or --constant practical needs less",
    );
  }
  return { bytes, limit, fits };
}
