import { flattenOperation } from "../flatten-operation.ts";
import type { Operation } from "../operation.ts";

/** How the steps of a circuit are counted. */
export interface CountOptions {
  /** Whether the steps inside boxes are counted ("open", default: what is executed) or each box as one ("closed"). */
  readonly boxes?: "open" | "closed";
}

/** The steps to count, with boxes as asked for. Errors: RangeError for anything but open and closed. */
export function countedSteps(
  subject: string,
  operations: readonly Operation[],
  { boxes = "open" }: CountOptions,
): readonly Operation[] {
  if (boxes !== "open" && boxes !== "closed") {
    throw new RangeError(`${subject}: expected boxes to be open or closed, got ${boxes}; choose one.`);
  }
  return boxes === "closed" ? operations : operations.flatMap(flattenOperation);
}
