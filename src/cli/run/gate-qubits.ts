import type { KroneckerPrediction, RealMatrix } from "../../index.ts";

/**
 * How many qubits simulating the largest search of each factor takes at gate level: index, row, score, hash and flag.
 *
 * 0 where nothing is searched, since everything is read.
 */
export function gateQubits({ plan }: KroneckerPrediction, matrices: readonly RealMatrix[]): number[] {
  const bits = plan.parameters.bits ?? 0;
  return plan.factors.map(({ rows, columns, base }, k) =>
    base === 0 ? 0 : Math.ceil(Math.log2(rows)) + columns * entryWidth(matrices[k]) + 2 * bits + 1,
  );
}

/** The least number of bits in two's complement that holds all entries, rounded to whole numbers. */
function entryWidth(matrix: RealMatrix): number {
  let largest = 0;
  const see = (entry: number) => {
    largest = Math.max(largest, entry < 0 ? -entry : entry + 1);
  };
  if (matrix.kind === "dense") matrix.data.forEach(see);
  else for (const { row } of matrix.classes) row.forEach(see);
  return 1 + Math.max(0, Math.ceil(Math.log2(Math.max(1, largest))));
}
