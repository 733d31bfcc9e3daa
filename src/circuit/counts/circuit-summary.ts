import type { Circuit } from "../circuit.ts";
import { countGates } from "./count-gates.ts";
import type { CountOptions } from "./count-options.ts";
import { depth, twoQubitDepth } from "./depth.ts";

/** What a circuit is made of. */
export interface CircuitSummary {
  readonly qubits: number;
  readonly bits: number;
  /** Number of steps as they are written: a box, branch or loop is one. */
  readonly operations: number;
  /** How often each gate and kind of operation occurs: see countGates. */
  readonly gates: Readonly<Record<string, number>>;
  readonly depth: number;
  readonly twoQubitDepth: number;
  /** Names of the parameters without a value. */
  readonly parameters: readonly string[];
}

/**
 * Says what a circuit is made of: qubits, bits, gates by name, depths, open parameters.
 *
 * Boxes are opened for gates and depths unless `boxes` is "closed".
 *
 * Errors: RangeError for another value of `boxes`.
 *
 * @example circuitSummary(new Circuit(2).h(0).cx(0, 1)).depth // 2
 */
export function circuitSummary(circuit: Circuit, options: CountOptions = {}): CircuitSummary {
  return {
    qubits: circuit.qubits,
    bits: circuit.bits,
    operations: circuit.length,
    gates: countGates(circuit, options),
    depth: depth(circuit, options),
    twoQubitDepth: twoQubitDepth(circuit, options),
    parameters: circuit.parameters,
  };
}
