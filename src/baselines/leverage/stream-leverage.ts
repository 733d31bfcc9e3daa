import { type LeastSquares, leastSquaresOfFactor } from "../../matrix/algebra/least-squares.ts";
import { requireFinite } from "../../matrix/algebra/require-finite.ts";
import { type RowSpace, rowSpaceOfFactor } from "../../matrix/algebra/row-space.ts";
import { TriangularAccumulator } from "../../matrix/algebra/triangular-accumulator.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RowStream } from "../../matrix/row-stream.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { Regression } from "../../oracles/regression.ts";
import { OnlineLeverage } from "./online-leverage.ts";

/** How a stream is worked on. */
export interface StreamOptions {
  /** Stops between two blocks; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each block with the rows so far in this pass. */
  readonly onRows?: (rows: number) => void;
}

/** Exact leverage scores of a matrix that is longer than memory. */
export interface StreamedLeverage {
  readonly rank: number;
  readonly rows: number;
  readonly columns: number;
  /** The bill: n row reads a pass. */
  readonly ledger: Ledger;
  /** The second pass: the scores block by block, in the order of the rows. May be asked for again, at another n reads. */
  scores(): AsyncIterable<Float64Array>;
}

/**
 * Computes exact leverage scores in two passes over a stream: the triangular factor first, then the scores.
 *
 * Memory O(d²) and one block, whatever the number of rows. Queries: n row reads in each pass.
 *
 * Errors: rejects with a RangeError for no row, blocks of unequal width, entries that are not finite, and a second pass with
 * another number of rows; with what the stream throws; with the reason of an aborted signal.
 *
 * Source: Demmel, Grigori, Hoemmen and Langou (2012), sequential TSQR.
 *
 * @example for await (const scores of (await streamLeverage(csvStream("a.csv"))).scores()) …
 */
export async function streamLeverage(
  stream: RowStream,
  options: StreamOptions = {},
): Promise<StreamedLeverage> {
  const ledger = new Ledger();
  const { accumulator, rows } = await collect(stream, ledger, "first pass", options);
  const { columns } = accumulator;
  const space = rowSpaceOfFactor(accumulator.finish(), columns);
  return {
    rank: space.rank,
    rows,
    columns,
    ledger,
    async *scores() {
      let seen = 0;
      for await (const block of billedBlocks(stream, ledger, "second pass", options)) {
        seen += block.rows;
        requireSame(stream.name, columns, rows, block, seen);
        yield blockScores(space, block);
      }
      if (seen !== rows) throw changed(stream.name, rows, seen);
    },
  };
}

/**
 * Computes online leverage scores in one pass over a stream (see {@link OnlineLeverage}): over-estimates of the ridge scores.
 *
 * Memory O(d²) and one block. Queries: n row reads. Errors: as {@link streamLeverage}; RangeError for λ that is not above 0.
 */
export async function* streamOnlineLeverage(
  stream: RowStream,
  {
    lambda,
    ledger = new Ledger(),
    ...options
  }: StreamOptions & { readonly lambda: number; readonly ledger?: Ledger },
): AsyncIterable<Float64Array> {
  let scorer: OnlineLeverage | undefined;
  for await (const block of billedBlocks(stream, ledger, "one pass", options)) {
    scorer ??= new OnlineLeverage(block.columns, lambda);
    requireWidth(stream.name, scorer.columns, block);
    const scores = new Float64Array(block.rows);
    for (let i = 0; i < block.rows; i++) scores[i] = scorer.add(block.data, i * block.columns);
    yield scores;
  }
}

/**
 * Solves least squares in one pass over a stream whose column `target` (default the last) is b, the others A.
 *
 * Memory O(d²) and one block. Queries: n row reads, b among them. `residualNorm` is exact.
 *
 * Errors: as {@link streamLeverage}; RangeError for a target that is no column, or no other column.
 *
 * @example (await streamRegression(csvStream("a.csv"), { target: 0 })).coefficients
 */
export async function streamRegression(
  stream: RowStream,
  { target, ...options }: StreamOptions & { readonly target?: number } = {},
): Promise<Regression & { readonly rows: number }> {
  const ledger = new Ledger();
  const { accumulator, rows } = await collect(stream, ledger, "one pass", options, target ?? -1);
  const solved: LeastSquares = leastSquaresOfFactor(accumulator.finish(), accumulator.columns - 1);
  return { ...solved, rows, residualOf: "problem", ledger, warnings: [] };
}

/** The triangular factor of a stream; with a target, its column is moved to the end (−1 means that it is there). */
async function collect(
  stream: RowStream,
  ledger: Ledger,
  stage: string,
  options: StreamOptions,
  target?: number,
): Promise<{ accumulator: TriangularAccumulator; rows: number }> {
  let accumulator: TriangularAccumulator | undefined;
  for await (const block of billedBlocks(stream, ledger, stage, options)) {
    accumulator ??= new TriangularAccumulator(block.columns);
    requireWidth(stream.name, accumulator.columns, block);
    const values = target === undefined ? block.data : targetLast(stream.name, block, target);
    accumulator.addScaled(
      { length: block.rows, columns: block.columns, values, scale: undefined },
      stream.name,
    );
  }
  if (accumulator === undefined || accumulator.rows === 0) {
    throw new RangeError(
      `${stream.name}: expected at least one row, got none; check the source of the stream.`,
    );
  }
  return { accumulator, rows: accumulator.rows };
}

async function* billedBlocks(
  stream: RowStream,
  ledger: Ledger,
  stage: string,
  { signal, onRows }: StreamOptions,
): AsyncIterable<DenseMatrix> {
  let rows = 0;
  for await (const block of stream.blocks()) {
    signal?.throwIfAborted();
    requireFinite(block, stream.name);
    ledger.within(stage, () =>
      ledger.charge({
        oracle: stream.name,
        access: "classical",
        unit: "row",
        use: "read",
        count: block.rows,
      }),
    );
    rows += block.rows;
    onRows?.(rows);
    yield block;
  }
}

function blockScores(space: RowSpace, { rows, data }: DenseMatrix): Float64Array {
  const scores = new Float64Array(rows);
  space.scoreRows(data, scores);
  return scores.map((score) => Math.min(1, score));
}

function targetLast(name: string, { rows, columns, data }: DenseMatrix, target: number): Float64Array {
  const place = target === -1 ? columns - 1 : target;
  if (!Number.isInteger(place) || place < 0 || place >= columns || columns < 2) {
    throw new RangeError(
      `${name}: expected a target from 0 to ${columns - 1} beside at least one other column, got ${target}; columns are counted from 0.`,
    );
  }
  if (place === columns - 1) return data;
  const moved = data.slice();
  for (let i = 0; i < rows; i++) {
    moved.copyWithin(i * columns + place, i * columns + place + 1, (i + 1) * columns);
    moved[(i + 1) * columns - 1] = data[i * columns + place];
  }
  return moved;
}

function requireWidth(name: string, columns: number, block: DenseMatrix): void {
  if (block.columns === columns) return;
  throw new RangeError(
    `${name}: expected blocks of ${columns} columns as the first one, got ${block.columns}; make all rows equally long.`,
  );
}

function requireSame(name: string, columns: number, rows: number, block: DenseMatrix, seen: number): void {
  requireWidth(name, columns, block);
  if (seen > rows) throw changed(name, rows, seen);
}

function changed(name: string, rows: number, seen: number): RangeError {
  return new RangeError(
    `${name}: expected ${rows} rows as in the first pass, got ${seen}; the source must not change between passes.`,
  );
}
