import { largestEntry, largestEntryDifference } from "../../matrix/algebra/largest-entry.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { distinctIndices } from "../../random/distinct-indices.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { defaultParameters } from "../default-parameters.ts";
import { differenceJacobian } from "../difference-jacobian.ts";
import { polynomialRank } from "../polynomial-features.ts";
import { relativeError } from "../relative-error.ts";
import { seriesDegree } from "../series-degree.ts";
import type { MethodBill, System, SystemOptions, SystemOutcome } from "../system.ts";
import { type AttentionGradient, attentionGrad } from "./attention-grad.ts";
import { type AttentionInstance, attentionInstance } from "./attention-instance.ts";
import { attentionLoss } from "./attention-loss.ts";
import { attentionReduction, reductionSum } from "./attention-reduction.ts";
import { type RowMeanIllustration, rowMeanIllustration } from "./row-mean-illustration.ts";

/** What one gradient takes. */
export interface AttentionGradientParameters {
  readonly n: number;
  readonly d: number;
  readonly degree: number;
  readonly entry: number;
  readonly points: number;
}

/** Low rank at one degree and size of the entries. */
export interface LowRankPoint {
  readonly degree: number;
  readonly entry: number;
  readonly rank: number;
  readonly rankExceedsRows: boolean;
  /** ‖g̃ − g‖_max. */
  readonly error: number;
  readonly flops: number;
}

/** What one gradient came to. */
export interface AttentionGradientValues {
  /** ‖g − g_differences‖/‖g_differences‖ over the entries that were checked. */
  readonly finiteDifferenceError: number;
  readonly checkedEntries: number;
  /** ‖g̃ − g‖_max of low rank against exact, and the same over ‖g‖_max. */
  readonly lowRankError: number;
  readonly lowRankRelativeError: number;
  readonly gradient: readonly (readonly number[])[];
  readonly rank: number;
  readonly rankExceedsRows: boolean;
  /** Entries formed: n × n ones by each method, n × r ones by low rank. */
  readonly exactSquareEntries: number;
  readonly lowRankSquareEntries: number;
  readonly factorEntries: number;
  readonly exactFlops: number;
  readonly lowRankFlops: number;
  /** Whether low rank took fewer flops, and held fewer words, by counting. */
  readonly fewerFlops: boolean;
  readonly fewerWords: boolean;
  /** An illustration, not a theorem: one entry by amplitude estimation and by sampling rows. */
  readonly illustration: Omit<RowMeanIllustration, "ledger">;
  /** In the default study: by degree, and by the size B of the entries. */
  readonly degrees?: readonly LowRankPoint[];
  readonly entries?: readonly LowRankPoint[];
  /** In the default study: |t_m − (F(1) − F(0))|, which falls like 1/m, and the largest |F′| beside its safe bound 8Bnd. */
  readonly reduction?: readonly { readonly m: number; readonly error: number }[];
  readonly largestDerivative?: number;
  readonly derivativeBound?: number;
}

/** The gradient of softmax attention in its weights, exactly and by low rank. */
export const softmaxAttentionGradient: System<AttentionGradientParameters, AttentionGradientValues> = {
  name: "attention-gradient",
  title: "The gradient of attention, with and without n × n matrices",
  source: "Alman and Song, arXiv:2402.04497",
  summary:
    "dL/dX of L(X) = ½‖softmax(A1 X A2ᵀ/d) A3 Y − E‖², exactly and by polynomial features, which form no n × n matrix. A quantum side is shown as an illustration only.",
  parameters: {
    n: { kind: "integer", default: 256, least: 1, most: 4096, description: "rows of A1, A2, A3 and E" },
    d: { kind: "integer", default: 4, least: 1, most: 32, description: "columns; X and Y are d × d" },
    degree: seriesDegree(4),
    entry: {
      kind: "number",
      default: 1,
      least: 0,
      most: 1e6,
      description: "B, the largest entry of A1 X and bound on those of A2",
    },
    points: {
      kind: "integer",
      default: 256,
      least: 1,
      most: 2 ** 20,
      description: "points of the amplitude estimation in the illustration",
    },
  },
  run: (parameters, options) => runInstance(parameters, options),
  study: (options) => runStudy(options),
};

