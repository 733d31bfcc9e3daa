import type { Answer } from "../answer.ts";
import type { Checker } from "../checker.ts";

/** Whether the option of the solution was chosen. */
export const choice: Checker<"choice", string> = {
  answer: "choice",
  observe(answer: Answer, { options }) {
    const { choice: chosen } = answer as { choice: string };
    if (Object.hasOwn(options, chosen)) return chosen;
    throw new RangeError(
      `answer: expected one of ${Object.keys(options).join(", ")}, got ${JSON.stringify(chosen.slice(0, 20))}; choose one.`,
    );
  },
  difference: (seen, right) => (seen === right ? null : { reason: `${seen} is not the right choice.` }),
  alike: (one, other) => one === other,
};
