import type { UnitaryKindOperation } from "../../circuit/operation.ts";

/** Largest number of targets of a matrix that is applied inside tiles. */
const widestMatrix = 5;

/** Most marked states that are handled as phases one by one. */
const mostMarked = 64;

/**
 * Whether an operation becomes steps of tiles. Boxes are opened before; the others (large tables, wide matrices, Fourier
 * transforms under controls) are applied to the whole state by the plain kernels.
 */
export function isTiled(operation: UnitaryKindOperation): boolean {
  switch (operation.kind) {
    case "gate":
    case "reflectUniform":
      return true;
    case "unitary":
      return operation.qubits.length <= widestMatrix;
    case "phaseOracle":
      return operation.marked.length <= mostMarked;
    case "qft":
      return operation.controls.length === 0;
    case "lookup":
      return false;
    case "box":
      return false;
  }
}
