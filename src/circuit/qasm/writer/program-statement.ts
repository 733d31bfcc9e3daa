import type { Condition } from "../../condition.ts";
import type { MeasureOperation, ResetOperation } from "../../operation.ts";
import type { BodyStep } from "./call.ts";

/** One statement of a program, before names are known. */
export type Statement =
  | BodyStep
  | MeasureOperation
  | ResetOperation
  | { readonly kind: "assign"; readonly bit: number; readonly value: Condition }
  | {
      readonly kind: "if";
      readonly condition: Condition;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: "while";
      readonly condition: Condition;
      readonly limit: number;
      readonly body: readonly Statement[];
    }
  /** OpenQASM 2: one statement under the value of a whole register. */
  | {
      readonly kind: "ifValue";
      readonly register: number;
      readonly value: number;
      readonly body: Statement;
    };

/** The calls and barriers in some statements, at any depth. */
export function stepsOf(statements: readonly Statement[]): BodyStep[] {
  return statements.flatMap((statement): BodyStep[] => {
    switch (statement.kind) {
      case "call":
      case "barrier":
        return [statement];
      case "if":
        return stepsOf([...statement.body, ...statement.otherwise]);
      case "while":
        return stepsOf(statement.body);
      case "ifValue":
        return stepsOf([statement.body]);
      default:
        return [];
    }
  });
}
