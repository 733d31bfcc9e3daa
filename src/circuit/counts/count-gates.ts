import type { Circuit } from "../circuit.ts";

/**
 * How often each gate and kind of operation occurs, by name; a gate under k added controls counts under `k-controlled name`.
 *
 * @example countGates(new Circuit(2).h(0).cx(0, 1).h(1)) // { h: 2, cx: 1 }
 */
export function countGates(circuit: Circuit): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const step of circuit.operations) {
    const controls = "controls" in step ? step.controls.length : 0;
    const name = step.kind === "gate" ? step.gate : step.kind;
    const key = controls === 0 ? name : `${controls}-controlled ${name}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
