import type { GateName } from "../gate-table.ts";
import { minus, negative, over, type Parameter } from "../parameter.ts";

/** A one-qubit gate as e^{iγ} u(θ, φ, λ), the angles being expressions. */
export interface SymbolicEuler {
  readonly theta: Parameter;
  readonly phi: Parameter;
  readonly lambda: Parameter;
  readonly gamma: Parameter;
}

const forms: Partial<Record<GateName, (...angles: Parameter[]) => SymbolicEuler>> = {
  rx: (theta) => ({ theta, phi: -Math.PI / 2, lambda: Math.PI / 2, gamma: 0 }),
  ry: (theta) => ({ theta, phi: 0, lambda: 0, gamma: 0 }),
  rz: (angle) => ({ theta: 0, phi: 0, lambda: angle, gamma: negative(over(angle, 2)) }),
  r: (theta, phi) => ({ theta, phi: minus(phi, Math.PI / 2), lambda: minus(Math.PI / 2, phi), gamma: 0 }),
  u: (theta, phi, lambda) => ({ theta, phi, lambda, gamma: 0 }),
  u3: (theta, phi, lambda) => ({ theta, phi, lambda, gamma: 0 }),
  cu: (theta, phi, lambda, gamma) => ({ theta, phi, lambda, gamma }),
};

/** The Euler angles of a gate with parameters that have no value, undefined for a gate on more qubits. */
export function symbolicEuler(gate: GateName, parameters: readonly Parameter[]): SymbolicEuler | undefined {
  return forms[gate]?.(...parameters);
}
