import { type Circuit, StateVector, simulate } from "../../src/index.ts";
import type { MapExpectation } from "../program.ts";
import { type Comparison, compareExactly } from "./comparison.ts";

/** Puts the basis states that basis states go to beside expected ones: each must have amplitude 1 there. */
export function compareMap(circuit: Circuit, { pairs }: MapExpectation): Comparison {
  const ket = (index: number) => `|${index.toString(2).padStart(circuit.qubits, "0")}⟩`;
  return compareExactly(
    pairs.map(([from, to]) => ({
      label: `${ket(from)} → ${ket(to)}`,
      expected: [1, 0] as const,
      obtained: simulate(circuit, { initial: StateVector.basis(circuit.qubits, from) }).amplitude(to),
    })),
  );
}
