import { resolve } from "node:path";
import { LimitError, planKronecker, type RealMatrix, seededRandom } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { inFlags } from "../describe-error.ts";
import { finiteOrNull } from "../documents/finite-or-null.ts";
import { jsonText } from "../documents/json-text.ts";
import type { LeverageDocument } from "../documents/leverage-document.ts";
import { plainLedger } from "../documents/plain-ledger.ts";
import { rivalLedger } from "../documents/rival-ledger.ts";
import { rowTotals } from "../documents/row-totals.ts";
import { exitCode } from "../exit-code.ts";
import { loadMatrices } from "../input/load-matrices.ts";
import { readingOf } from "../input/reading-of.ts";
import { requireSameWidth } from "../input/require-same-width.ts";
import { drawSeed } from "../options/draw-seed.ts";
import { drawingChoices, type LeverageChoice, streamedChoices } from "../options/leverage-choices.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import {
  type LeverageFlags,
  leverageParameters,
  mostScores,
  requireAgainst,
  requireLambda,
  requireStreamable,
  shownParameters,
} from "./leverage-request.ts";
import { classicalScores, exactScores, quantumScores, type ScoredRows } from "./score-rows.ts";
import { ScoreTally } from "./score-tally.ts";
import { matrixBytes } from "./simulation-bytes.ts";
import { stageFraction } from "./stage-fraction.ts";
import { TopScores } from "./top-scores.ts";

/** Runs `kronket leverage`: the command line, the file, the limits, the scores, the output. */
export async function runLeverage(file: string, flags: LeverageFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  const { method } = flags;
  const draws = drawingChoices.includes(method);
  const sampling = leverageParameters(flags);
  requireLambda(flags);
  requireAgainst(flags);
  requireStreamable(file, flags);
  const names = flags.against === undefined ? [file] : [file, flags.against];
  const reading = readingOf(flags, names.length);
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  if (flags.stream === true) {
    const { runStreamedLeverage } = await import("./run-streamed-leverage.ts");
    return runStreamedLeverage(names, flags, { reading, sampling }, session);
  }

  const loaded = await loadMatrices(names, session, { ...flags, reading }).catch((error: unknown) => {
    throw withStreamHint(error, method);
  });
  const [{ matrix, input }, reference] = loaded.matrices;
  requireRows(flags.rows, matrix, input.name);
  requireRoom(matrix, flags);
  requireSameWidth(loaded.matrices.map((each) => each.input));
  const seed = draws ? (flags.seed ?? drawSeed()) : null;
  if (seed !== null && flags.seed === undefined) {
    session.note(`seed ${seed} (drawn; repeat this run with --seed ${seed})`);
  }
  if (!draws && flags.seed !== undefined)
    session.note(`${method} scores draw nothing: --seed has no effect.`);

  const scored = await scoresOf(method, seed ?? 0);
  const tally = new ScoreTally();
  scored.scores.forEach((score, e) => {
    tally.add(score, scored.counts?.[e]);
  });
  const { ledger, warnings, ...result } = flags.top === undefined ? scored : largest(scored, flags.top);
  const document: LeverageDocument = {
    schema: "kronket/leverage/1",
    version,
    seed,
    inputs: loaded.matrices.map((each) => each.input),
    parameters: shownParameters(flags, sampling, reading),
    result: {
      scores: result.scores.map(finiteOrNull),
      rank: result.rank,
      ...(result.indices === undefined ? {} : { indices: [...result.indices] }),
      ...(result.counts === undefined ? {} : { counts: [...result.counts] }),
    },
    ledger: plainLedger(ledger),
    totals: rowTotals(ledger, names.length === 1 ? ["A"] : ["A", "B"]),
    rival: { ledger: rivalLedger([{ oracle: "A", rows: matrix.rows }]) },
    warnings: [...loaded.warnings, ...warnings],
  };
  await publish(session, flags, jsonText(document), async () => {
    const { leverageReport } = await import("../reports/leverage-report.ts");
    return leverageReport(document, { tally, named: flags.rows !== undefined }, session.colors);
  });

  async function scoresOf(chosen: LeverageChoice, seedOfRun: number | string): Promise<ScoredRows> {
    if (chosen === "exact") return exactScores(matrix, flags.rows);
    if (chosen === "quantum") return searchScores(seedOfRun);
    const { epsilon, delta } = sampling;
    const run = {
      lambda: flags.lambda ?? 0,
      epsilon,
      delta,
      rows: flags.rows,
      reference: reference?.matrix,
    };
    return classicalScores(matrix, chosen, { ...run, random: seededRandom(seedOfRun) });
  }

  async function searchScores(chosen: number | string): Promise<ScoredRows> {
    // The plan of a product has the stages of this run, with slightly other accuracies: good enough for a progress bar.
    const shape = { name: "A", rows: matrix.rows, columns: matrix.columns };
    const fraction = stageFraction([
      planKronecker([shape, shape], {
        epsilon: sampling.epsilon,
        delta: sampling.delta,
        fallback: sampling.fallback,
      }).factors[0],
    ]);
    try {
      return await quantumScores(matrix, {
        parameters: sampling,
        random: seededRandom(chosen),
        rows: flags.rows,
        signal: io.signal,
        onProgress: (progress) => session.progress.update(progress.stage, fraction(progress)),
      });
    } catch (error) {
      if (!io.signal.aborted) throw error;
      throw new CliError(
        exitCode.interrupted,
        "interrupted; nothing is kept of a run of leverage, begin it anew",
      );
    }
  }
}

