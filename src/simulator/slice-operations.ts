import { openBox } from "../circuit/flatten-operation.ts";
import type { Operation } from "../circuit/operation.ts";

/** Amplitudes times steps that are done with in some tens of milliseconds. */
const work = 2 ** 20;

/** Whether a list of steps takes little time on so many qubits; a list with boxes, which may be long, is cut to be safe. */
export function isQuick(operations: readonly Operation[], qubits: number): boolean {
  return operations.length * 2 ** qubits <= work && operations.every(({ kind }) => kind !== "box");
}

/** A part of a list of steps. */
export interface Slice {
  readonly operations: readonly Operation[];
  /** How many steps of the list are done with after this part. */
  readonly done: number;
}

/**
 * Cuts a list of steps into parts that take little time each, so that a task can pause between them.
 *
 * Boxes are opened as they are met, so that a long one is cut too.
 */
export function* sliceOperations(
  operations: readonly Operation[],
  qubits: number,
): Generator<Slice, void, void> {
  const size = Math.max(1, Math.floor(work / 2 ** qubits));
  let part: Operation[] = [];
  for (const [k, step] of operations.entries()) {
    for (const inner of steps(step)) {
      part.push(inner);
      if (part.length < size) continue;
      yield { operations: part, done: k };
      part = [];
    }
  }
  if (part.length > 0) yield { operations: part, done: operations.length };
}

function* steps(operation: Operation): Generator<Operation, void, void> {
  if (operation.kind !== "box") yield operation;
  else for (const inner of openBox(operation)) yield* steps(inner);
}
