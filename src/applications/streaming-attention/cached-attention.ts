import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RealMatrix } from "../../matrix/real-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { softmaxWeights } from "../softmax-weights.ts";
import { type Work, WorkCount } from "../work-count.ts";

/** Attention of all queries, and what it took. */
export interface CachedAttention {
  /** Y = D⁻¹AV, a row for each query. */
  readonly outputs: DenseMatrix;
  readonly ledger: readonly LedgerEntry[];
  readonly work: Work;
}

/**
 * Computes Y = softmax(QKᵀ/√d) V query by query from a cache of all keys and values.
 *
 * The plain reference of streamingAttention. Works for logits of any size.
 *
 * Queries: all n rows of K and of V for every query. Flops: n(4d + 4) a query. Words: the cache 2nd, and one row of weights.
 * Errors: RangeError for shapes that do not fit, or inner products that overflow; as asMatrix.
 *
 * @example cachedAttention({ Q: [[1, 0]], K: [[1, 0], [0, 1]], V: [[1], [2]] }).outputs.at(0, 0) // 1.33
 */
export function cachedAttention(matrices: {
  readonly Q: MatrixInput;
  readonly K: MatrixInput;
  readonly V: MatrixInput;
}): CachedAttention {
  const [Q, K, V] = (["Q", "K", "V"] as const).map((name) => asMatrix(matrices[name], name));
  const [n, d, width] = [K.rows, K.columns, V.columns];
  if (V.rows !== n || Q.columns !== d) {
    throw new RangeError(
      `cachedAttention: expected K and V of one number of rows and Q and K of one number of columns, got Q ${Q.rows} × ${Q.columns}, K ${n} × ${d}, V ${V.rows} × ${width}; row i of K belongs to row i of V.`,
    );
  }
  const ledger = new Ledger();
  ledger.enter("every query");
  const read = ledger.meter(
    { oracle: "K", access: "classical", unit: "row", use: "read" },
    { oracle: "V", access: "classical", unit: "row", use: "read" },
  );
  const work = new WorkCount();
  work.hold(n * (d + width) + n);
  const [keys, values] = [rowsOf(K), rowsOf(V)];
  const outputs = new DenseMatrix(Q.rows, width, new Float64Array(Q.rows * width));
  const logits = new Float64Array(n);
  for (let q = 0; q < Q.rows; q++) {
    const query = Q.row(q);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let c = 0; c < d; c++) sum += keys[i * d + c] * query[c];
      logits[i] = sum / Math.sqrt(d);
    }
    const weights = softmaxWeights(logits);
    const output = outputs.row(q);
    let total = 0;
    for (let i = 0; i < n; i++) {
      total += weights[i];
      for (let c = 0; c < width; c++) output[c] += weights[i] * values[i * width + c];
    }
    for (let c = 0; c < width; c++) output[c] /= total;
    read(n);
    work.spend(n * (2 * d + 2 * width + 4));
  }
  return { outputs, ledger: ledger.entries(), work: work.counted() };
}

/** The rows one after the other. */
function rowsOf(matrix: RealMatrix): Float64Array {
  if (matrix.kind === "dense") return matrix.data;
  const data = new Float64Array(matrix.rows * matrix.columns);
  for (let i = 0; i < matrix.rows; i++) data.set(matrix.row(i), i * matrix.columns);
  return data;
}
