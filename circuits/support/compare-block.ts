import { type Circuit, StateVector, simulate } from "../../src/index.ts";
import type { BlockExpectation } from "../program.ts";
import { type Comparison, compareExactly } from "./comparison.ts";

/** Puts the top left block of a circuit's matrix beside an expected matrix, column by column. */
export function compareBlock(circuit: Circuit, { matrix }: BlockExpectation): Comparison {
  const columns = matrix.map((_, k) => simulate(circuit, { initial: StateVector.basis(circuit.qubits, k) }));
  return compareExactly(
    matrix.flatMap((row, i) =>
      row.map((value, k) => ({
        label: `row ${i}, column ${k}`,
        expected: [value, 0] as const,
        obtained: columns[k].amplitude(i),
      })),
    ),
  );
}
