import { checkQubits } from "../../circuit/check-operation.ts";
import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import { LimitError } from "../../errors/limit-error.ts";
import { applySuperoperator, copyDensity, superoperator } from "../density/density-kernels.ts";
import {
  densityOf,
  isPure,
  type QuantumState,
  qubitsOf,
  requireState,
} from "../observables/quantum-state.ts";
import type { KrausChannel } from "./kraus-channel.ts";

/** Most qubits: the matrix takes 16 MiB. */
const largest = 10;

/**
 * The density matrix Σ_k K ρ K† after a channel on some qubits of a pure or mixed state, which is not changed.
 *
 * Errors: RangeError for qubits that the state does not have or that do not fit the channel; LimitError above 10 qubits.
 *
 * @example applyChannel(StateVector.basis(1, 1), amplitudeDamping(0.25), [0]).re // Float64Array [0.25, 0, 0, 0.75]
 */
export function applyChannel(
  state: QuantumState,
  channel: KrausChannel,
  qubits: readonly number[],
): ComplexMatrix {
  requireState("applyChannel", state);
  const width = qubitsOf(state);
  checkQubits("applyChannel", qubits, width);
  if (qubits.length !== channel.qubits) {
    throw new RangeError(
      `applyChannel: expected ${channel.qubits} qubits, got ${qubits.length}; ${channel.name} acts on so many.`,
    );
  }
  if (width > largest) {
    throw new LimitError(
      "applyChannel",
      largest,
      width,
      "qubits",
      `the matrix needs ${16 * 4 ** width} bytes: trace qubits out first`,
    );
  }
  const density = isPure(state) ? densityOf(state) : copyDensity(state);
  applySuperoperator(density, superoperator(channel), qubits);
  return density;
}
