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

/** Gates that are others under leading controls. */
const controlled: Readonly<Record<string, readonly [gate: GateName, controls: number]>> = {
  c3x: ["x", 3],
  c4x: ["x", 4],
  c3sqrtx: ["sx", 3],
  ccz: ["z", 2],
};

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
  if (name === "u0") return entry(name, "id", 0, replaceable, 1);
  if (Object.hasOwn(gateTable, name)) return entry(name, name as GateName, 0, replaceable);
  if (Object.hasOwn(gateAliases, name)) return entry(name, gateAliases[name], 0, replaceable);
  if (!Object.hasOwn(controlled, name)) return undefined;
  const [gate, controls] = controlled[name];
  return entry(name, gate, controls, replaceable);
}

/** OpenQASM 2 for gates that are not in the table, by name; they are read when the library is included. */
export const definedExtensions: Readonly<Record<string, string>> = {
  rccx: `gate rccx a, b, c {
    u2(0, pi) c; u1(pi/4) c; cx b, c; u1(-pi/4) c; cx a, c; u1(pi/4) c; cx b, c; u1(-pi/4) c; u2(0, pi) c;
  }`,
  rc3x: `gate rc3x a, b, c, d {
    u2(0, pi) d; u1(pi/4) d; cx c, d; u1(-pi/4) d; u2(0, pi) d; cx a, d; u1(pi/4) d; cx b, d; u1(-pi/4) d; cx a, d;
    u1(pi/4) d; cx b, d; u1(-pi/4) d; u2(0, pi) d; u1(pi/4) d; cx c, d; u1(-pi/4) d; u2(0, pi) d;
  }`,
  dcx: "gate dcx a, b { cx a, b; cx b, a; }",
  r: "gate r(theta, phi) a { u3(theta, phi - pi/2, pi/2 - phi) a; }",
  xx_minus_yy: `gate xx_minus_yy(theta, beta) a, b {
    rz(-beta) b; rz(-pi/2) a; sx a; rz(pi/2) a; s b; cx a, b; ry(theta/2) a; ry(-theta/2) b; cx a, b; sdg b;
    rz(-pi/2) a; sxdg a; rz(pi/2) a; rz(beta) b;
  }`,
  xx_plus_yy: `gate xx_plus_yy(theta, beta) a, b {
    rz(beta) b; rz(-pi/2) a; sx a; rz(pi/2) a; s b; cx a, b; ry(-theta/2) b; ry(-theta/2) a; cx a, b; sdg b;
    rz(-pi/2) a; sxdg a; rz(pi/2) a; rz(-beta) b;
  }`,
};

function entry(
  name: string,
  gate: GateName,
  controls: number,
  replaceable: boolean,
  ignoredParameters = 0,
): TableGate {
  const { parameters, qubits } = gateTable[gate];
  return {
    kind: "table",
    name,
    gate,
    parameters: parameters.length + ignoredParameters,
    qubits: qubits + controls,
    controls,
    ignoredParameters,
    replaceable,
    used: false,
  };
}
