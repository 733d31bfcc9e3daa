import { type ComplexEntry, type ComplexMatrix, complexMatrix } from "../complex-matrix.ts";
import { negative, type Parameter } from "../parameter.ts";
import { unitPhase } from "../unit-phase.ts";
import { defineGate } from "./define-gate.ts";

const half = Math.SQRT1_2;

/** The gates on two qubits that are no controlled gates. Rows and columns are 2·(second qubit) + (first qubit). */
export const twoQubitGates = {
  /** Exchanges two qubits. */
  swap: defineGate({
    name: "swap",
    qubits: 2,
    parameters: [],
    action: "permutation",
    core: () => exchange(1),
    inverse: "itself",
    description: "exchanges two qubits",
  }),
  /** Exchanges two qubits, with a phase i where they differ. */
  iswap: defineGate({
    name: "iswap",
    qubits: 2,
    parameters: [],
    action: "general",
    core: () => exchange([0, 1]),
    inverse: { gate: "iswapdg" },
    description: "exchanges two qubits, phase i where they differ",
  }),
  /** Inverse of iswap. */
  iswapdg: defineGate({
    name: "iswapdg",
    qubits: 2,
    parameters: [],
    action: "general",
    core: () => exchange([0, -1]),
    inverse: { gate: "iswap" },
    description: "inverse of iswap",
  }),
  /** cx from the first to the second, then cx back. */
  dcx: defineGate({
    name: "dcx",
    qubits: 2,
    parameters: [],
    action: "permutation",
    core: () =>
      complexMatrix([
        [1, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
      ]),
    inverse: {
      gate: "dcx",
      parameters: (parameters) => parameters,
      qubits: ([first, second]) => [second, first],
    },
    description: "two CNOTs, forth and back",
  }),
  /** e^{−iθ X⊗X/2}. */
  rxx: defineGate({
    name: "rxx",
    qubits: 2,
    parameters: ["theta"],
    action: "general",
    core: (theta) => {
      const [c, s] = unitPhase(theta / 2);
      return cross(c, [0, -s], [0, -s]);
    },
    inverse: "negated",
    description: "e^{−iθ X⊗X/2}",
  }),
  /** e^{−iθ Y⊗Y/2}. */
  ryy: defineGate({
    name: "ryy",
    qubits: 2,
    parameters: ["theta"],
    action: "general",
    core: (theta) => {
      const [c, s] = unitPhase(theta / 2);
      return cross(c, [0, s], [0, -s]);
    },
    inverse: "negated",
    description: "e^{−iθ Y⊗Y/2}",
  }),
  /** e^{−iθ Z⊗Z/2}. */
  rzz: defineGate({
    name: "rzz",
    qubits: 2,
    parameters: ["theta"],
    action: "diagonal",
    core: (theta) => {
      const same = unitPhase(-theta / 2);
      const other = unitPhase(theta / 2);
      return complexMatrix([
        [same, 0, 0, 0],
        [0, other, 0, 0],
        [0, 0, other, 0],
        [0, 0, 0, same],
      ]);
    },
    inverse: "negated",
    description: "e^{−iθ Z⊗Z/2}",
  }),
  /** e^{−iθ Z⊗X/2} with Z on the first qubit and X on the second. */
  rzx: defineGate({
    name: "rzx",
    qubits: 2,
    parameters: ["theta"],
    action: "general",
    core: (theta) => {
      const [c, s] = unitPhase(theta / 2);
      return complexMatrix([
        [c, 0, [0, -s], 0],
        [0, c, 0, [0, s]],
        [[0, -s], 0, c, 0],
        [0, [0, s], 0, c],
      ]);
    },
    inverse: "negated",
    description: "e^{−iθ ZX/2}, Z on the first qubit, X on the second",
  }),
  /** A rotation of |00⟩ and |11⟩ into each other, e^{−iθ(XX − YY)/4} with the phase β between them. */
  xx_minus_yy: defineGate({
    name: "xx_minus_yy",
    qubits: 2,
    parameters: ["theta", "beta"],
    action: "general",
    core: (theta, beta) => {
      const [c, up, down] = planeRotation(theta, beta);
      return complexMatrix([
        [c, 0, 0, down],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [up, 0, 0, c],
      ]);
    },
    inverse: { gate: "xx_minus_yy", parameters: planeInverse },
    description: "rotation of |00⟩ and |11⟩ into each other",
  }),
  /** A rotation of |01⟩ and |10⟩ into each other, e^{−iθ(XX + YY)/4} with the phase β between them. */
  xx_plus_yy: defineGate({
    name: "xx_plus_yy",
    qubits: 2,
    parameters: ["theta", "beta"],
    action: "general",
    core: (theta, beta) => {
      const [c, up, down] = planeRotation(theta, beta);
      return complexMatrix([
        [1, 0, 0, 0],
        [0, c, down, 0],
        [0, up, c, 0],
        [0, 0, 0, 1],
      ]);
    },
    inverse: { gate: "xx_plus_yy", parameters: planeInverse },
    description: "rotation of |01⟩ and |10⟩ into each other",
  }),
  /** Echoed cross-resonance, (X on the first − Y on the first, X on the second)/√2. */
  ecr: defineGate({
    name: "ecr",
    qubits: 2,
    parameters: [],
    action: "general",
    core: () =>
      complexMatrix([
        [0, half, 0, [0, half]],
        [half, 0, [0, -half], 0],
        [0, [0, half], 0, half],
        [[0, -half], 0, half, 0],
      ]),
    inverse: "itself",
    description: "echoed cross-resonance",
  }),
};

function exchange(entry: ComplexEntry): ComplexMatrix {
  return complexMatrix([
    [1, 0, 0, 0],
    [0, 0, entry, 0],
    [0, entry, 0, 0],
    [0, 0, 0, 1],
  ]);
}

function cross(diagonal: number, outer: ComplexEntry, inner: ComplexEntry): ComplexMatrix {
  return complexMatrix([
    [diagonal, 0, 0, outer],
    [0, diagonal, inner, 0],
    [0, inner, diagonal, 0],
    [outer, 0, 0, diagonal],
  ]);
}

/** cos θ/2, and −i e^{±iβ} sin θ/2. */
function planeRotation(theta: number, beta: number): [number, ComplexEntry, ComplexEntry] {
  const [c, s] = unitPhase(theta / 2);
  const [re, im] = unitPhase(beta);
  return [c, [s * im, -s * re], [-s * im, -s * re]];
}

function planeInverse([theta, beta]: readonly Parameter[]): Parameter[] {
  return [negative(theta), beta];
}
