import type { Circuit } from "../circuit.ts";
import { isUnitary, type Operation } from "../operation.ts";
import { type CountOptions, countedSteps } from "./count-options.ts";

/**
 * How often each gate and kind of operation occurs, by name; a gate under k added controls counts under `k-controlled name`.
 *
 * Steps inside branches and loops count once each, as they are written, beside the branch or loop itself. Boxes are
 * opened unless `boxes` is "closed"; a closed box counts under its label.
 *
 * Errors: RangeError for another value of `boxes`.
 *
 * @example countGates(new Circuit(2).h(0).cx(0, 1).h(1)) // { h: 2, cx: 1 }
 */
export function countGates(circuit: Circuit, options: CountOptions = {}): Record<string, number> {
  const counts = new Map<string, number>();
  const visit = (steps: readonly Operation[]) => {
    for (const step of steps) {
      const key = countedName(step);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (step.kind === "conditional" || step.kind === "while") visit(step.operations);
      if (step.kind === "conditional") visit(step.otherwise);
    }
  };
  visit(countedSteps("countGates", circuit.operations, options));
  return Object.fromEntries(counts);
}

function countedName(step: Operation): string {
  const name = step.kind === "gate" ? step.gate : step.kind === "box" ? step.label : step.kind;
  const controls = isUnitary(step) ? step.controls.length : 0;
  return controls === 0 ? name : `${controls}-controlled ${name}`;
}