function requireRows(rows: readonly number[] | undefined, matrix: RealMatrix, name: string): void {
  const beyond = rows?.find((i) => i >= matrix.rows);
  if (beyond === undefined) return;
  throw new CliError(
    exitCode.badInput,
    `--rows: expected rows from 0 to ${matrix.rows - 1} of ${name}, got ${beyond}; rows are counted from 0.`,
  );
}

function requireRoom(matrix: RealMatrix, { method, rows, maxMemory }: LeverageFlags): void {
  const listed =
    rows !== undefined
      ? rows.length
      : matrix.kind === "dense" || method === "quantum"
        ? matrix.rows
        : matrix.classes.length;
  if (listed > mostScores) {
    throw new LimitError("leverage", mostScores, listed, "scores", "name the rows with --rows");
  }
  const entries = matrix.kind === "dense" ? matrix.rows : matrix.classes.length;
  const bytes =
    matrixBytes(matrix) + entries * (method === "quantum" ? 8 * matrix.columns + 40 : 24) + 16 * listed;
  if (bytes > maxMemory) throw new LimitError("leverage", maxMemory, bytes, "bytes", "raise --max-memory");
}

/** Only the rows with the largest scores, ties by row. */
function largest(scored: ScoredRows, count: number): ScoredRows {
  const top = new TopScores(count);
  scored.scores.forEach((score, e) => {
    top.add(score, e);
  });
  const { counts, ...rest } = scored;
  const order = top.sorted();
  return {
    ...rest,
    scores: order.map(({ score }) => score),
    indices: order.map(({ place }) => scored.indices?.[place] ?? place),
    ...(counts === undefined ? {} : { counts: order.map(({ place }) => counts[place]) }),
  };
}

/** Whoever has too little memory for a file learns that it need not be held. */
function withStreamHint(error: unknown, method: LeverageChoice): unknown {
  if (!(error instanceof LimitError) || error.unit !== "bytes") return error;
  if (!(streamedChoices as readonly string[]).includes(method)) return error;
  return new CliError(
    exitCode.limit,
    `${inFlags(error.message).replace(/\.$/, "")}; or pass --stream, which reads the file in parts.`,
    { cause: error },
  );
}
