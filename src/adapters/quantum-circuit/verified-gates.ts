import type { GateName } from "../../index.ts";

/** A gate of quantum-circuit with the names of its angles. */
export interface VerifiedGate {
  readonly name: string;
  readonly angles: readonly string[];
}

const gate = (name: string, ...angles: string[]): VerifiedGate => ({ name, angles });

/** The gates that quantum-circuit has with the same matrix, angle for angle; a test compares every one of them. */
export const verifiedGates = {
  id: gate("id"),
  x: gate("x"),
  y: gate("y"),
  z: gate("z"),
  h: gate("h"),
  s: gate("s"),
  sdg: gate("sdg"),
  t: gate("t"),
  tdg: gate("tdg"),
  sx: gate("srn"),
  sxdg: gate("srndg"),
  p: gate("u1", "lambda"),
  u1: gate("u1", "lambda"),
  u2: gate("u2", "phi", "lambda"),
  u3: gate("u3", "theta", "phi", "lambda"),
  u: gate("u3", "theta", "phi", "lambda"),
  rx: gate("rx", "theta"),
  ry: gate("ry", "theta"),
  rz: gate("rz", "phi"),
  cx: gate("cx"),
  cy: gate("cy"),
  cz: gate("cz"),
  ch: gate("ch"),
  cs: gate("cs"),
  csdg: gate("csdg"),
  csx: gate("csrn"),
  cp: gate("cu1", "lambda"),
  cu1: gate("cu1", "lambda"),
  cu3: gate("cu3", "theta", "phi", "lambda"),
  crx: gate("crx", "theta"),
  cry: gate("cry", "theta"),
  crz: gate("crz", "phi"),
  ccx: gate("ccx"),
  swap: gate("swap"),
  cswap: gate("cswap"),
  iswap: gate("iswap"),
  // Its zz has half the angle in the exponent as here; its xx and yy have the whole, and are not used.
  rzz: gate("zz", "theta"),
} as const satisfies Partial<Record<GateName, VerifiedGate>>;

/** A gate that quantum-circuit has with the same matrix. */
export type VerifiedGateName = keyof typeof verifiedGates;
