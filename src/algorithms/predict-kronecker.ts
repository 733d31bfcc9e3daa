import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import { factorEntries } from "./factor-entries.ts";
import { type KroneckerPlan, planKronecker } from "./plan-kronecker.ts";
import type { SketchOptions } from "./sketch-options.ts";

/** What a run would cost, known before it starts. */
export interface KroneckerPrediction {
  readonly plan: KroneckerPlan;
  /** Expected row queries per factor and stage; never mixed with measured entries. */
  readonly ledger: readonly LedgerEntry[];
  /** Upper bound on the number of rows of the sketch (two-stage; exact scores assumed of full rank). */
  readonly nonzeros: number | null;
  /** Per factor: qubits of the modelled circuit by register, entries and hashes as 64-bit words. */
  readonly registers: readonly Registers[];
}

/** The registers of the modelled search circuit on one factor, in qubits. */
export interface Registers {
  readonly name: string;
  readonly index: number;
  readonly row: number;
  readonly score: number;
  readonly hash: number;
  readonly flag: number;
  readonly total: number;
}

/** Bits of one real number in the modelled registers. */
const WORD = 64;

/**
 * Predicts the bill of approximateKronecker from the shapes of the factors alone.
 *
 * Per search of s marked rows among N: K√(Ns) coherent row queries for the finds (for s ≪ N, K = 5.7 unknown count, 2.76
 * known, π exact) and ln(2/√δ_c)√N for the certificate. Label `expected`; derived, see docs/how-the-counting-works.md.
 *
 * Literal drawing of rows is planned by planDrawing.
 *
 * Holds within a few percent for incoherent factors. Rows of leverage above 1/C are marked once each, so a factor with
 * directions that few rows carry costs less than this; the shapes alone cannot tell.
 */
export function predictKronecker(
  factors: readonly { readonly rows: number; readonly columns: number }[],
  options: Omit<SketchOptions, "random">,
): KroneckerPrediction {
  const plan = planKronecker(factors, options);
  const { method, constant, bits, draws } = plan.parameters;
  const dimension = factors.reduce((product, { columns }) => product * columns, 1);
  const log = Math.log((2 * dimension) / plan.budget.tuples);
  const ledger = plan.factors.flatMap(factorEntries);
  return {
    plan,
    ledger,
    nonzeros:
      method === "two-stage"
        ? (draws ?? Math.ceil((constant * dimension * log) / plan.tupleEpsilon ** 2))
        : null,
    registers: plan.factors.map(({ name, rows, columns }) => {
      const index = Math.max(1, Math.ceil(Math.log2(rows)));
      const sizes = { index, row: columns * WORD, score: bits ?? WORD, hash: bits ?? WORD, flag: 1 };
      return { name, ...sizes, total: Object.values(sizes).reduce((sum, qubits) => sum + qubits, 0) };
    }),
  };
}
