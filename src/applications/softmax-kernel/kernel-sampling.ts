import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { planePreparation } from "../../oracles/plane-preparation.ts";
import { optimalRounds } from "../../primitives/amplitude-amplification.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { weightedSampler } from "../../random/weighted-index.ts";
import { kernelRidgeLeverage } from "./kernel-ridge-leverage.ts";
import { nystromError } from "./nystrom-error.ts";

/** Columns of a kernel sampled by ridge leverage scores in superposition, and the approximation made of them. */
export interface KernelSampling {
  /** s = Σ e_i/(e_i + λ), the statistical dimension. */
  readonly dimension: number;
  /** Distinct sampled columns. */
  readonly columns: readonly number[];
  /** tr(K − K̃)/tr K of the Nyström approximation from them. */
  readonly traceError: number;
  /** Score calls in superposition, and what they cost: each takes ⌈s⌉ kernel evaluations, and as many to uncompute. */
  readonly scoreCalls: number;
  readonly quantumKernels: number;
  /** n⌈s⌉ kernel evaluations by reading all scores, and n² for the whole kernel. */
  readonly classicalKernels: number;
  readonly allKernels: number;
  /** Whether quantumKernels < classicalKernels, by counting. */
  readonly quantumCheaper: boolean;
  readonly ledger: readonly LedgerEntry[];
}

/**
 * Samples ⌈s⌉ columns of a kernel by its ridge leverage scores ℓ_i = (K(K + λI)⁻¹)_ii with amplitude amplification.
 *
 * A flag shows with probability ℓ_i beside a uniform i: acceptance s/n, about (π/4)√(n/s) rounds a sample and √(ns) score calls in
 * all. Scores are known to the simulator; s is a promise.
 *
 * Errors: RangeError for a kernel that is not square, not finite or not positive, or a λ that is not above 0.
 *
 * Source: derived after arXiv:2405.03251; coherent access to the data (QRAM) is assumed.
 */
export function kernelSampling(
  kernel: DenseMatrix,
  { lambda, random }: { readonly lambda: number; readonly random: RandomStream },
): KernelSampling {
  const n = kernel.rows;
  if (kernel.columns !== n || !(lambda > 0 && Number.isFinite(lambda))) {
    throw new RangeError(
      `kernelSampling: expected a square kernel and a finite λ > 0, got ${n} × ${kernel.columns} and ${lambda}; a share of the largest eigenvalue is usual.`,
    );
  }
  const scores = kernelRidgeLeverage(kernel, lambda);
  const dimension = scores.reduce((sum, score) => sum + score, 0);
  const cost = Math.max(1, Math.ceil(dimension));
  const ledger = new Ledger();
  ledger.enter("ridge leverage sampling");
  let scoreCalls = 0;
  const preparation = planePreparation({
    good: dimension,
    bad: n - dimension,
    drawGood: weightedSampler(scores),
    drawBad: () => -1,
    bill(use, count) {
      scoreCalls += count;
      ledger.charge({ oracle: "kernel", access: "quantum", unit: "kernel", use, count: 2 * cost * count });
    },
  });
  const rounds = optimalRounds(Math.min(1, dimension / n));
  const chosen = new Set<number>();
  for (let sample = 0; sample < cost && dimension > 0; ) {
    const register = preparation.prepare();
    register.amplify(rounds);
    const { success, index } = register.measure(random);
    if (!success) continue;
    chosen.add(index);
    sample++;
  }
  const columns = [...chosen].sort((a, b) => a - b);
  const quantumKernels = ledger.total({ access: "quantum", unit: "kernel" });
  return {
    dimension,
    columns,
    traceError: nystromError(kernel, columns),
    scoreCalls,
    quantumKernels,
    classicalKernels: n * cost,
    allKernels: n * n,
    quantumCheaper: quantumKernels < n * cost,
    ledger: ledger.entries(),
  };
}
