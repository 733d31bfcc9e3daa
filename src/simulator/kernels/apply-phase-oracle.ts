import type { PhaseOracleOperation } from "../../circuit/operation.ts";
import { unitPhase } from "../../circuit/unit-phase.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { scatterTable } from "../scatter-table.ts";
import type { Subspace } from "./subspace.ts";

/** Multiplies the marked states by e^{i·phase}. */
export function applyPhaseOracle(state: Amplitudes, operation: PhaseOracleOperation, on: Subspace): void {
  const { re, im } = state;
  const { base, fixed, free } = on;
  const [c, s] = unitPhase(operation.phase);
  const offsets = scatterTable(operation.qubits);
  for (const marked of operation.marked) {
    let rest = 0;
    do {
      const i = rest | base | offsets[marked];
      const before = re[i];
      re[i] = c * before - s * im[i];
      im[i] = s * before + c * im[i];
      rest = ((rest | fixed) + 1) & free;
    } while (rest !== 0);
  }
}
