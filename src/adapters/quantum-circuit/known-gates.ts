import { type ComplexEntry, complexMatrix, type GateName, type Operation } from "../../index.ts";

/** The operations that a gate of quantum-circuit stands for, given its wires and angles. */
type Reading = (wires: readonly number[], angles: readonly number[]) => readonly Operation[];

/** A gate of quantum-circuit: the names of its angles, how many wires it has, and what it is here. */
export interface KnownGate {
  readonly angles: readonly string[];
  readonly wires: number;
  readonly read: Reading;
}

const same =
  (name: GateName, ...fixed: number[]): Reading =>
  (wires, angles) => [step(name, fixed.length > 0 ? fixed : angles, wires)];

/** The gate under control of its first wire. */
const controlled =
  (name: GateName, ...fixed: number[]): Reading =>
  ([control, ...wires], angles) => [
    { ...step(name, fixed.length > 0 ? fixed : angles, wires), controls: [{ qubit: control, value: 1 }] },
  ];

const known = (wires: number, angles: readonly string[], read: Reading): KnownGate => ({
  wires,
  angles,
  read,
});

const rootOfSwap: readonly (readonly ComplexEntry[])[] = [
  [1, 0, 0, 0],
  [0, [0.5, 0.5], [0.5, -0.5], 0],
  [0, [0.5, -0.5], [0.5, 0.5], 0],
  [0, 0, 0, 1],
];

/** Every gate that quantum-circuit has a matrix for; a test compares each with that matrix. */
export const knownGates: Readonly<Record<string, KnownGate>> = {
  id: known(1, [], same("id")),
  x: known(1, [], same("x")),
  y: known(1, [], same("y")),
  z: known(1, [], same("z")),
  h: known(1, [], same("h")),
  srn: known(1, [], same("sx")),
  srndg: known(1, [], same("sxdg")),
  r2: known(1, [], same("s")),
  r4: known(1, [], same("t")),
  r8: known(1, [], same("p", Math.PI / 8)),
  rx: known(1, ["theta"], same("rx")),
  ry: known(1, ["theta"], same("ry")),
  rz: known(1, ["phi"], same("rz")),
  u1: known(1, ["lambda"], same("p")),
  u2: known(1, ["phi", "lambda"], same("u2")),
  u3: known(1, ["theta", "phi", "lambda"], same("u")),
  s: known(1, [], same("s")),
  t: known(1, [], same("t")),
  sdg: known(1, [], same("sdg")),
  tdg: known(1, [], same("tdg")),
  gpi: known(1, ["phi"], (wires, [phi]) => [step("x", [], wires), step("rz", [2 * phi], wires)]),
  gpi2: known(1, ["phi"], (wires, [phi]) => [step("r", [Math.PI / 2, phi], wires)]),
  vz: known(1, ["theta"], same("rz")),
  cx: known(2, [], same("cx")),
  cy: known(2, [], same("cy")),
  cz: known(2, [], same("cz")),
  ch: known(2, [], same("ch")),
  csrn: known(2, [], same("csx")),
  swap: known(2, [], same("swap")),
  srswap: known(2, [], (wires) => [
    { kind: "unitary", matrix: complexMatrix(rootOfSwap), qubits: wires, controls: [], label: "srswap" },
  ]),
  iswap: known(2, [], same("iswap")),
  // Its xx and yy turn by the whole angle where rxx and ryy turn by half of it.
  xx: known(2, ["theta"], (wires, [theta]) => [step("rxx", [2 * theta], wires)]),
  yy: known(2, ["theta"], (wires, [theta]) => [step("ryy", [2 * theta], wires)]),
  zz: known(2, ["theta"], same("rzz")),
  xy: known(2, ["phi"], (wires, [phi]) => [step("xx_plus_yy", [0 - phi, 0], wires)]),
  // e^{−iπ/4 · GPI(φ₀) ⊗ GPI(φ₁)}: XX turned on each wire.
  ms: known(2, ["phi0", "phi1"], ([a, b], [phi0, phi1]) => [
    step("rz", [0 - phi0], [a]),
    step("rz", [0 - phi1], [b]),
    step("rxx", [Math.PI / 2], [a, b]),
    step("rz", [phi0], [a]),
    step("rz", [phi1], [b]),
  ]),
  cr2: known(2, [], same("cs")),
  cr4: known(2, [], same("cp", Math.PI / 4)),
  cr8: known(2, [], same("cp", Math.PI / 8)),
  crx: known(2, ["theta"], same("crx")),
  cry: known(2, ["theta"], same("cry")),
  crz: known(2, ["phi"], same("crz")),
  cu1: known(2, ["lambda"], same("cp")),
  cu2: known(2, ["phi", "lambda"], controlled("u2")),
  cu3: known(2, ["theta", "phi", "lambda"], same("cu3")),
  cs: known(2, [], same("cs")),
  ct: known(2, [], same("cp", Math.PI / 4)),
  csdg: known(2, [], same("csdg")),
  ctdg: known(2, [], same("cp", -Math.PI / 4)),
  ccx: known(3, [], same("ccx")),
  cswap: known(3, [], same("cswap")),
  csrswap: known(3, [], ([control, ...wires]) => [
    {
      kind: "unitary",
      matrix: complexMatrix(rootOfSwap),
      qubits: wires,
      controls: [{ qubit: control, value: 1 }],
      label: "srswap",
    },
  ]),
};

function step(
  gate: GateName,
  parameters: readonly number[],
  qubits: readonly number[],
): Extract<Operation, { kind: "gate" }> {
  return { kind: "gate", gate, parameters, qubits, controls: [] };
}
