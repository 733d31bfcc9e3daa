/** A control: the operation happens where this qubit has this value. */
export interface Control {
  readonly qubit: number;
  readonly value: 0 | 1;
}

/** A control as it may be written: a qubit number stands for value 1. */
export type ControlLike = number | Control;

/**
 * A negative control: satisfied where the qubit is 0.
 *
 * @example new Circuit(3).control([0, off(1)], (body) => body.x(2)) // X on qubit 2 where qubit 0 is 1 and qubit 1 is 0
 */
export function off(qubit: number): Control {
  return { qubit, value: 0 };
}

/** Reads controls as written. */
export function toControls(controls: Iterable<ControlLike>): Control[] {
  return Array.from(controls, (control) =>
    typeof control === "number" ? { qubit: control, value: 1 } : control,
  );
}
