import type { FactorState, RealMatrix, SketchCheckpoint, WeightedRows } from "../../index.ts";
import type { CheckpointDocument, PackedFactorState } from "../documents/checkpoint-document.ts";
import { plainLedger } from "../documents/plain-ledger.ts";

/** The parts of a checkpoint file that hold the state of the run. */
export type PackedCheckpoint = Pick<CheckpointDocument, "factors" | "ledger">;

/**
 * Turns a checkpoint into plain JSON and back without losing a bit.
 *
 * Numbers are stored as their bytes. A subset of a dense matrix that was read completely is stored by its row numbers:
 * its values are in the file that the run is continued with, whose hash is checked.
 */
export function packCheckpoint(
  { factors, ledger }: SketchCheckpoint,
  matrices: readonly RealMatrix[],
): PackedCheckpoint {
  return {
    factors: factors.map((state, k) => packState(state, matrices[k])),
    ledger: plainLedger(ledger),
  };
}

/** The inverse of packCheckpoint. Errors: RangeError for lists of unequal length or rows that are not there. */
export function unpackCheckpoint(
  { factors, ledger }: PackedCheckpoint,
  matrices: readonly RealMatrix[],
): SketchCheckpoint {
  return {
    factors: factors.map(({ rows, ...state }, k) => ({ ...state, rows: unpackRows(rows, matrices[k]) })),
    ledger: plainLedger(ledger),
  };
}

function packState({ rows, ...state }: FactorState, matrix: RealMatrix): PackedFactorState {
  const head = { ...state, reports: state.reports.map((report) => ({ ...report })) };
  if (state.exact && matrix.kind === "dense") {
    return { ...head, rows: { columns: rows.columns, subset: packWhole(rows.indices) } };
  }
  const { columns, values, weights, counts, indices } = rows;
  return {
    ...head,
    rows: {
      columns,
      values: pack(values),
      weights: pack(weights),
      counts: pack(counts),
      indices: pack(indices),
    },
  };
}

function unpackRows(rows: PackedFactorState["rows"], matrix: RealMatrix): WeightedRows {
  if (rows.columns !== matrix.columns) throw damaged(`${matrix.columns} columns`, `${rows.columns}`);
  if ("subset" in rows) return readSubset(unpackWhole(rows.subset), matrix);
  const { columns } = rows;
  const [values, weights, counts, indices] = [rows.values, rows.weights, rows.counts, rows.indices].map(
    unpack,
  );
  const lengths = [values.length / columns, counts.length, indices.length];
  if (lengths.some((length) => length !== weights.length)) {
    throw damaged(`lists of ${weights.length} rows`, lengths.join(", "));
  }
  return { columns, values, weights, counts, indices };
}

function readSubset(indices: Float64Array, matrix: RealMatrix): WeightedRows {
  const { rows, columns } = matrix;
  const values = new Float64Array(indices.length * columns);
  indices.forEach((index, e) => {
    if (!(index < rows)) throw damaged(`row numbers below ${rows}`, `${index}`);
    values.set(matrix.row(index), e * columns);
  });
  const ones = () => new Float64Array(indices.length).fill(1);
  return { columns, values, weights: ones(), counts: ones(), indices };
}

function pack(numbers: Float64Array | Uint32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

function unpack(text: string): Float64Array {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  if (bytes.length % 8 !== 0) throw damaged("whole numbers of 8 bytes", `${bytes.length} bytes`);
  return new Float64Array(bytes.buffer);
}

/** Row numbers of dense matrices fit 32 bits: half the size. */
function packWhole(numbers: Float64Array): string {
  return pack(Uint32Array.from(numbers));
}

function unpackWhole(text: string): Float64Array {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  if (bytes.length % 4 !== 0) throw damaged("whole numbers of 4 bytes", `${bytes.length} bytes`);
  return Float64Array.from(new Uint32Array(bytes.buffer));
}

function damaged(expected: string, got: string): RangeError {
  return new RangeError(
    `checkpoint: expected ${expected}, got ${got}; the file is damaged, begin anew without --resume.`,
  );
}
