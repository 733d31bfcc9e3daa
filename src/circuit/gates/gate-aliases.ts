import { type GateName, gateTable } from "../gate-table.ts";

const aliases = {
  // OpenQASM.
  CX: "cx",
  U: "u",
  phase: "p",
  cphase: "cp",
  rcccx: "rc3x",
  cccx: "c3x",
  cccsqrtx: "c3sqrtx",
  c3sx: "c3sqrtx",
  ccccx: "c4x",
  // Words of the field, and of Braket, where they mean the same matrix.
  cnot: "cx",
  toffoli: "ccx",
  ccnot: "ccx",
  fredkin: "cswap",
  i: "id",
  si: "sdg",
  ti: "tdg",
  v: "sx",
  vi: "sxdg",
  cv: "csx",
  phaseshift: "p",
  cphaseshift: "cp",
  xx: "rxx",
  yy: "ryy",
  zz: "rzz",
} as const satisfies Record<string, GateName>;

/** Another name for a gate of the table. */
export type GateAlias = keyof typeof aliases;

/** Other names that gates of the table go by, in OpenQASM and in other software. */
export const gateAliases: Readonly<Record<string, GateName>> = aliases;

/** The name in the table for a name or an alias; what is neither is returned as it is. */
export function toGateName(name: GateName | GateAlias): GateName {
  if (Object.hasOwn(gateTable, name)) return name as GateName;
  return Object.hasOwn(gateAliases, name) ? gateAliases[name] : (name as GateName);
}
