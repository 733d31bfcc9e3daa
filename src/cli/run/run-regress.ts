import { resolve } from "node:path";
import {
  type DenseMatrix,
  kroneckerApply,
  kroneckerRegression,
  LimitError,
  l1Regression,
  leastSquares,
  seededRandom,
  vectorNorm,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { jsonText } from "../documents/json-text.ts";
import { plainLedger } from "../documents/plain-ledger.ts";
import type { RegressDocument } from "../documents/regress-document.ts";
import { rowTotals } from "../documents/row-totals.ts";
import { exitCode } from "../exit-code.ts";
import { loadProblem } from "../input/load-problem.ts";
import { drawSeed } from "../options/draw-seed.ts";
import { type RegressChoice, randomChoices } from "../options/regress-choices.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { leverageParameters } from "./leverage-request.ts";
import { type RegressFlags, requireRegressFlags } from "./regress-request.ts";
import { solveRegression } from "./solve-regression.ts";

/** Methods that are compared with the least residual. */
const certified: readonly RegressChoice[] = ["sketch-and-solve", "sampled", "l1-sampled", "quantum"];

/** Runs `kronket regress`: the command line, the files, the solution, its certificate, the output. */
export async function runRegress(
  files: readonly string[],
  flags: RegressFlags,
  session: Session,
): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  const { method } = flags;
  requireRegressFlags(files, flags);
  const sampling = leverageParameters({ ...flags, method: "exact" });
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));

  const { factors, b, inputs, reading, warnings } = await loadProblem(files, flags, session);
  requireRoom(factors, flags);
  const draws = randomChoices.includes(method);
  const seed = draws ? (flags.seed ?? drawSeed()) : null;
  if (draws && flags.seed === undefined) {
    session.note(`seed ${seed} (drawn; repeat this run with --seed ${seed})`);
  }
  if (!draws && flags.seed !== undefined) session.note(`${method} draws nothing: --seed has no effect.`);

  const solved = await solveRegression(factors, b, {
    flags,
    sampling,
    random: seededRandom(seed ?? 0),
    signal: io.signal,
    onProgress: ({ stage, done, total }) => session.progress.update(stage, total > 0 ? done / total : 0),
  }).catch((error: unknown) => {
    if (!io.signal.aborted) throw error;
    throw new CliError(
      exitCode.interrupted,
      "interrupted; nothing is kept of a run of regress, begin it anew",
    );
  });
  const norm = method.startsWith("l1") ? 1 : 2;
  const residualNorm = residualOf(factors, solved.coefficients, b, norm);
  const certificate = certified.includes(method)
    ? certify(factors, b, residualNorm, method, sampling.epsilon)
    : null;
  const ledger = solved.ledger.entries();
  const names = factors.length === 1 ? ["A"] : factors.map((_, k) => `A${k + 1}`);
  const document: RegressDocument = {
    schema: "kronket/regress/1",
    version,
    seed,
    inputs: [...inputs],
    parameters: {
      method,
      norm,
      lambda: flags.lambda ?? null,
      epsilon: sampling.epsilon,
      delta: sampling.delta,
      constant: sampling.constant,
      sketch: method === "sketch-and-solve" ? (flags.sketch ?? "count-sketch") : null,
      reading,
    },
    result: {
      coefficients: [...solved.coefficients],
      residualNorm,
      rank: solved.rank,
      iterations: solved.iterations ?? 0,
      sketchRows: solved.sketchRows ?? null,
    },
    certificate,
    ledger: plainLedger(ledger),
    totals: rowTotals(ledger, names),
    warnings: [...warnings, ...solved.warnings],
  };
  await publish(session, flags, jsonText(document), async () => {
    const { regressReport } = await import("../reports/regress-report.ts");
    return regressReport(document, session.colors);
  });
  if (certificate !== null && !certificate.holds) {
    session.exitCode = exitCode.notMet;
    session.complain(
      `${session.noteColors.red("kronket:")} the certificate does not hold: the residual is ${certificate.factor} times the least one, more than the promised ${certificate.promised}. This happens with probability at most δ; try another seed.`,
    );
  }
}

function residualOf(factors: readonly DenseMatrix[], x: Float64Array, b: Float64Array, norm: 1 | 2): number {
  const fitted = kroneckerApply(factors, x);
  const rest = b.map((value, i) => value - fitted[i]);
  return norm === 2 ? vectorNorm(rest) : rest.reduce((sum, value) => sum + Math.abs(value), 0);
}

/** Solves the whole problem again, exactly and free of charge, to compare with. */
function certify(
  factors: readonly DenseMatrix[],
  b: Float64Array,
  residualNorm: number,
  method: RegressChoice,
  epsilon: number,
): NonNullable<RegressDocument["certificate"]> {
  const least =
    factors.length > 1
      ? kroneckerRegression(factors, b).residualNorm
      : method === "l1-sampled"
        ? l1Regression(factors[0], b).residualNorm
        : leastSquares(factors[0], b).residualNorm;
  const promises =
    method === "sampled" || method === "l1-sampled" || (method === "quantum" && factors.length === 1);
  const promised = promises ? 1 + epsilon : null;
  // A fit that leaves rounding only has no factor to speak of.
  const size = b.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const factor = residualNorm <= 1e-9 * size * Math.sqrt(b.length) ? 1 : residualNorm / least;
  return { least, factor, promised, holds: promised === null || factor <= promised };
}

function requireRoom(factors: readonly DenseMatrix[], { maxMemory }: RegressFlags): void {
  const columns = factors.reduce((product, factor) => product * factor.columns, 1);
  const rows = factors.reduce((product, factor) => product * factor.rows, 1);
  // The matrix, its copy beside b, and vectors of the length of b.
  const bytes =
    factors.reduce((sum, { data }) => sum + 2 * data.byteLength, 0) + 64 * rows + 64 * columns * columns;
  if (bytes > maxMemory) throw new LimitError("regress", maxMemory, bytes, "bytes", "raise --max-memory");
}
