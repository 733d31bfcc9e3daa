import { type GateName, gateTable } from "../../gate-table.ts";
import { gateAliases } from "../../gates/gate-aliases.ts";
import type { TableGate } from "./gate-entry.ts";

/** qelib1.inc as the paper lists it. */
const paper = "u3 u2 u1 cx id x y z h s sdg t tdg rx ry rz cz cy ch ccx crz cu1 cu3".split(" ");

/** What qelib1.inc has gained since, and the other gates that Qiskit writes in OpenQASM 2. */
const extensions =
  `u0 u p sx sxdg swap cswap crx cry cp csx cu rxx rzz rccx rc3x c3x c3sqrtx c4x cs csdg ccz ryy rzx iswap dcx ecr
  xx_minus_yy xx_plus_yy r cphase`.split(/\s+/);

/** stdgates.inc of OpenQASM 3. */
const stdgates =
  `p x y z h s sdg t tdg sx rx ry rz cx cy cz cp crx cry crz ch swap ccx cswap cu CX phase cphase id u1 u2
  u3`.split(/\s+/);

/** The gates of qelib1.inc; a program may define for itself those that the paper does not have. */
export function qelib1Gates(strict: boolean): TableGate[] {
  const hard = paper.map((name) => tableGate(name, false));
  const soft = strict ? [] : extensions.map((name) => tableGate(name, true));
  return [...hard, ...soft].filter((gate) => gate !== undefined);
}

/** The gates of stdgates.inc. */
export function stdGates(): TableGate[] {
  return stdgates.map((name) => tableGate(name, false)).filter((gate) => gate !== undefined);
}

/** A gate under the name that it has in OpenQASM; undefined for one that is not in the table. */
export function tableGate(name: string, replaceable: boolean): TableGate | undefined {
  const gate =
    name === "u0" ? "id" : Object.hasOwn(gateAliases, name) ? gateAliases[name] : (name as GateName);
  if (!Object.hasOwn(gateTable, gate)) return undefined;
  const { parameters, qubits } = gateTable[gate];
  // u0 is the identity for so many cycles; the number is read and left out.
  const ignoredParameters = name === "u0" ? 1 : 0;
  return {
    kind: "table",
    name,
    gate,
    parameters: parameters.length + ignoredParameters,
    qubits,
    ignoredParameters,
    replaceable,
    used: false,
  };
}
