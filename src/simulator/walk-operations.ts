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
 * Goes through operations in the order in which they happen, boxes opened, branches and loops decided by the bits, and
 * gives each that changes amplitudes. It must be done, and its bit written, before the next is asked for.
 *
 * Errors: LimitError for a loop beyond its limit of rounds.
 */
export function* walkOperations(
  operations: readonly Operation[],
  bits: Uint8Array,
): Generator<StateOperation, void, void> {
  for (const step of operations) {
    switch (step.kind) {
      case "box":
        yield* walkOperations(openBox(step), bits);
        break;
      case "conditional":
        yield* walkOperations(conditionHolds(step.condition, bits) ? step.operations : step.otherwise, bits);
        break;
      case "while":
        for (let round = 0; conditionHolds(step.condition, bits); round++) {
          if (round === step.limit) {
            const remedy = "check that the body can end the loop";
            throw new LimitError("while", step.limit, round + 1, "rounds", remedy);
          }
          yield* walkOperations(step.operations, bits);
        }
        break;
      case "assign":
        bits[step.bit] = conditionHolds(step.value, bits) ? 1 : 0;
        break;
      case "barrier":
        break;
      default:
        yield step;
    }
  }
}
