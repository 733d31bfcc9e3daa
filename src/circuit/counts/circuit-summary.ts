import type { Circuit } from "../circuit.ts";
import { expand } from "../expand.ts";
import type { BasisCountOptions } from "./basis-count.ts";
import { countGates } from "./count-gates.ts";
import type { CountOptions } from "./count-options.ts";
import { depth, twoQubitDepth } from "./depth.ts";
import { rotationsIn } from "./rotation-count.ts";
import { tGatesIn } from "./t-count.ts";

/** What a circuit is made of. */
export interface CircuitSummary {
  readonly qubits: number;
  readonly bits: number;
  /** Number of steps as they are written, or as they were written in a gate set: a box, branch or loop is one. */
  readonly operations: number;
  /** How often each gate and kind of operation occurs: see countGates. */
  readonly gates: Readonly<Record<string, number>>;
  /** T gates and their inverses among `gates`, those under added controls aside. */
  readonly tGates: number;
  /** Gates with an angle among `gates`, global phases and those under added controls aside. */
  readonly rotations: number;
  readonly depth: number;
  readonly twoQubitDepth: number;
  /** Names of the parameters without a value. */
  readonly parameters: readonly string[];
}

/** How a circuit is summed up: as it is written, or, with a basis, written in a gate set first. */
export interface SummaryOptions extends CountOptions, BasisCountOptions {}

/**
 * Says what a circuit is made of: qubits, bits, gates by name, T gates and rotations, depths, open parameters.
 *
 * Boxes are opened for gates and depths unless `boxes` is "closed". With `basis`, everything is counted in the circuit
 * that `expand` writes in that gate set.
 *
 * Errors: RangeError for another value of `boxes`; with `basis` those of `expand`.
 *
 * @example circuitSummary(new Circuit(2).h(0).cx(0, 1)).depth // 2
 * @example circuitSummary(new Circuit(3).ccx(0, 1, 2), { basis: "clifford+t" }).tGates // 7
 */
export function circuitSummary(circuit: Circuit, options: SummaryOptions = {}): CircuitSummary {
  const { basis, ancillas = [], boxes = "open" } = options;
  const counted = basis === undefined ? circuit : expand(circuit, { basis, ancillas, boxes });
  const gates = countGates(counted, options);
  return {
    qubits: counted.qubits,
    bits: counted.bits,
    operations: counted.length,
    gates,
    tGates: tGatesIn(gates),
    rotations: rotationsIn(gates),
    depth: depth(counted, options),
    twoQubitDepth: twoQubitDepth(counted, options),
    parameters: counted.parameters,
  };
}
