import { resolve } from "node:path";
import {
  type FileRowStream,
  Ledger,
  type LedgerEntry,
  LimitError,
  openRowStream,
  type RowStream,
  streamGeneralisedLeverage,
  streamLeverage,
  streamOnlineLeverage,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import type { Input, Reading } from "../documents/document-head.ts";
import { finiteOrNull } from "../documents/finite-or-null.ts";
import { jsonText } from "../documents/json-text.ts";
import type { LeverageDocument } from "../documents/leverage-document.ts";
import { plainLedger } from "../documents/plain-ledger.ts";
import { rivalLedger } from "../documents/rival-ledger.ts";
import { rowTotals } from "../documents/row-totals.ts";
import { exitCode } from "../exit-code.ts";
import { checkColumns, requireTall } from "../input/check-matrix.ts";
import { requireReadable } from "../input/require-readable.ts";
import { requireSameWidth } from "../input/require-same-width.ts";
import type { StreamedChoice } from "../options/leverage-choices.ts";
import { AtomicFile } from "../output/atomic-file.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import {
  type LeverageFlags,
  mostScores,
  type SpectralParameters,
  shownParameters,
} from "./leverage-request.ts";
import { ScoreTally } from "./score-tally.ts";
import { TopScores } from "./top-scores.ts";

/** How many of the largest scores are listed when nothing else is asked for. */
const LISTED = 10;
/** A block of rows takes no more than this; far less than the memory of any machine, far more than a read of a disk. */
const LARGEST_BLOCK = 2 ** 23;
/** The names of the files on the bill. */
const ORACLES = ["A", "B"];

/** Runs `kronket leverage --stream`: files that are read block by block, so that they may be larger than the memory. */
export async function runStreamedLeverage(
  names: readonly string[],
  flags: LeverageFlags,
  { reading, sampling }: { readonly reading: Reading; readonly sampling: SpectralParameters },
  session: Session,
): Promise<void> {
  const { io } = session;
  const { maxMemory, rows: named } = flags;
  const listed = named?.length ?? flags.top ?? LISTED;
  if (listed > mostScores) {
    throw new LimitError("leverage", mostScores, listed, "scores", "write them all to a file with --scores");
  }
  if (flags.scores !== undefined) {
    await requireWritable(flags.scores, resolve(io.cwd, flags.scores), "--scores");
  }
  for (const name of names) await requireReadable(name, resolve(io.cwd, name));
  const files = await openFiles(names, flags, reading, session);
  requireSameWidth(files);
  requireMemory(files, listed, maxMemory);
  if (flags.seed !== undefined) session.note(`${flags.method} scores draw nothing: --seed has no effect.`);

  const watched = files.map((file, k) => watch(file, ORACLES[k]));
  const pass = await passOf(
    flags,
    watched.map(({ stream }) => stream),
  );
  const tally = new ScoreTally();
  const top = new TopScores(flags.top ?? LISTED);
  const wanted = new Map((named ?? []).map((i) => [i, Number.NaN]));
  const written = flags.scores === undefined ? undefined : new AtomicFile(resolve(io.cwd, flags.scores));
  try {
    // What can be known before the last pass is said before it.
    if (pass.rows !== undefined) requireSound(pass.rows);
    for await (const block of pass.scores()) {
      for (const score of block) {
        const row = tally.rows;
        if (named === undefined) top.add(score, row);
        else if (wanted.has(row)) wanted.set(row, score);
        tally.add(score);
      }
      if (written !== undefined) for (const text of lines(block)) written.write(text);
    }
    requireSound(tally.rows);
    written?.commit();
  } catch (error) {
    written?.discard();
    if (!io.signal.aborted) throw error;
    throw new CliError(
      exitCode.interrupted,
      "interrupted; nothing is kept of a run of leverage, begin it anew",
    );
  }
  if (flags.scores !== undefined) session.note(`${tally.rows} scores written to ${flags.scores}`);

  const inputs: Input[] = [];
  for (const [k, file] of files.entries()) inputs.push(await inputOf(file, watched[k].rows ?? 0));
  const list =
    named === undefined ? top.sorted() : named.map((i) => ({ place: i, score: wanted.get(i) ?? Number.NaN }));
  const ledger = pass.ledger();
  const document: LeverageDocument = {
    schema: "kronket/leverage/1",
    version: session.version,
    seed: null,
    inputs,
    parameters: shownParameters(flags, sampling, reading),
    result: {
      scores: list.map(({ score }) => finiteOrNull(score)),
      sum: finiteOrNull(tally.sum),
      rank: pass.rank,
      indices: list.map(({ place }) => place),
    },
    ledger: plainLedger(ledger),
    totals: rowTotals(ledger, ORACLES.slice(0, files.length)),
    rival: { ledger: rivalLedger([{ oracle: "A", rows: tally.rows }]) },
    warnings: inputs.flatMap((input, k) => warningsOf(input, watched[k].zeroColumns())),
  };
  await publish(session, flags, jsonText(document), async () => {
    const { leverageReport } = await import("../reports/leverage-report.ts");
    return leverageReport(document, { tally, named: false }, session.colors);
  });

  function requireSound(rows: number): void {
    const beyond = named?.find((i) => i >= rows);
    if (beyond !== undefined) {
      throw new CliError(
        exitCode.badInput,
        `--rows: expected rows from 0 to ${rows - 1} of ${names[0]}, got ${beyond}; rows are counted from 0.`,
      );
    }
    const { allowZeroColumns = false } = flags;
    for (const { file, rows: seen, zeroColumns } of watched) {
      if (seen === undefined) continue;
      requireTall({ ...file, rows: seen });
      checkColumns(shapeOf(file), zeroColumns(), { allowZeroColumns });
    }
  }

  function warningsOf(input: Input, zero: readonly number[]): string[] {
    const left = input.skippedRows;
    const skipped = left === 1 ? "1 row that lacks a value is" : `${left} rows that lack a value are`;
    return [
      ...checkColumns(input, zero, { allowZeroColumns: true }),
      ...(left === 0 ? [] : [`${input.name}: ${skipped} left out.`]),
    ];
  }
}

