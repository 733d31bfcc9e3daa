import { type ComplexEntry, type ComplexMatrix, complexMatrix } from "../complex-matrix.ts";
import { defineGate } from "./define-gate.ts";

/** The gates on three and more qubits that are no controlled gates: X under controls up to phases, with fewer T gates. */
export const manyQubitGates = {
  /** Toffoli up to phases: Y on the target under two controls, and a sign where the first control and the target are 1. */
  rccx: defineGate({
    name: "rccx",
    qubits: 3,
    parameters: [],
    action: "general",
    core: () =>
      sparse(8, [
        [3, 7, [0, -1]],
        [7, 3, [0, 1]],
        [5, 5, -1],
      ]),
    inverse: "itself",
    description: "X under two controls up to phases, Margolus",
  }),
  /** X under three controls up to phases. */
  rc3x: defineGate({
    name: "rc3x",
    qubits: 4,
    parameters: [],
    action: "general",
    core: () => relativeX(1),
    inverse: { gate: "rc3xdg" },
    description: "X under three controls up to phases",
  }),
  /** Inverse of rc3x. */
  rc3xdg: defineGate({
    name: "rc3xdg",
    qubits: 4,
    parameters: [],
    action: "general",
    core: () => relativeX(-1),
    inverse: { gate: "rc3x" },
    description: "inverse of rc3x",
  }),
};

/** The phases ±i on 1100 and 1101, read from the first qubit, and the exchange of 1110 and 1111 with a sign. */
function relativeX(sign: 1 | -1): ComplexMatrix {
  return sparse(16, [
    [3, 3, [0, sign]],
    [11, 11, [0, -sign]],
    [7, 15, sign],
    [15, 7, -sign],
  ]);
}

/** The unit matrix but for the rows of some entries, each (row, column, value). */
function sparse(size: number, entries: readonly (readonly [number, number, ComplexEntry])[]): ComplexMatrix {
  const rows = Array.from({ length: size }, (_, r) =>
    Array.from({ length: size }, (_, c): ComplexEntry => (r === c ? 1 : 0)),
  );
  for (const [row] of entries) rows[row].fill(0);
  for (const [row, column, value] of entries) rows[row][column] = value;
  return complexMatrix(rows);
}
