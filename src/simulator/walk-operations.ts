import { conditionHolds } from "../circuit/conditions/condition-holds.ts";
import { openBox } from "../circuit/flatten-operation.ts";
import type {
  AssignOperation,
  BarrierOperation,
  BoxOperation,
  ConditionalOperation,
  LoopOperation,
  Operation,
} from "../circuit/operation.ts";
import { LimitError } from "../errors/limit-error.ts";

/** The operations that change amplitudes. */
export type StateOperation = Exclude<
  Operation,
  BoxOperation | BarrierOperation | ConditionalOperation | LoopOperation | AssignOperation
>;

/**
 * Goes through operations in the order in which they happen: boxes opened, branches and loops decided by the bits.
 *
 * `apply` does each operation that changes amplitudes; a measurement writes its bit at once. Errors: LimitError for a loop beyond its limit of rounds.
 */
export function walkOperations(
  operations: readonly Operation[],
  bits: Uint8Array,
  apply: (operation: StateOperation) => void,
): void {
  for (const step of operations) {
    switch (step.kind) {
      case "box":
        walkOperations(openBox(step), bits, apply);
        break;
      case "conditional":
        walkOperations(conditionHolds(step.condition, bits) ? step.operations : step.otherwise, bits, apply);
        break;
      case "while":
        for (let round = 0; conditionHolds(step.condition, bits); round++) {
          if (round === step.limit) {
            const remedy = "check that the body can end the loop";
            throw new LimitError("while", step.limit, round + 1, "rounds", remedy);
          }
          walkOperations(step.operations, bits, apply);
        }
        break;
      case "assign":
        bits[step.bit] = conditionHolds(step.value, bits) ? 1 : 0;
        break;
      case "barrier":
        break;
      default:
        apply(step);
    }
  }
}
