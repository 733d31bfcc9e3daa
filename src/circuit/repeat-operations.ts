import { LimitError } from "../errors/limit-error.ts";
import type { Operation } from "./operation.ts";

/** The most steps that a repetition may write out. */
const mostSteps = 2 ** 27;

/** Some steps done `times` times over. Errors: RangeError unless that is whole and ≥ 0; LimitError above 2^27 steps. */
export function repeatOperations(operations: readonly Operation[], times: number): Operation[] {
  if (!Number.isInteger(times) || times < 0) {
    throw new RangeError(`repeat: expected a whole number ≥ 0, got ${times}; use inverse() to go back.`);
  }
  const total = operations.length * times;
  if (total > mostSteps) {
    throw new LimitError("repeat", mostSteps, total, "steps", "use fewer rounds, or a loop");
  }
  const result: Operation[] = [];
  if (total > 0) for (let k = 0; k < times; k++) for (const step of operations) result.push(step);
  return result;
}
