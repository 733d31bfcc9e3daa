import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { matrixSource } from "./attention-source.ts";
import type { ExactOnSome } from "./exact-on-some.ts";
import { type StreamedAttention, streamingAttentionTask } from "./streaming-attention.ts";
import type { AttentionMatrices } from "./uniform-attention.ts";

/** What a stream gave, and its largest error on the queries that were computed exactly. */
export interface ComparedStream {
  readonly streamed: StreamedAttention;
  readonly maxError: number;
}

/** Streams matrices and compares the outputs as they pass, so that they need not be kept. */
export function* compareStream(options: {
  readonly matrices: AttentionMatrices;
  readonly exact: ExactOnSome;
  readonly degree: number;
  readonly m2?: number;
  readonly random?: RandomStream;
}): Task<ComparedStream> {
  const { matrices, exact, ...rest } = options;
  const { outputs } = exact.attention;
  let maxError = 0;
  let next = 0;
  const streamed = yield* streamingAttentionTask({
    ...rest,
    source: matrixSource(matrices),
    sink(output, index) {
      if (exact.queries[next] !== index) return;
      const row = outputs.row(next++);
      for (let c = 0; c < row.length; c++) maxError = Math.max(maxError, Math.abs(output[c] - row[c]));
    },
  });
  return { streamed, maxError };
}
