import type { Circuit } from "../circuit.ts";

/**
 * Refuses a circuit with parameters that have no value yet.
 *
 * Errors: RangeError that names them.
 */
export function requireBound(subject: string, circuit: Circuit): void {
  if (circuit.parameters.length > 0) throw unboundError(subject, circuit.parameters);
}

/** The error about parameters without a value. */
export function unboundError(subject: string, names: readonly string[]): RangeError {
  return new RangeError(
    `${subject}: expected parameters with values, got ${names.join(", ")} without; use bind({ ${names[0]}: … }) first.`,
  );
}
