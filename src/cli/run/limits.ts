import { type KroneckerPrediction, LimitError, largestMarkingCircuit, type RealMatrix } from "../../index.ts";
import { estimateSeconds } from "./estimate-seconds.ts";
import { gateQubits } from "./gate-qubits.ts";
import { simulationBytes } from "./simulation-bytes.ts";

/** What a run needs, beside what it may have. */
export interface Limits {
  readonly memory: { readonly bytes: number; readonly limit: number; readonly fits: boolean };
  /** `limit` is null for no limit. */
  readonly time: { readonly seconds: number; readonly limit: number | null; readonly fits: boolean };
  /** At gate level, the qubits of the largest circuit; null at the other levels. */
  readonly qubits: { readonly needed: number; readonly limit: number; readonly fits: boolean } | null;
}

/** Works out what a run needs of memory, time and qubits. */
export function limitsOf(
  prediction: KroneckerPrediction,
  matrices: readonly RealMatrix[],
  allowed: { readonly certified: boolean; readonly maxMemory: number; readonly maxSeconds: number | null },
): Limits {
  const { certified, maxMemory, maxSeconds } = allowed;
  const bytes = simulationBytes(prediction, matrices, certified);
  const seconds = estimateSeconds(prediction, matrices, certified);
  const needed = Math.max(...gateQubits(prediction, matrices));
  return {
    memory: { bytes, limit: maxMemory, fits: bytes <= maxMemory },
    time: { seconds, limit: maxSeconds, fits: maxSeconds === null || seconds <= maxSeconds },
    qubits:
      prediction.plan.parameters.level === "gate"
        ? { needed, limit: largestMarkingCircuit, fits: needed <= largestMarkingCircuit }
        : null,
  };
}

/** Refuses a run that would exceed a limit, before anything is allocated. Errors: LimitError. */
export function requireLimits({ memory, time, qubits }: Limits): void {
  if (qubits !== null && !qubits.fits) {
    const remedy = "use fewer rows, smaller entries or fewer --bits, or --level amplitude";
    throw new LimitError("sketch", qubits.limit, qubits.needed, "qubits", remedy);
  }
  if (!memory.fits) {
    const remedy = "raise --max-memory; a larger --epsilon or --constant practical needs less";
    throw new LimitError("sketch", memory.limit, memory.bytes, "bytes", remedy);
  }
  if (time.limit !== null && !time.fits) {
    const remedy = "raise --max-seconds; a larger --epsilon or --constant practical is faster";
    throw new LimitError("sketch", time.limit, Number(time.seconds.toPrecision(2)), "seconds", remedy);
  }
}
