import { type ComplexMatrix, zeroMatrix } from "../../src/circuit/complex-matrix.ts";

/** A step of a definition: a gate by name, its angles, and the qubits it acts on. */
type Step = readonly [gate: string, angles: readonly number[], ...qubits: number[]];

const { PI } = Math;

/**
 * Every gate of the table by simpler ones, down to U, CX and a global phase, as the libraries of OpenQASM and Qiskit
 * define them. Shares nothing with the table.
 */
export const gateDefinitions: Readonly<Record<string, (...angles: number[]) => Step[]>> = {
  id: () => [["U", [0, 0, 0], 0]],
  u0: () => [["U", [0, 0, 0], 0]],
  u: (theta, phi, lambda) => [["U", [theta, phi, lambda], 0]],
  u3: (theta, phi, lambda) => [["U", [theta, phi, lambda], 0]],
  u2: (phi, lambda) => [["U", [PI / 2, phi, lambda], 0]],
  u1: (lambda) => [["U", [0, 0, lambda], 0]],
  p: (lambda) => [["U", [0, 0, lambda], 0]],
  x: () => [["U", [PI, 0, PI], 0]],
  y: () => [["U", [PI, PI / 2, PI / 2], 0]],
  z: () => [["U", [0, 0, PI], 0]],
  h: () => [["U", [PI / 2, 0, PI], 0]],
  s: () => [["U", [0, 0, PI / 2], 0]],
  sdg: () => [["U", [0, 0, -PI / 2], 0]],
  t: () => [["U", [0, 0, PI / 4], 0]],
  tdg: () => [["U", [0, 0, -PI / 4], 0]],
  sx: () => [
    ["sdg", [], 0],
    ["h", [], 0],
    ["sdg", [], 0],
    ["gphase", [PI / 4]],
  ],
  sxdg: () => [
    ["s", [], 0],
    ["h", [], 0],
    ["s", [], 0],
    ["gphase", [-PI / 4]],
  ],
  rx: (theta) => [["U", [theta, -PI / 2, PI / 2], 0]],
  ry: (theta) => [["U", [theta, 0, 0], 0]],
  rz: (lambda) => [
    ["gphase", [-lambda / 2]],
    ["U", [0, 0, lambda], 0],
  ],
  r: (theta, phi) => [["U", [theta, phi - PI / 2, PI / 2 - phi], 0]],
  cx: () => [["CX", [], 0, 1]],
  cy: () => [
    ["sdg", [], 1],
    ["CX", [], 0, 1],
    ["s", [], 1],
  ],
  cz: () => around("h", 1, [["CX", [], 0, 1]]),
  ch: () => [
    ["s", [], 1],
    ["h", [], 1],
    ["t", [], 1],
    ["CX", [], 0, 1],
    ["tdg", [], 1],
    ["h", [], 1],
    ["sdg", [], 1],
  ],
  cs: () => [["cp", [PI / 2], 0, 1]],
  csdg: () => [["cp", [-PI / 2], 0, 1]],
  csx: () => around("h", 1, [["cp", [PI / 2], 0, 1]]),
  csxdg: () => around("h", 1, [["cp", [-PI / 2], 0, 1]]),
  cp: (lambda) => [
    ["p", [lambda / 2], 0],
    ["CX", [], 0, 1],
    ["p", [-lambda / 2], 1],
    ["CX", [], 0, 1],
    ["p", [lambda / 2], 1],
  ],
  cu1: (lambda) => [["cp", [lambda], 0, 1]],
  crx: (lambda) => [
    ["p", [PI / 2], 1],
    ["CX", [], 0, 1],
    ["U", [-lambda / 2, 0, 0], 1],
    ["CX", [], 0, 1],
    ["U", [lambda / 2, -PI / 2, 0], 1],
  ],
  cry: (lambda) => [
    ["ry", [lambda / 2], 1],
    ["CX", [], 0, 1],
    ["ry", [-lambda / 2], 1],
    ["CX", [], 0, 1],
  ],
  crz: (lambda) => [
    ["rz", [lambda / 2], 1],
    ["CX", [], 0, 1],
    ["rz", [-lambda / 2], 1],
    ["CX", [], 0, 1],
  ],
  cu3: (theta, phi, lambda) => [
    ["p", [(lambda + phi) / 2], 0],
    ["p", [(lambda - phi) / 2], 1],
    ["CX", [], 0, 1],
    ["U", [-theta / 2, 0, -(phi + lambda) / 2], 1],
    ["CX", [], 0, 1],
    ["U", [theta / 2, phi, 0], 1],
  ],
  cu: (theta, phi, lambda, gamma) => [
    ["p", [gamma], 0],
    ["cu3", [theta, phi, lambda], 0, 1],
  ],
  swap: () => [
    ["CX", [], 0, 1],
    ["CX", [], 1, 0],
    ["CX", [], 0, 1],
  ],
  iswap: () => [
    ["s", [], 0],
    ["s", [], 1],
    ["h", [], 0],
    ["CX", [], 0, 1],
    ["CX", [], 1, 0],
    ["h", [], 1],
  ],
  iswapdg: () => [
    ["h", [], 1],
    ["CX", [], 1, 0],
    ["CX", [], 0, 1],
    ["h", [], 0],
    ["sdg", [], 1],
    ["sdg", [], 0],
  ],
  dcx: () => [
    ["CX", [], 0, 1],
    ["CX", [], 1, 0],
  ],
  rzz: (theta) => [
    ["CX", [], 0, 1],
    ["rz", [theta], 1],
    ["CX", [], 0, 1],
  ],
  rxx: (theta) => around("h", 0, around("h", 1, [["rzz", [theta], 0, 1]])),
  ryy: (theta) => [
    ["rx", [PI / 2], 0],
    ["rx", [PI / 2], 1],
    ["rzz", [theta], 0, 1],
    ["rx", [-PI / 2], 0],
    ["rx", [-PI / 2], 1],
  ],
  rzx: (theta) => around("h", 1, [["rzz", [theta], 0, 1]]),
  ecr: () => [
    ["rzx", [PI / 4], 0, 1],
    ["x", [], 0],
    ["rzx", [-PI / 4], 0, 1],
  ],
  // R_Z(−β) e^{−iθ(XX + YY)/4} R_Z(β), and the two commuting halves of the exponent one after the other.
  xx_plus_yy: (theta, beta) => [
    ["rz", [beta], 0],
    ["rxx", [theta / 2], 0, 1],
    ["ryy", [theta / 2], 0, 1],
    ["rz", [-beta], 0],
  ],
  xx_minus_yy: (theta, beta) => [
    ["rz", [-beta], 1],
    ["rxx", [theta / 2], 0, 1],
    ["ryy", [-theta / 2], 0, 1],
    ["rz", [beta], 1],
  ],
  ccx: () => [
    ["h", [], 2],
    ["CX", [], 1, 2],
    ["tdg", [], 2],
    ["CX", [], 0, 2],
    ["t", [], 2],
    ["CX", [], 1, 2],
    ["tdg", [], 2],
    ["CX", [], 0, 2],
    ["t", [], 1],
    ["t", [], 2],
    ["h", [], 2],
    ["CX", [], 0, 1],
    ["t", [], 0],
    ["tdg", [], 1],
    ["CX", [], 0, 1],
  ],
  ccz: () => around("h", 2, [["ccx", [], 0, 1, 2]]),
  cswap: () => [
    ["CX", [], 2, 1],
    ["ccx", [], 0, 1, 2],
    ["CX", [], 2, 1],
  ],
  rccx: () => relativePhaseToffoli,
  rc3x: () => relativePhaseX,
  rc3xdg: () =>
    relativePhaseX
      .map(([gate, angles, ...qubits]): Step => [gate === "CX" ? gate : `inverse ${gate}`, angles, ...qubits])
      .reverse(),
  "inverse h": () => [["h", [], 0]],
  "inverse t": () => [["tdg", [], 0]],
  "inverse tdg": () => [["t", [], 0]],
  c3x: () => rootUnderThree(PI / 4),
  c3sqrtx: () => rootUnderThree(PI / 8),
  c3sqrtxdg: () => rootUnderThree(-PI / 8),
  c4x: () => [
    ["csx", [], 3, 4],
    ["c3x", [], 0, 1, 2, 3],
    ["csxdg", [], 3, 4],
    ["c3x", [], 0, 1, 2, 3],
    ["c3sqrtx", [], 0, 1, 2, 4],
  ],
};

