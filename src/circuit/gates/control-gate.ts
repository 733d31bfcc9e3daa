import type { Gate } from "./gate.ts";

type Count = 0 | 1 | 2 | 3 | 4;
type Sum<A extends number, B extends number> = [
  [0, 1, 2, 3, 4],
  [1, 2, 3, 4, 5],
  [2, 3, 4, 5, 6],
  [3, 4, 5, 6, 7],
  [4, 5, 6, 7, 8],
][B & Count][A & Count];

/**
 * The record of a gate with leading controls.
 *
 * Its name is the base name after one `c` a control, unless `name` makes another out of the base name.
 */
export function controlGate<
  Qubits extends number,
  const Controls extends number,
  const Parameters extends readonly string[],
>(
  base: Gate<Qubits, 0, Parameters>,
  controls: Controls,
  description: string,
  name: (base: string) => string = (name) => "c".repeat(controls) + name,
): Gate<Sum<Qubits, Controls>, Controls, Parameters> {
  return {
    ...base,
    name: name(base.name),
    qubits: (base.qubits + controls) as Sum<Qubits, Controls>,
    controls,
    inverse: { ...base.inverse, gate: name(base.inverse.gate) },
    description,
  };
}
