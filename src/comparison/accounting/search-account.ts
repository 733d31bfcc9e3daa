import type { QueryAccount } from "./query-account.ts";

/** A search of a list by classical draws first and by Grover search after them. */
export interface SearchSetting {
  /** Length N of the list. */
  readonly size: number;
  /** Number T of marked entries. */
  readonly marked: number;
  /** Probability ε that a marked entry is missed. */
  readonly failure: number;
  /** Entries drawn classically, with replacement, before the quantum search begins. */
  readonly classicalDraws: number;
  /** Quantum queries per Grover iteration. Default 2: the predicate is computed and uncomputed. */
  readonly queriesPerIteration?: number;
  /** Queries that a classical search made on this input, where it was run. */
  readonly classicalActual?: number;
}

/** Limit α√N on the iterations of one search whose number of marked entries is unknown. */
export const iterationLimit = 9.2;

/**
 * The six numbers of searching one marked entry in a list.
 *
 * With q = (1 − T/N)^s for s classical draws and F(N, T) = (9/4) N/√((N−T)T) + ⌈log_{6/5}(N/(2√((N−T)T)))⌉ − 3 (2.0344
 * from T = N/4 on), and with k queries per iteration:
 * - expected, classical: (N/T)(1 − q), or s for T = 0
 * - expected, quantum: k q F (1 + 1/(1 − F/(9.2√N))), or k 9.2 ⌈log_3(1/ε)⌉ √N for T = 0
 * - worst case: s draws and k (5R + π√(N R)) queries with R = ⌈ln(1/ε)/(2 ln(4/3))⌉, by Zalka's variant
 * - classical expected: (N+1)/(T+1) draws without replacement, N for T = 0
 *
 * Errors: RangeError for a size that is not whole and ≥ 1, marked outside 0 … N, failure outside (0, 1), and draws that
 * are not whole and ≥ 0; for lists so short that F ≥ 9.2√N the mean has no bound and is null.
 *
 * @example
 * searchAccount({ size: 100, marked: 1, failure: 1e-5, classicalDraws: 130 }).quantumExpected
 * // { classical: 72.9245740488006, quantum: 37.983057481329425 }
 *
 * Source: Cade, Folkertsma, Niesen and Weggemans, arXiv:2203.04975, section 3; Boyer et al., quant-ph/9605034; the
 * number of queries per iteration is set by our model of queries.
 */
export function searchAccount(setting: SearchSetting): QueryAccount {
  const { size, marked, failure, classicalDraws, queriesPerIteration = 2 } = requireSetting(setting);
  const rounds = Math.ceil(Math.log(1 / failure) / (2 * Math.log(4 / 3)));
  return {
    classicalActual: setting.classicalActual ?? null,
    classicalExpected: marked === 0 ? size : (size + 1) / (marked + 1),
    quantumExpected: expected(size, marked, failure, classicalDraws, queriesPerIteration),
    quantumWorstCase: {
      classical: classicalDraws,
      quantum: queriesPerIteration * (5 * rounds + Math.PI * Math.sqrt(size * rounds)),
    },
  };
}

function expected(size: number, marked: number, failure: number, draws: number, perIteration: number) {
  const limit = iterationLimit * Math.sqrt(size);
  if (marked === 0) {
    return {
      classical: draws,
      quantum: perIteration * limit * Math.ceil(Math.log(1 / failure) / Math.log(3)),
    };
  }
  const missed = (1 - marked / size) ** draws;
  const classical = (size / marked) * (1 - missed);
  if (missed === 0) return { classical, quantum: 0 };
  const mean = meanIterations(size, marked);
  const quantum = mean < limit ? perIteration * missed * mean * (1 + 1 / (1 - mean / limit)) : null;
  return { classical, quantum };
}

/** F(N, T): bound on the mean number of iterations of a search that never gives up. */
function meanIterations(size: number, marked: number): number {
  if (marked >= size / 4) return 2.0344;
  const reach = size / (2 * Math.sqrt((size - marked) * marked));
  return (9 / 2) * reach + Math.ceil(Math.log(reach) / Math.log(6 / 5)) - 3;
}

function requireSetting(setting: SearchSetting): SearchSetting {
  const { size, marked, failure, classicalDraws, queriesPerIteration = 2 } = setting;
  if (!(Number.isSafeInteger(size) && size >= 1)) {
    throw new RangeError(
      `searchAccount: expected a whole size ≥ 1, got ${size}; it is the length of the list.`,
    );
  }
  if (!(Number.isSafeInteger(marked) && marked >= 0 && marked <= size)) {
    throw new RangeError(
      `searchAccount: expected marked from 0 to ${size}, got ${marked}; 0 means that none is.`,
    );
  }
  if (!(failure > 0 && failure < 1)) {
    throw new RangeError(`searchAccount: expected 0 < failure < 1, got ${failure}; 1e-5 is usual.`);
  }
  if (!(Number.isSafeInteger(classicalDraws) && classicalDraws >= 0)) {
    throw new RangeError(
      `searchAccount: expected a whole number of classicalDraws ≥ 0, got ${classicalDraws}; 0 searches at once.`,
    );
  }
  if (!(queriesPerIteration > 0 && Number.isFinite(queriesPerIteration))) {
    throw new RangeError(
      `searchAccount: expected queriesPerIteration > 0, got ${queriesPerIteration}; 2 computes and uncomputes, 1 is a phase oracle.`,
    );
  }
  return setting;
}
