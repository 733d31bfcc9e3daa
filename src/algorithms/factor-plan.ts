import { expectedFindAll } from "../primitives/expected-find-all.ts";
import { type DrawingPlan, drawingCost } from "./drawing-plan.ts";
import type { FailureBudget } from "./failure-budget.ts";
import type { SketchParameters } from "./sketch-options.ts";

/** One stage of the work on a factor with what it is expected to cost. */
export interface StagePlan {
  /** `base read`, `halving level l` or `refinement`: the stage that its queries are booked under. */
  readonly stage: string;
  readonly kind: "read" | "halving" | "refinement";
  readonly level: number;
  /** Number of rows N_l of the subset. */
  readonly size: number;
  /** Expected number of marked rows s_l (rows read, for a read). */
  readonly marked: number;
  /** Expected coherent row queries. */
  readonly quantum: number;
  /** Expected classical row queries: checks of measured candidates, or reads. */
  readonly classical: number;
}

/** What will be done to one factor, decided before the first query. */
export interface FactorPlan {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Accuracy ε₀ of the inner levels. */
  readonly innerEpsilon: number;
  /** Accuracy ε₁ of the result. */
  readonly epsilon: number;
  /** C = c·ln(2d/δ)/ε²: rows are kept with probability min(1, C u). */
  readonly oversampling: { readonly inner: number; readonly final: number };
  readonly perCertificate: number;
  /** The level whose subset is read completely; 0 means that everything is read. */
  readonly base: number;
  /** The level where halving would end without a fallback. */
  readonly depth: number;
  readonly stages: readonly StagePlan[];
  /** Expected row queries of the full halving, without a fallback: what reading is compared with. */
  readonly fullSearch: number;
  /** How rows are drawn from it after that; empty where they are drawn from the short lists, or all were read. */
  readonly drawing: readonly DrawingPlan[];
  /** Why less than the full halving is done, in words; absent when nothing falls back. */
  readonly fallback?: string;
}

/** Accuracy of the inner halving levels. */
export const INNER_EPSILON = 0.5;

/**
 * Plans the halving of one factor: constants, levels, and where reading is cheaper than searching.
 *
 * L = ⌈lg(n/n_base)⌉ levels with n_base = max(4d, ⌈2d·C_int⌉); C = c·ln(2d/δ_l)/ε². Reading S_b completely makes all
 * deeper levels superfluous, so the fallback is a choice of the base level b: the one of 0 … L with the least expected
 * total of row queries, where b = 0 is the honest classical answer "read everything" at n queries. Where rows are drawn
 * literally, `drawing` says what that costs unless everything is read, and takes the place of the refinement.
 *
 * Expected marks: (1+ε_prev)·2d·C_int on a level, with ε_prev = 0 right above the base and ε₀ elsewhere, and
 * (1+ε₀)·d·C_fin in the refinement. Derived from arXiv:1408.5099 and arXiv:2311.03215.
 */
export function planFactor(
  factor: { readonly name: string; readonly rows: number; readonly columns: number },
  epsilon: number,
  parameters: Pick<SketchParameters, "constant" | "search" | "certificate" | "fallback">,
  budget: FailureBudget,
  drawing?: readonly DrawingPlan[],
): FactorPlan {
  const { name, rows, columns } = factor;
  const log = Math.log((2 * columns) / budget.perSampling);
  const inner = (parameters.constant * log) / INNER_EPSILON ** 2;
  const final = (parameters.constant * log) / epsilon ** 2;
  const baseRows = Math.max(4 * columns, Math.ceil(2 * columns * inner));
  const depth = Math.max(0, Math.ceil(Math.log2(rows / baseRows)));

  const sizeOf = (level: number) => Math.ceil(rows / 2 ** level);
  const search = (
    stage: string,
    kind: "halving" | "refinement",
    level: number,
    expected: number,
  ): StagePlan => {
    const size = sizeOf(level);
    const marked = Math.min(size, expected);
    const cost = expectedFindAll({
      size,
      marked,
      mode: parameters.search,
      certificate: parameters.certificate,
      missProbability: budget.perCertificate,
    });
    return { stage, kind, level, size, marked, quantum: cost.quantum, classical: cost.checks };
  };
  const halving = (level: number, previousEpsilon: number) =>
    search(`halving level ${level}`, "halving", level, (1 + previousEpsilon) * 2 * columns * inner);
  const inside = Array.from({ length: depth }, (_, level) => halving(level, INNER_EPSILON));
  const refinement =
    drawing === undefined
      ? [search("refinement", "refinement", 0, (1 + INNER_EPSILON) * columns * final)]
      : [];
  const drawn = drawingCost(drawing ?? []);
  const stagesFrom = (base: number): StagePlan[] => {
    const size = sizeOf(base);
    const read = {
      stage: "base read",
      kind: "read",
      level: base,
      size,
      marked: size,
      quantum: 0,
      classical: size,
    } as const;
    if (base === 0) return [read];
    return [read, halving(base - 1, 0), ...inside.slice(0, base - 1).reverse(), ...refinement];
  };

  const costFrom = (base: number) => total(stagesFrom(base)) + (base === 0 ? 0 : drawn);
  let base = depth;
  const without = costFrom(depth);
  let least = without;
  if (parameters.fallback === "auto") {
    for (let candidate = depth - 1; candidate >= 0; candidate--) {
      const cost = costFrom(candidate);
      if (cost < least) [base, least] = [candidate, cost];
    }
  }
  const stages = stagesFrom(base);
  const plan: FactorPlan = {
    name,
    rows,
    columns,
    innerEpsilon: INNER_EPSILON,
    epsilon,
    oversampling: { inner, final },
    perCertificate: budget.perCertificate,
    base,
    depth,
    stages,
    fullSearch: without,
    drawing: base === 0 ? [] : (drawing ?? []),
  };
  return base === depth ? plan : { ...plan, fallback: announcement(name, rows, base, depth, without) };
}

function announcement(name: string, rows: number, base: number, depth: number, without: number): string {
  if (base === 0) {
    return `${name}: reading all ${rows} rows costs less than searching (about ${Math.round(without)} queries expected), so everything is read.`;
  }
  return `${name}: levels ${base} to ${depth} are replaced by reading the ${Math.ceil(rows / 2 ** base)} rows of level ${base}, which costs less than searching them.`;
}

function total(stages: readonly StagePlan[]): number {
  return stages.reduce((sum, { quantum, classical }) => sum + quantum + classical, 0);
}
