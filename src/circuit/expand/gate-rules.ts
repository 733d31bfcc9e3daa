import type { GateName } from "../gate-table.ts";
import { minus, negative, over, type Parameter, plus } from "../parameter.ts";

/** A gate of a rule: its name, the places of its qubits among those of the gate, and its angles. */
export type RuleStep = readonly [gate: GateName, qubits: readonly number[], ...angles: Parameter[]];

/** A way to write a gate as others, exactly, phase included; which gates occur does not depend on the angles. */
export type GateRule = (...angles: Parameter[]) => readonly RuleStep[];

const { PI } = Math;
const half = (angle: Parameter) => over(angle, 2);

/**
 * Ways to write the gates of the table as others, the shorter first. With them, CNOT or CZ, and enough one-qubit gates
 * every gate can be reached, except for those under three and more controls.
 *
 * Sources: Barenco et al., quant-ph/9503016; for seven T gates a Toffoli, Nielsen and Chuang, figure 4.9.
 */
export const gateRules: Partial<Record<GateName, readonly GateRule[]>> = {
  id: [() => []],
  u0: [() => []],
  // One qubit: phases by rz and p, rotations by conjugation, everything by u.
  x: [() => on("h", 0, [["z", [0]]]), () => [["u", [0], PI, 0, PI]], ...viaRotation("rx", PI)],
  y: [
    () => [
      ["sdg", [0]],
      ["x", [0]],
      ["s", [0]],
    ],
    () => [["u", [0], PI, PI / 2, PI / 2]],
  ],
  z: phase(PI, "s", "s"),
  s: phase(PI / 2, "t", "t"),
  sdg: phase(-PI / 2, "z", "s"),
  t: phase(PI / 4),
  tdg: phase(-PI / 4, "sdg", "t"),
  u1: [(angle) => [["p", [0], angle]]],
  p: [
    (angle) => [["rz", [0], angle], global(half(angle))],
    (angle) => [["u", [0], 0, 0, angle]],
    (angle) => [["u1", [0], angle]],
  ],
  rz: [
    (angle) => [["p", [0], angle], global(negative(half(angle)))],
    (angle) => on("h", 0, [["rx", [0], angle]]),
  ],
  h: [
    () => [["u", [0], PI / 2, 0, PI]],
    () => [["rz", [0], PI / 2], ["sx", [0]], ["rz", [0], PI / 2], global(PI / 4)],
    () => [["rz", [0], PI / 2], ["rx", [0], PI / 2], ["rz", [0], PI / 2], global(PI / 2)],
    () => [
      ["z", [0]],
      ["ry", [0], PI / 2],
    ],
  ],
  sx: [() => on("h", 0, [["s", [0]]]), ...viaRotation("rx", PI / 2)],
  sxdg: [() => on("h", 0, [["sdg", [0]]]), ...viaRotation("rx", -PI / 2)],
  rx: [(angle) => on("h", 0, [["rz", [0], angle]]), (angle) => [["u", [0], angle, -PI / 2, PI / 2]]],
  ry: [
    (angle) => [
      ["sdg", [0]],
      ["rx", [0], angle],
      ["s", [0]],
    ],
    (angle) => [["u", [0], angle, 0, 0]],
  ],
  r: [
    (theta, phi) => [
      ["rz", [0], negative(phi)],
      ["rx", [0], theta],
      ["rz", [0], phi],
    ],
    (theta, phi) => [["u", [0], theta, minus(phi, PI / 2), minus(PI / 2, phi)]],
  ],
  u: [
    (theta, phi, lambda) => [["u3", [0], theta, phi, lambda]],
    (theta, phi, lambda) => [
      ["p", [0], lambda],
      ["ry", [0], theta],
      ["p", [0], phi],
    ],
  ],
  u3: [(theta, phi, lambda) => [["u", [0], theta, phi, lambda]]],
  u2: [(phi, lambda) => [["u", [0], PI / 2, phi, lambda]]],
  // Two qubits.
  cx: [() => on("h", 1, [["cz", [0, 1]]])],
  cz: [() => on("h", 1, [["cx", [0, 1]]])],
  cy: [
    () => [
      ["sdg", [1]],
      ["cx", [0, 1]],
      ["s", [1]],
    ],
  ],
  ch: [
    () => [
      ...([
        ["s", [1]],
        ["h", [1]],
        ["t", [1]],
      ] as const),
      ["cx", [0, 1]],
      ...([
        ["tdg", [1]],
        ["h", [1]],
        ["sdg", [1]],
      ] as const),
    ],
  ],
  cs: [() => [["cp", [0, 1], PI / 2]]],
  csdg: [() => [["cp", [0, 1], -PI / 2]]],
  csx: [() => on("h", 1, [["cs", [0, 1]]])],
  csxdg: [() => on("h", 1, [["csdg", [0, 1]]])],
  cu1: [(angle) => [["cp", [0, 1], angle]]],
  cp: [
    (angle) => [
      ["p", [0], half(angle)],
      ["cx", [0, 1]],
      ["p", [1], negative(half(angle))],
      ["cx", [0, 1]],
      ["p", [1], half(angle)],
    ],
  ],
  crz: [
    (angle) => [
      ["rz", [1], half(angle)],
      ["cx", [0, 1]],
      ["rz", [1], negative(half(angle))],
      ["cx", [0, 1]],
    ],
  ],
  crx: [(angle) => on("h", 1, [["crz", [0, 1], angle]])],
  cry: [
    (angle) => [
      ["ry", [1], half(angle)],
      ["cx", [0, 1]],
      ["ry", [1], negative(half(angle))],
      ["cx", [0, 1]],
    ],
  ],
  cu3: [
    (theta, phi, lambda) => [
      ["p", [0], half(plus(lambda, phi))],
      ["p", [1], half(minus(lambda, phi))],
      ["cx", [0, 1]],
      ["u", [1], negative(half(theta)), 0, negative(half(plus(phi, lambda)))],
      ["cx", [0, 1]],
      ["u", [1], half(theta), phi, 0],
    ],
  ],
  cu: [
    (theta, phi, lambda, gamma) => [
      ["p", [0], gamma],
      ["cu3", [0, 1], theta, phi, lambda],
    ],
  ],
  swap: [
    () => [
      ["cx", [0, 1]],
      ["cx", [1, 0]],
      ["cx", [0, 1]],
    ],
  ],
  dcx: [
    () => [
      ["cx", [0, 1]],
      ["cx", [1, 0]],
    ],
  ],
  iswap: [
    () => [
      ...([
        ["s", [0]],
        ["s", [1]],
        ["h", [0]],
      ] as const),
      ...([
        ["cx", [0, 1]],
        ["cx", [1, 0]],
        ["h", [1]],
      ] as const),
    ],
  ],
  iswapdg: [
    () => [
      ...([
        ["h", [1]],
        ["cx", [1, 0]],
        ["cx", [0, 1]],
      ] as const),
      ...([
        ["h", [0]],
        ["sdg", [1]],
        ["sdg", [0]],
      ] as const),
    ],
  ],
  rzz: [
    (angle) => [
      ["cx", [0, 1]],
      ["rz", [1], angle],
      ["cx", [0, 1]],
    ],
  ],
  rzx: [(angle) => on("h", 1, [["rzz", [0, 1], angle]])],
  rxx: [(angle) => on("h", 0, on("h", 1, [["rzz", [0, 1], angle]]))],
  ryy: [
    (angle) => [
      ...([
        ["sdg", [0]],
        ["sdg", [1]],
      ] as const),
      ["rxx", [0, 1], angle],
      ...([
        ["s", [0]],
        ["s", [1]],
      ] as const),
    ],
  ],
  ecr: [() => [["s", [0]], ["sx", [1]], ["cx", [0, 1]], ["x", [0]], global(-PI / 4)]],
  // The two halves of the exponent commute; around them the phase between the two states.
  xx_plus_yy: [
    (theta, beta) => [
      ["rz", [0], beta],
      ["rxx", [0, 1], half(theta)],
      ["ryy", [0, 1], half(theta)],
      ["rz", [0], negative(beta)],
    ],
  ],
  xx_minus_yy: [
    (theta, beta) => [
      ["rz", [1], negative(beta)],
      ["rxx", [0, 1], half(theta)],
      ["ryy", [0, 1], negative(half(theta))],
      ["rz", [1], beta],
    ],
  ],
  // Three qubits and more.
  ccx: [() => on("h", 2, [["ccz", [0, 1, 2]]])],
  ccz: [
    () => [
      ...([
        ["cx", [1, 2]],
        ["tdg", [2]],
        ["cx", [0, 2]],
        ["t", [2]],
      ] as const),
      ...([
        ["cx", [1, 2]],
        ["tdg", [2]],
        ["cx", [0, 2]],
        ["t", [2]],
      ] as const),
      ...([
        ["t", [1]],
        ["cx", [0, 1]],
        ["t", [0]],
        ["tdg", [1]],
        ["cx", [0, 1]],
      ] as const),
    ],
    () => on("h", 2, [["ccx", [0, 1, 2]]]),
  ],
  cswap: [
    () => [
      ["cx", [2, 1]],
      ["ccx", [0, 1, 2]],
      ["cx", [2, 1]],
    ],
  ],
  rccx: [
    () =>
      on("h", 2, [
        ...([
          ["t", [2]],
          ["cx", [1, 2]],
          ["tdg", [2]],
          ["cx", [0, 2]],
        ] as const),
        ...([
          ["t", [2]],
          ["cx", [1, 2]],
          ["tdg", [2]],
        ] as const),
      ]),
  ],
  rc3x: [
    () => [
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
      ...([
        ["cx", [0, 3]],
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
      ] as const),
      ...([
        ["cx", [0, 3]],
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
      ] as const),
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
    ],
  ],
  rc3xdg: [
    () => [
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
      ...([
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
        ["cx", [0, 3]],
      ] as const),
      ...([
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
        ["cx", [0, 3]],
      ] as const),
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
    ],
  ],
};

function global(angle: Parameter): RuleStep {
  return ["gphase", [], angle];
}

function on(gate: GateName, qubit: number, steps: readonly RuleStep[]): RuleStep[] {
  return [[gate, [qubit]], ...steps, [gate, [qubit]]];
}

/** A phase with a name, by other phases with names, or by its angle. */
function phase(angle: number, ...names: GateName[]): GateRule[] {
  const byAngle: GateRule = () => [["p", [0], angle]];
  return names.length === 0 ? [byAngle] : [() => names.map((name): RuleStep => [name, [0]]), byAngle];
}

/** A gate that is a rotation up to the phase of half its angle. */
function viaRotation(rotation: GateName, angle: number): GateRule[] {
  return [() => [[rotation, [0], angle], global(angle / 2)]];
}
