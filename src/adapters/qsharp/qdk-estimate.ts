import { type Circuit, measuredCircuit } from "../../index.ts";
import { loadQdk, type QdkOptions } from "./load-qdk.ts";
import { qdkError } from "./qdk-error.ts";
import { toQsharp } from "./to-qsharp.ts";

/** What a circuit would need on an error-corrected machine, as QDK's resource estimator has it. */
export interface QdkEstimate {
  /** Physical qubits, those of the factories for T states included. */
  readonly physicalQubits: number;
  /** Run time in nanoseconds. */
  readonly runtime: number;
  /** Logical qubits after layout. */
  readonly logicalQubits: number;
  /** T states that are used up. */
  readonly tStates: number;
  /** Code distance of the logical qubits. */
  readonly codeDistance: number;
  /** What was counted in the circuit, before layout. */
  readonly counts: {
    readonly qubits: number;
    readonly t: number;
    readonly rotations: number;
    readonly rotationDepth: number;
    readonly ccz: number;
    readonly measurements: number;
  };
  /** Everything that QDK reports, in its own words. */
  readonly report: Readonly<Record<string, unknown>>;
}

/** What the estimate assumes. */
export interface QdkEstimateOptions extends QdkOptions {
  /** Parameters of the estimator in its own words, such as `{ qubitParams: { name: "qubit_maj_ns_e4" }, errorBudget: 0.01 }`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/**
 * Estimates what a circuit needs on an error-corrected machine, by the resource estimator of Microsoft's QDK.
 *
 * The numbers are predictions under the estimator's assumptions (by default: a surface code on qubits with gates of 50 ns
 * and error rates of 10⁻³, error budget 10⁻³), never measurements.
 *
 * Errors: as `toQsharp` and `loadQdk`; Error with the estimator's words for parameters it does not take, and for circuits
 * it has nothing to estimate in.
 *
 * Source: Beverland et al., arXiv:2211.07629.
 *
 * @example (await qdkEstimate(groverCircuit(…))).physicalQubits
 */
export async function qdkEstimate(circuit: Circuit, options: QdkEstimateOptions = {}): Promise<QdkEstimate> {
  const program = toQsharp(measuredCircuit(circuit));
  const qdk = await loadQdk(options);
  const text = await qdk
    .estimate(
      { sources: [["circuit.qs", program]], projectType: "qsharp" },
      JSON.stringify([options.parameters ?? {}]),
    )
    .catch((thrown: unknown) => {
      throw qdkError("qdkEstimate", thrown);
    });
  const [report] = JSON.parse(text) as Report[];
  if (report?.status !== "success") {
    throw qdkError("qdkEstimate", new Error(report?.message ?? "no estimate"));
  }
  const { physicalCounts, logicalCounts, logicalQubit } = report;
  return {
    physicalQubits: physicalCounts.physicalQubits,
    runtime: physicalCounts.runtime,
    logicalQubits: physicalCounts.breakdown.algorithmicLogicalQubits,
    tStates: physicalCounts.breakdown.numTstates,
    codeDistance: logicalQubit.codeDistance,
    counts: {
      qubits: logicalCounts.numQubits,
      t: logicalCounts.tCount,
      rotations: logicalCounts.rotationCount,
      rotationDepth: logicalCounts.rotationDepth,
      ccz: logicalCounts.cczCount + logicalCounts.ccixCount,
      measurements: logicalCounts.measurementCount,
    },
    report: report as unknown as Record<string, unknown>,
  };
}

/** The part of the estimator's report that is read. */
interface Report {
  readonly status: string;
  readonly message?: string;
  readonly physicalCounts: {
    readonly physicalQubits: number;
    readonly runtime: number;
    readonly breakdown: { readonly algorithmicLogicalQubits: number; readonly numTstates: number };
  };
  readonly logicalQubit: { readonly codeDistance: number };
  readonly logicalCounts: Readonly<
    Record<
      | "numQubits"
      | "tCount"
      | "rotationCount"
      | "rotationDepth"
      | "cczCount"
      | "ccixCount"
      | "measurementCount",
      number
    >
  >;
}
