import { multiply } from "../complex-matrix.ts";
import { negative } from "../parameter.ts";
import { controlGate } from "./control-gate.ts";
import { defineGate } from "./define-gate.ts";
import { oneQubitGates } from "./one-qubit-gates.ts";
import { twoQubitGates } from "./two-qubit-gates.ts";

const { x, y, z, h, s, sdg, sx, sxdg, p, rx, ry, rz, u, u1, u3, gphase } = oneQubitGates;

const phasedU = defineGate({
  name: "u",
  qubits: 1,
  parameters: ["theta", "phi", "lambda", "gamma"],
  action: "general",
  core: (theta, phi, lambda, gamma) => {
    const [[re], [im]] = [gphase.core([gamma]).re, gphase.core([gamma]).im];
    const scale = { size: 2, re: Float64Array.of(re, 0, 0, re), im: Float64Array.of(im, 0, 0, im) };
    return multiply(scale, u.core([theta, phi, lambda]));
  },
  inverse: {
    gate: "u",
    parameters: ([theta, phi, lambda, gamma]) => [theta, lambda, phi, gamma].map(negative),
  },
  description: "e^{iγ} u(θ, φ, λ)",
});

/** The named controlled gates: controls first, then the qubits of the base gate. */
export const controlledGates = {
  /** Controlled X, CNOT. */
  cx: controlGate(x, 1, "controlled X, CNOT"),
  /** Controlled Y. */
  cy: controlGate(y, 1, "controlled Y"),
  /** Controlled Z: sign −1 on |11⟩. */
  cz: controlGate(z, 1, "controlled Z"),
  /** Controlled Hadamard. */
  ch: controlGate(h, 1, "controlled Hadamard"),
  /** Controlled S: phase i on |11⟩. */
  cs: controlGate(s, 1, "controlled S"),
  /** Controlled inverse of S. */
  csdg: controlGate(sdg, 1, "controlled inverse of S"),
  /** Controlled square root of X. */
  csx: controlGate(sx, 1, "controlled square root of X"),
  /** Controlled inverse of the square root of X. */
  csxdg: controlGate(sxdg, 1, "controlled inverse of the square root of X"),
  /** Controlled phase: e^{iλ} on |11⟩. */
  cp: controlGate(p, 1, "controlled phase, e^{iλ} on |11⟩"),
  /** Controlled rotation about X. */
  crx: controlGate(rx, 1, "controlled rotation about X"),
  /** Controlled rotation about Y. */
  cry: controlGate(ry, 1, "controlled rotation about Y"),
  /** Controlled rotation about Z. */
  crz: controlGate(rz, 1, "controlled rotation about Z"),
  /** Controlled e^{iγ} u(θ, φ, λ). */
  cu: controlGate(phasedU, 1, "controlled e^{iγ} u(θ, φ, λ)"),
  /** The same gate as `cp`, under its OpenQASM 2 name. */
  cu1: controlGate(u1, 1, "OpenQASM 2 name of cp"),
  /** Controlled u(θ, φ, λ). */
  cu3: controlGate(u3, 1, "controlled u(θ, φ, λ)"),
  /** Toffoli gate: X under two controls. */
  ccx: controlGate(x, 2, "X under two controls, Toffoli"),
  /** Z under two controls. */
  ccz: controlGate(z, 2, "Z under two controls"),
  /** X under three controls. */
  c3x: controlGate(x, 3, "X under three controls", (base) => `c3${base}`),
  /** Square root of X under three controls. */
  c3sqrtx: controlGate(sx, 3, "square root of X under three controls", rootName),
  /** Inverse of the square root of X under three controls. */
  c3sqrtxdg: controlGate(sxdg, 3, "inverse of the square root of X under three controls", rootName),
  /** X under four controls. */
  c4x: controlGate(x, 4, "X under four controls", (base) => `c4${base}`),
  /** Fredkin gate: swap under one control. */
  cswap: controlGate(twoQubitGates.swap, 1, "swap under a control, Fredkin"),
};

/** The name of `sx` or `sxdg` under three controls. */
function rootName(base: string): string {
  return base.replace("sx", "c3sqrtx");
}
