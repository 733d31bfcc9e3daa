import type { Circuit } from "../circuit.ts";
import type { Operation } from "../operation.ts";
import { operationBits, operationQubits } from "../operation-qubits.ts";
import { type CountOptions, countedSteps } from "./count-options.ts";

/** Which steps take up a layer. */
export interface DepthOptions extends CountOptions {
  /** Whether a step counts (default: each one); one that does not keeps its place in the order and takes no time. */
  readonly counted?: (operation: Operation) => boolean;
}

/**
 * The number of layers when every step happens as early as its qubits and classical bits allow.
 *
 * A gate, measurement or reset takes one layer. Barriers, assignments and global phases take none; a barrier lets
 * nothing on its qubits pass. A branch takes as many layers as the deeper of its two bodies, a loop as many as one
 * round. Boxes are opened unless `boxes` is "closed".
 *
 * Errors: RangeError for another value of `boxes`.
 *
 * @example depth(new Circuit(3).h(0).cx(0, 1).cx(1, 2)) // 3
 */
export function depth(circuit: Circuit, options: DepthOptions = {}): number {
  const { counted = () => true } = options;
  return layers(countedSteps("depth", circuit.operations, options), counted);
}

/**
 * The depth that only steps on two or more qubits make, everything else taking no time.
 *
 * @example twoQubitDepth(new Circuit(3).h(0).cx(0, 1).t(1).cx(1, 2)) // 2
 */
export function twoQubitDepth(circuit: Circuit, options: CountOptions = {}): number {
  return depth(circuit, { ...options, counted: (step) => operationQubits(step).length >= 2 });
}

function layers(steps: readonly Operation[], counted: (operation: Operation) => boolean): number {
  const readyQubit = new Map<number, number>();
  const readyBit = new Map<number, number>();
  let deepest = 0;
  for (const step of steps) {
    const qubits = operationQubits(step);
    const bits = operationBits(step);
    let start = 0;
    for (const qubit of qubits) start = Math.max(start, readyQubit.get(qubit) ?? 0);
    for (const bit of bits) start = Math.max(start, readyBit.get(bit) ?? 0);
    const end = start + duration(step, qubits.length, counted);
    for (const qubit of qubits) readyQubit.set(qubit, end);
    for (const bit of bits) readyBit.set(bit, end);
    deepest = Math.max(deepest, end);
  }
  return deepest;
}

function duration(step: Operation, qubits: number, counted: (operation: Operation) => boolean): number {
  switch (step.kind) {
    case "conditional":
      return Math.max(layers(step.operations, counted), layers(step.otherwise, counted));
    case "while":
      return layers(step.operations, counted);
    case "barrier":
    case "assign":
      return 0;
    default:
      return qubits > 0 && counted(step) ? 1 : 0;
  }
}
