import type { ComplexMatrix } from "../complex-matrix.ts";
import type { Parameter } from "../parameter.ts";

/** How a gate treats basis states: phases only, a permutation without phases, or anything else. */
export type GateAction = "diagonal" | "permutation" | "general";

/**
 * A gate as a record: what it is called, what it needs, and what it does.
 *
 * The first `controls` of its qubits are controls (value 1) of the `core` acting on the others.
 * The type parameters carry the counts to the types of the builder methods.
 */
export interface Gate<
  Qubits extends number = number,
  Controls extends number = number,
  Parameters extends readonly string[] = readonly string[],
> {
  readonly name: string;
  /** Number of qubits, controls included. */
  readonly qubits: Qubits;
  readonly controls: Controls;
  /** The name of the gate under the controls; its own name if it has none. */
  readonly base: string;
  /** Names of the parameters; all are angles in radians. */
  readonly parameters: Parameters;
  readonly action: GateAction;
  /** Whether the matrix is its own adjoint for all parameters. */
  readonly hermitian: boolean;
  /** The matrix on the qubits that are not controls; bit k of a row number belongs to the k-th of them. */
  core(parameters: readonly number[]): ComplexMatrix;
  /** The gate that undoes it. */
  readonly inverse: {
    readonly gate: string;
    readonly parameters: (parameters: readonly Parameter[]) => readonly Parameter[];
    /** Where it acts, if not on the same qubits in the same order. */
    readonly qubits?: (qubits: readonly number[]) => readonly number[];
  };
  /** One line for lists and help texts. */
  readonly description: string;
}