/** Opens the files and reads their beginnings; progress is the share of all bytes that all passes have read. */
async function openFiles(
  names: readonly string[],
  { method, maxMemory, format }: LeverageFlags,
  { columns, header, ...reading }: Reading,
  { io, progress }: Session,
): Promise<FileRowStream[]> {
  const files: FileRowStream[] = [];
  const passes = method === "exact" || method === "ridge" ? 2 : 1;
  let before = 0;
  for (const [k, name] of names.entries()) {
    let last = 0;
    files.push(
      await openRowStream(resolve(io.cwd, name), {
        ...reading,
        name,
        format,
        header: header === "auto" ? ("auto" as const) : header === "yes",
        columns: columns[k] ?? undefined,
        maxBytes: Math.max(1, Math.floor(maxMemory / 4)),
        blockBytes: Math.max(1, Math.min(LARGEST_BLOCK, Math.floor(maxMemory / 32))),
        signal: io.signal,
        onBytes: (bytes) => {
          before += Math.max(0, bytes - last);
          last = bytes;
          const all = passes * files.reduce((sum, { size }) => sum + size, 0);
          progress.update(`reading ${name}`, before / all);
        },
      }),
    );
  }
  return files;
}

/** Refuses what would not fit, before any memory is taken. Errors: LimitError. */
function requireMemory([{ columns }]: readonly FileRowStream[], listed: number, maxMemory: number): void {
  const blocks = 4 * Math.max(8 * columns, Math.min(LARGEST_BLOCK, maxMemory / 32));
  // The triangular factor with its copies and decomposition, and a block of reflections.
  const factor = 8 * (8 * columns ** 2 + 256 * columns);
  const bytes = Math.ceil(blocks + factor + 48 * listed);
  if (bytes <= maxMemory) return;
  throw new LimitError(
    "leverage --stream",
    maxMemory,
    bytes,
    "bytes",
    "raise --max-memory or keep fewer columns",
  );
}

/** A stream on the bill that remembers how many rows it has, and which columns hold only zeros. */
interface Watched {
  readonly file: FileRowStream;
  readonly stream: RowStream;
  /** undefined before the first pass is over. */
  readonly rows: number | undefined;
  zeroColumns(): number[];
}

function watch(file: FileRowStream, oracle: string): Watched {
  const zero = new Set(Array.from({ length: file.columns }, (_, k) => k));
  let rows: number | undefined;
  return {
    file,
    get rows() {
      return rows;
    },
    zeroColumns: () => [...zero],
    stream: {
      name: oracle,
      async *blocks() {
        let seen = 0;
        for await (const block of file.blocks()) {
          seen += block.rows;
          for (const k of zero) {
            for (let at = k; at < block.data.length; at += block.columns) {
              if (block.data[at] === 0) continue;
              zero.delete(k);
              break;
            }
          }
          yield block;
        }
        rows = seen;
      },
    },
  };
}

/** The pass in which the scores are found; whatever comes before it is over. */
interface LastPass {
  readonly rank: number | null;
  /** The rows of A, where a pass before has counted them. */
  readonly rows: number | undefined;
  scores(): AsyncIterable<Float64Array>;
  ledger(): readonly LedgerEntry[];
}

async function passOf(
  { method, lambda = 0 }: LeverageFlags,
  [a, b]: readonly RowStream[],
): Promise<LastPass> {
  switch (method as StreamedChoice) {
    case "online": {
      const ledger = new Ledger();
      const scores = () => streamOnlineLeverage(a, { lambda, ledger });
      return { rank: null, rows: undefined, scores, ledger: () => ledger.entries() };
    }
    case "generalised": {
      const { rank, scores, ledger } = await streamGeneralisedLeverage(a, b);
      return { rank, rows: undefined, scores, ledger: () => ledger.entries() };
    }
    default: {
      const { rank, rows, scores, ledger } = await streamLeverage(a, { lambda });
      return { rank, rows, scores, ledger: () => ledger.entries() };
    }
  }
}

async function inputOf(file: FileRowStream, rows: number): Promise<Input> {
  const { skippedRows } = file;
  return { ...shapeOf(file), rows, sha256: await file.sha256(), skippedRows };
}

function shapeOf({ name, columns, columnNames }: FileRowStream) {
  return { name, columns, columnNames: columnNames === undefined ? null : [...columnNames] };
}

/** Scores as lines of text, in pieces that are no burden. */
function* lines(scores: Float64Array): Iterable<string> {
  for (let at = 0; at < scores.length; at += 2 ** 14)
    yield `${scores.subarray(at, at + 2 ** 14).join("\n")}\n`;
}