const relativePhaseToffoli: Step[] = around("h", 2, [
  ["t", [], 2],
  ["CX", [], 1, 2],
  ["tdg", [], 2],
  ["CX", [], 0, 2],
  ["t", [], 2],
  ["CX", [], 1, 2],
  ["tdg", [], 2],
]);

const relativePhaseX: Step[] = [
  ...around("h", 3, [
    ["t", [], 3],
    ["CX", [], 2, 3],
    ["tdg", [], 3],
  ]),
  ["CX", [], 0, 3],
  ["t", [], 3],
  ["CX", [], 1, 3],
  ["tdg", [], 3],
  ["CX", [], 0, 3],
  ["t", [], 3],
  ["CX", [], 1, 3],
  ["tdg", [], 3],
  ...around("h", 3, [
    ["t", [], 3],
    ["CX", [], 2, 3],
    ["tdg", [], 3],
  ]),
];

/** A phase on the parity of each set of three controls, odd sets with one sign and even ones with the other, is four times it on all ones. */
function rootUnderThree(angle: number): Step[] {
  const on = (qubit: number, sign: number) => around("h", 3, [["cp", [sign * angle], qubit, 3]]);
  return [
    ...on(0, 1),
    ["CX", [], 0, 1],
    ...on(1, -1),
    ["CX", [], 0, 1],
    ...on(1, 1),
    ["CX", [], 1, 2],
    ...on(2, -1),
    ["CX", [], 0, 2],
    ...on(2, 1),
    ["CX", [], 1, 2],
    ...on(2, -1),
    ["CX", [], 0, 2],
    ...on(2, 1),
  ];
}

