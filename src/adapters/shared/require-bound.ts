import { type Circuit, parametersOf } from "../../index.ts";

/** Refuses a circuit whose parameters have no values yet, by their names. */
export function requireBound(subject: string, circuit: Circuit): void {
  const names = parametersOf(circuit);
  if (names.length > 0) {
    throw new RangeError(
      `${subject}: expected numbers for all parameters, got ${names.join(", ")} without a value; bind them first.`,
    );
  }
}