function* runInstance(
  { n, d, degree, entry, points }: AttentionGradientParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<AttentionGradientValues>> {
  const instance = attentionInstance({ n, d, entry }, random.split("instance"));
  yield { stage: "low rank", done: 0, total: 4 };
  const low = attentionGrad({ ...instance, method: "lowrank", degree });
  yield { stage: "exact", done: 1, total: 4 };
  const exact = attentionGrad({ ...instance, method: "exact" });
  yield { stage: "differences", done: 2, total: 4 };
  const differences = differenceError(instance, exact.gradient, random.split("entries"));
  yield { stage: "illustration", done: 3, total: 4 };
  const { ledger, ...illustration } = rowMeanIllustration(instance, {
    points,
    random: random.split("illustration"),
  });
  const error = largestEntryDifference(low.gradient.data, exact.gradient.data);
  const values: AttentionGradientValues = {
    finiteDifferenceError: differences.error,
    checkedEntries: differences.checked,
    lowRankError: error,
    lowRankRelativeError: error / (largestEntry(exact.gradient.data) || 1),
    gradient: Array.from({ length: d }, (_, a) => [...exact.gradient.row(a)]),
    rank: polynomialRank(d, degree),
    rankExceedsRows: low.rankExceedsRows,
    exactSquareEntries: exact.squareEntries,
    lowRankSquareEntries: low.squareEntries,
    factorEntries: low.factorEntries,
    exactFlops: exact.work.flops,
    lowRankFlops: low.work.flops,
    fewerFlops: low.work.flops < exact.work.flops,
    fewerWords: low.work.peakWords < exact.work.peakWords,
    illustration,
  };
  const bill: MethodBill[] = [
    { method: "exact", ledger: exact.ledger, work: exact.work },
    { method: `low rank, degree ${degree}`, ledger: low.ledger, work: low.work },
    { method: "illustration: one entry by estimation, and by sampling", ledger, work: null },
  ];
  return { values, bill, notes: notesOf(values, n) };
}

function* runStudy(options: SystemOptions): Task<SystemOutcome<AttentionGradientValues>> {
  const { random } = options;
  const standard = defaultParameters<AttentionGradientParameters>(softmaxAttentionGradient.parameters);
  const outcome = yield* runInstance(standard, options);
  const { n, d } = standard;
  const pointsOf = function* (settings: readonly { degree: number; entry: number }[]): Task<LowRankPoint[]> {
    const points: LowRankPoint[] = [];
    for (const { degree, entry } of settings) {
      yield {
        stage: `degree ${degree}, entries up to ${entry}`,
        done: points.length,
        total: settings.length,
      };
      const instance = attentionInstance({ n, d, entry }, random.split("instance"));
      const low = attentionGrad({ ...instance, method: "lowrank", degree });
      const exact = attentionGrad({ ...instance, method: "exact" });
      points.push(lowRankPoint({ degree, entry, low, exact }));
    }
    return points;
  };
  const degrees = yield* pointsOf([0, 2, 4, 6, 8].map((degree) => ({ degree, entry: 1 })));
  const entries = yield* pointsOf([0.5, 1, 1.5, 2, 3].map((entry) => ({ degree: 4, entry })));
  const { A1, A2, A3 } = attentionInstance({ n: 64, d }, random.split("reduction"));
  const matrices = { A1, A2, V: A3 };
  const change = attentionReduction(matrices, 1).value - attentionReduction(matrices, 0).value;
  const reduction = [4, 8, 16, 32].map((m) => ({
    m,
    error: Math.abs(reductionSum(matrices, m) - change),
  }));
  const derivatives = [0, 0.25, 0.5, 0.75, 1].map((lambda) =>
    Math.abs(attentionReduction(matrices, lambda).derivative),
  );
  return {
    ...outcome,
    values: {
      ...outcome.values,
      degrees,
      entries,
      reduction,
      largestDerivative: Math.max(...derivatives),
      derivativeBound: 8 * 64 * d,
    },
    notes: [
      ...outcome.notes,
      `The rank passes n = ${n} at degree ${degrees.find(({ rankExceedsRows }) => rankExceedsRows)?.degree ?? "beyond those tried"}: at sizes of a classroom only the trend and this crossing can be shown, not n^{1+o(1)}.`,
      "Low rank fails as the entries grow: what decides is the largest logit, up to B².",
    ],
  };
}

function lowRankPoint(options: {
  readonly degree: number;
  readonly entry: number;
  readonly low: AttentionGradient;
  readonly exact: AttentionGradient;
}): LowRankPoint {
  const { degree, entry, low, exact } = options;
  return {
    degree,
    entry,
    rank: low.rank ?? 0,
    rankExceedsRows: low.rankExceedsRows,
    error: largestEntryDifference(low.gradient.data, exact.gradient.data),
    flops: low.work.flops,
  };
}

/** Pairs of a row and a key that the differences may evaluate. */
const mostPairs = 2 ** 24;

/** Compares entries of the gradient with differences of the loss: all of them, or as many as can be afforded. */
function differenceError(
  instance: AttentionInstance,
  gradient: DenseMatrix,
  random: RandomStream,
): { error: number; checked: number } {
  const { X, A1 } = instance;
  const size = X.data.length;
  const checked = Math.min(size, Math.max(1, Math.floor(mostPairs / (4 * A1.rows ** 2))));
  const positions = distinctIndices(checked, size, random);
  const loss = (entries: Float64Array) => {
    const data = X.data.slice();
    positions.forEach((position, k) => {
      data[position] = entries[k];
    });
    return [attentionLoss({ ...instance, X: new DenseMatrix(X.rows, X.columns, data) })];
  };
  const pick = ({ data }: DenseMatrix) => Float64Array.from(positions, (position) => data[position]);
  return { error: relativeError(pick(gradient), differenceJacobian(loss, pick(X), 1e-2).data), checked };
}

function notesOf(values: AttentionGradientValues, n: number): string[] {
  const { rank, rankExceedsRows, factorEntries, exactSquareEntries, fewerFlops, illustration } = values;
  const { quantumKernels, exactKernels, quantumRows } = illustration;
  return [
    `Low rank formed no n × n matrix: ${factorEntries} entries of factors against ${exactSquareEntries} of f, q and p.`,
    rankExceedsRows
      ? `The rank ${rank} exceeds n = ${n}: the factors are larger than the matrix they stand for, and nothing is gained at this size.`
      : fewerFlops
        ? `Low rank took fewer flops, at the error given: ${values.lowRankFlops} against ${values.exactFlops}.`
        : `Low rank took more flops, ${values.lowRankFlops} against ${values.exactFlops}: its rank ${rank} is too large for n = ${n}.`,
    "The quantum side is an illustration, not a theorem: no quantum algorithm with a proved gain from end to end is known to us for this gradient.",
    `In it, one entry took ${quantumRows} coherent evaluations of a row, ${quantumKernels} kernel evaluations, against ${exactKernels} for the whole gradient; coherent access to the stored rows (QRAM) and the largest term are assumed.`,
  ];
}