function around(gate: string, qubit: number, body: readonly Step[]): Step[] {
  return [[gate, [], qubit], ...body, [gate, [], qubit]];
}

/** The matrix of a definition on so many qubits, column by column: what becomes of each basis state. */
export function definedMatrix(gate: string, angles: readonly number[], qubits: number): ComplexMatrix {
  const result = zeroMatrix(2 ** qubits);
  const { size } = result;
  for (let column = 0; column < size; column++) {
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    re[column] = 1;
    const own = Array.from({ length: qubits }, (_, k) => k);
    act(re, im, [gate, angles, ...own]);
    for (let row = 0; row < size; row++) {
      result.re[row * size + column] = re[row];
      result.im[row * size + column] = im[row];
    }
  }
  return result;
}

function act(re: Float64Array, im: Float64Array, [gate, angles, ...qubits]: Step): void {
  if (gate === "gphase") {
    const [c, s] = [Math.cos(angles[0]), Math.sin(angles[0])];
    for (let i = 0; i < re.length; i++) [re[i], im[i]] = [c * re[i] - s * im[i], c * im[i] + s * re[i]];
  } else if (gate === "CX") {
    const [control, target] = qubits.map((qubit) => 2 ** qubit);
    for (let i = 0; i < re.length; i++) {
      if ((i & control) === 0 || (i & target) !== 0) continue;
      [re[i], re[i | target]] = [re[i | target], re[i]];
      [im[i], im[i | target]] = [im[i | target], im[i]];
    }
  } else if (gate === "U") actEuler(re, im, angles, 2 ** qubits[0]);
  else {
    for (const [inner, innerAngles, ...places] of gateDefinitions[gate](...angles)) {
      act(re, im, [inner, innerAngles, ...places.map((place) => qubits[place])]);
    }
  }
}

/** Rows (cos θ/2, −e^{iλ} sin θ/2) and (e^{iφ} sin θ/2, e^{i(φ + λ)} cos θ/2). */
function actEuler(re: Float64Array, im: Float64Array, angles: readonly number[], bit: number): void {
  const [theta, phi, lambda] = angles;
  const [c, s] = [Math.cos(theta / 2), Math.sin(theta / 2)];
  const entries = [
    [c, 0],
    [-s * Math.cos(lambda), -s * Math.sin(lambda)],
    [s * Math.cos(phi), s * Math.sin(phi)],
    [c * Math.cos(phi + lambda), c * Math.sin(phi + lambda)],
  ];
  for (let i = 0; i < re.length; i++) {
    if ((i & bit) !== 0) continue;
    const j = i | bit;
    const [a, ai, b, bi] = [re[i], im[i], re[j], im[j]];
    const row = ([x, xi]: number[], [y, yi]: number[]) => [
      x * a - xi * ai + y * b - yi * bi,
      x * ai + xi * a + y * bi + yi * b,
    ];
    [re[i], im[i]] = row(entries[0], entries[1]);
    [re[j], im[j]] = row(entries[2], entries[3]);
  }
}
