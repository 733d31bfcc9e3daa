import type { Gate } from "./gate.ts";

type Sum<A extends number, B extends number> = [[0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5]][B & (0 | 1 | 2)][A &
  (0 | 1 | 2 | 3)];

/** The record of a gate with leading controls; its name is the base name after one `c` a control. */
export function controlGate<
  Qubits extends number,
  const Controls extends number,
  const Parameters extends readonly string[],
>(
  base: Gate<Qubits, 0, Parameters>,
  controls: Controls,
  description: string,
): Gate<Sum<Qubits, Controls>, Controls, Parameters> {
  const prefix = "c".repeat(controls);
  return {
    ...base,
    name: prefix + base.name,
    qubits: (base.qubits + controls) as Sum<Qubits, Controls>,
    controls,
    inverse: { gate: prefix + base.inverse.gate, parameters: base.inverse.parameters },
    description,
  };
}
