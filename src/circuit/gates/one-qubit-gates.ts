import { complexMatrix, type ComplexEntry as Entry } from "../complex-matrix.ts";
import { minus, negative, type Parameter, plus } from "../parameter.ts";
import { unitPhase } from "../unit-phase.ts";
import { defineGate } from "./define-gate.ts";

const half = Math.SQRT1_2;

/** The gates on one qubit, and the phase on none. */
export const oneQubitGates = {
  /** Global phase e^{iγ}; under controls, the phase of the states that satisfy them. */
  gphase: defineGate({
    name: "gphase",
    qubits: 0,
    parameters: ["gamma"],
    action: "diagonal",
    core: (gamma) => complexMatrix([[unitPhase(gamma)]]),
    inverse: "negated",
    description: "global phase e^{iγ}",
  }),
  /** Identity. */
  id: defineGate({
    name: "id",
    qubits: 1,
    parameters: [],
    action: "diagonal",
    core: () => diagonal(1, 1),
    inverse: "itself",
    description: "identity",
  }),
  /** Identity that takes a time; the parameter says how long and changes nothing. */
  u0: defineGate({
    name: "u0",
    qubits: 1,
    parameters: ["gamma"],
    action: "diagonal",
    core: () => diagonal(1, 1),
    inverse: "itself",
    description: "identity for a time γ",
  }),
  /** Pauli X: flips |0⟩ and |1⟩. */
  x: defineGate({
    name: "x",
    qubits: 1,
    parameters: [],
    action: "permutation",
    core: () =>
      complexMatrix([
        [0, 1],
        [1, 0],
      ]),
    inverse: "itself",
    description: "Pauli X, bit flip",
  }),
  /** Pauli Y. */
  y: defineGate({
    name: "y",
    qubits: 1,
    parameters: [],
    action: "general",
    core: () =>
      complexMatrix([
        [0, [0, -1]],
        [[0, 1], 0],
      ]),
    inverse: "itself",
    description: "Pauli Y",
  }),
  /** Pauli Z: sign −1 on |1⟩. */
  z: defineGate({
    name: "z",
    qubits: 1,
    parameters: [],
    action: "diagonal",
    core: () => diagonal(1, -1),
    inverse: "itself",
    description: "Pauli Z, sign flip of |1⟩",
  }),
  /** Hadamard. */
  h: defineGate({
    name: "h",
    qubits: 1,
    parameters: [],
    action: "general",
    core: () =>
      complexMatrix([
        [half, half],
        [half, -half],
      ]),
    inverse: "itself",
    description: "Hadamard",
  }),
  /** Phase i on |1⟩. */
  s: defineGate({
    name: "s",
    qubits: 1,
    parameters: [],
    action: "diagonal",
    core: () => diagonal(1, [0, 1]),
    inverse: { gate: "sdg" },
    description: "phase i on |1⟩, square root of Z",
  }),
  /** Phase −i on |1⟩. */
  sdg: defineGate({
    name: "sdg",
    qubits: 1,
    parameters: [],
    action: "diagonal",
    core: () => diagonal(1, [0, -1]),
    inverse: { gate: "s" },
    description: "phase −i on |1⟩, inverse of S",
  }),
  /** Phase e^{iπ/4} on |1⟩. */
  t: defineGate({
    name: "t",
    qubits: 1,
    parameters: [],
    action: "diagonal",
    core: () => diagonal(1, [half, half]),
    inverse: { gate: "tdg" },
    description: "phase e^{iπ/4} on |1⟩, square root of S",
  }),
  /** Phase e^{−iπ/4} on |1⟩. */
  tdg: defineGate({
    name: "tdg",
    qubits: 1,
    parameters: [],
    action: "diagonal",
    core: () => diagonal(1, [half, -half]),
    inverse: { gate: "t" },
    description: "phase e^{−iπ/4} on |1⟩, inverse of T",
  }),
  /** Square root of X. */
  sx: defineGate({
    name: "sx",
    qubits: 1,
    parameters: [],
    action: "general",
    core: () => squareRootOfX(0.5),
    inverse: { gate: "sxdg" },
    description: "square root of X",
  }),
  /** Inverse of the square root of X. */
  sxdg: defineGate({
    name: "sxdg",
    qubits: 1,
    parameters: [],
    action: "general",
    core: () => squareRootOfX(-0.5),
    inverse: { gate: "sx" },
    description: "inverse of the square root of X",
  }),
  /** Phase e^{iλ} on |1⟩. */
  p: defineGate({
    name: "p",
    qubits: 1,
    parameters: ["lambda"],
    action: "diagonal",
    core: (lambda) => diagonal(1, unitPhase(lambda)),
    inverse: "negated",
    description: "phase e^{iλ} on |1⟩",
  }),
  /** Rotation e^{−iθX/2}. */
  rx: defineGate({
    name: "rx",
    qubits: 1,
    parameters: ["theta"],
    action: "general",
    core: (theta) => {
      const [c, s] = unitPhase(theta / 2);
      return complexMatrix([
        [c, [0, -s]],
        [[0, -s], c],
      ]);
    },
    inverse: "negated",
    description: "rotation about X, e^{−iθX/2}",
  }),
  /** Rotation e^{−iθY/2}, real. */
  ry: defineGate({
    name: "ry",
    qubits: 1,
    parameters: ["theta"],
    action: "general",
    core: (theta) => {
      const [c, s] = unitPhase(theta / 2);
      return complexMatrix([
        [c, -s],
        [s, c],
      ]);
    },
    inverse: "negated",
    description: "rotation about Y, e^{−iθY/2}",
  }),
  /** Rotation e^{−iθZ/2}. */
  rz: defineGate({
    name: "rz",
    qubits: 1,
    parameters: ["theta"],
    action: "diagonal",
    core: (theta) => diagonal(unitPhase(-theta / 2), unitPhase(theta / 2)),
    inverse: "negated",
    description: "rotation about Z, e^{−iθZ/2}",
  }),
  /** Rotation e^{−iθ(cos φ X + sin φ Y)/2} about an axis of the equator. */
  r: defineGate({
    name: "r",
    qubits: 1,
    parameters: ["theta", "phi"],
    action: "general",
    core: (theta, phi) => {
      const [c, s] = unitPhase(theta / 2);
      const [re, im] = unitPhase(phi);
      return complexMatrix([
        [c, [-s * im, -s * re]],
        [[s * im, -s * re], c],
      ]);
    },
    inverse: { gate: "r", parameters: ([theta, phi]) => [negative(theta), phi] },
    description: "rotation about cos φ X + sin φ Y",
  }),
  /** Any one-qubit gate up to phase: rows (cos θ/2, −e^{iλ} sin θ/2), (e^{iφ} sin θ/2, e^{i(φ+λ)} cos θ/2). */
  u: defineGate({
    name: "u",
    qubits: 1,
    parameters: ["theta", "phi", "lambda"],
    action: "general",
    core: eulerGate,
    inverse: { gate: "u", parameters: eulerInverse },
    description: "general one-qubit gate, real non-negative upper left entry for |θ| ≤ π",
  }),
  /** The same gate as `u`, under its OpenQASM 2 name. */
  u3: defineGate({
    name: "u3",
    qubits: 1,
    parameters: ["theta", "phi", "lambda"],
    action: "general",
    core: eulerGate,
    inverse: { gate: "u3", parameters: eulerInverse },
    description: "OpenQASM 2 name of u",
  }),
  /** u(π/2, φ, λ). */
  u2: defineGate({
    name: "u2",
    qubits: 1,
    parameters: ["phi", "lambda"],
    action: "general",
    core: (phi, lambda) => eulerGate(Math.PI / 2, phi, lambda),
    inverse: {
      gate: "u2",
      parameters: ([phi, lambda]) => [minus(negative(lambda), Math.PI), plus(negative(phi), Math.PI)],
    },
    description: "u(π/2, φ, λ)",
  }),
  /** The same gate as `p`, under its OpenQASM 2 name. */
  u1: defineGate({
    name: "u1",
    qubits: 1,
    parameters: ["lambda"],
    action: "diagonal",
    core: (lambda) => diagonal(1, unitPhase(lambda)),
    inverse: "negated",
    description: "OpenQASM 2 name of p",
  }),
};

function diagonal(first: Entry, second: Entry) {
  return complexMatrix([
    [first, 0],
    [0, second],
  ]);
}

function squareRootOfX(sign: number) {
  return complexMatrix([
    [
      [0.5, sign],
      [0.5, -sign],
    ],
    [
      [0.5, -sign],
      [0.5, sign],
    ],
  ]);
}

function eulerGate(theta: number, phi: number, lambda: number) {
  const [c, s] = unitPhase(theta / 2);
  const times = (factor: number, [re, im]: readonly [number, number]): Entry => [factor * re, factor * im];
  return complexMatrix([
    [c, times(-s, unitPhase(lambda))],
    [times(s, unitPhase(phi)), times(c, unitPhase(phi + lambda))],
  ]);
}

function eulerInverse([theta, phi, lambda]: readonly Parameter[]): Parameter[] {
  return [negative(theta), negative(lambda), negative(phi)];
}
