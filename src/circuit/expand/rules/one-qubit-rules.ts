import type { GateName } from "../../gate-table.ts";
import { minus, negative } from "../../parameter.ts";
import { type GateRule, type GateRules, global, half, on, type RuleStep } from "./gate-rule.ts";

const { PI } = Math;

/** Phases by rz and p, rotations by conjugation, everything by u. */
export const oneQubitRules: GateRules = {
  id: [() => []],
  u0: [() => []],
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
};

/** A phase with a name, by other phases with names, or by its angle. */
function phase(angle: number, ...names: GateName[]): GateRule[] {
  const byAngle: GateRule = () => [["p", [0], angle]];
  return names.length === 0 ? [byAngle] : [() => names.map((name): RuleStep => [name, [0]]), byAngle];
}

/** A gate that is a rotation up to the phase of half its angle. */
function viaRotation(rotation: GateName, angle: number): GateRule[] {
  return [() => [[rotation, [0], angle], global(angle / 2)]];
}
