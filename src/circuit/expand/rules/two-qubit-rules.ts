import { minus, negative, plus } from "../../parameter.ts";
import { type GateRules, global, half, on } from "./gate-rule.ts";

const { PI } = Math;

/** Everything by CNOT or CZ and gates on one qubit. */
export const twoQubitRules: GateRules = {
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
};
