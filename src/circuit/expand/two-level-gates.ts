import type { ComplexMatrix } from "../complex-matrix.ts";
import type { Control } from "../control.ts";
import type { GateOperation } from "../operation.ts";
import { eulerAngles } from "../synthesis/euler-angles.ts";

/**
 * Writes a dense unitary as one-qubit gates under full control.
 *
 * Formula: with the basis states in Gray-code order, neighbours differ in one bit, so a rotation of two neighbouring
 * rows is one controlled one-qubit gate. Rotations bring the matrix to diagonal form, column by column; the circuit is
 * that diagonal, then the inverse rotations backwards.
 * Cost: at most 2^{k−1}(2^k − 1) rotations on k qubits.
 *
 * Source: Reck, Zeilinger, Bernstein and Bertani, Phys. Rev. Lett. 73, 58 (1994); Gray-code order as in Nielsen and
 * Chuang, section 4.5.2.
 */
export function twoLevelGates(
  matrix: ComplexMatrix,
  qubits: readonly number[],
  controls: readonly Control[] = [],
): GateOperation[] {
  const { size } = matrix;
  if (size === 2) return betweenStates(0, 1, matrix, qubits, controls);
  const re = matrix.re.slice();
  const im = matrix.im.slice();
  const order = Array.from({ length: size }, (_, k) => k ^ (k >> 1));
  const undo: GateOperation[][] = [];
  for (let column = 0; column < size - 1; column++) {
    for (let row = size - 1; row > column; row--) {
      const [a, b] = [order[row - 1], order[row]];
      const rotation = clearingRotation(re, im, size, a, b, order[column]);
      if (rotation === undefined) continue;
      rotateRows(re, im, size, a, b, rotation);
      undo.push(betweenStates(a, b, adjoint2(rotation), qubits, controls));
    }
  }
  const phases = order.flatMap((state): GateOperation[] => {
    const angle = Math.atan2(im[state * size + state], re[state * size + state]);
    if (Math.abs(angle) < 1e-15) return [];
    return [gate("gphase", [angle], [], [...controls, ...onState(qubits, state, -1)])];
  });
  return [...phases, ...undo.reverse().flat()];
}

/** The 2 × 2 unitary, as a matrix of rows (a, b), that turns (x, y) of a column into (‖·‖, 0). */
function clearingRotation(
  re: Float64Array,
  im: Float64Array,
  size: number,
  a: number,
  b: number,
  column: number,
): ComplexMatrix | undefined {
  const [x, xi] = [re[a * size + column], im[a * size + column]];
  const [y, yi] = [re[b * size + column], im[b * size + column]];
  const length = Math.hypot(x, xi, y, yi);
  if (Math.hypot(y, yi) <= 1e-15) return undefined;
  return {
    size: 2,
    re: Float64Array.of(x / length, y / length, -y / length, x / length),
    im: Float64Array.of(-xi / length, -yi / length, -yi / length, xi / length),
  };
}

function rotateRows(
  re: Float64Array,
  im: Float64Array,
  size: number,
  a: number,
  b: number,
  m: ComplexMatrix,
): void {
  for (let c = 0; c < size; c++) {
    const [i, j] = [a * size + c, b * size + c];
    const [x, xi, y, yi] = [re[i], im[i], re[j], im[j]];
    re[i] = m.re[0] * x - m.im[0] * xi + m.re[1] * y - m.im[1] * yi;
    im[i] = m.re[0] * xi + m.im[0] * x + m.re[1] * yi + m.im[1] * y;
    re[j] = m.re[2] * x - m.im[2] * xi + m.re[3] * y - m.im[3] * yi;
    im[j] = m.re[2] * xi + m.im[2] * x + m.re[3] * yi + m.im[3] * y;
  }
}

function adjoint2({ re, im }: ComplexMatrix): ComplexMatrix {
  return {
    size: 2,
    re: Float64Array.of(re[0], re[2], re[1], re[3]),
    im: Float64Array.of(-im[0], -im[2], -im[1], -im[3]),
  };
}

/** A 2 × 2 matrix on two states that differ in one bit: a one-qubit gate on that bit, the other bits as controls. */
function betweenStates(
  a: number,
  b: number,
  matrix: ComplexMatrix,
  qubits: readonly number[],
  controls: readonly Control[],
): GateOperation[] {
  const bit = 31 - Math.clz32(a ^ b);
  // The gate has the state with bit 0 first.
  const swapped = (a >> bit) % 2 === 1;
  const pick = (part: Float64Array) => (swapped ? Float64Array.of(part[3], part[2], part[1], part[0]) : part);
  const { theta, phi, lambda, gamma } = eulerAngles({ size: 2, re: pick(matrix.re), im: pick(matrix.im) });
  const on = [...controls, ...onState(qubits, a, bit)];
  return [
    gate("u", [theta, phi, lambda], [qubits[bit]], on),
    ...(gamma === 0 ? [] : [gate("gphase", [gamma], [], on)]),
  ];
}

function onState(qubits: readonly number[], state: number, without: number): Control[] {
  return qubits.flatMap((qubit, k) => (k === without ? [] : [{ qubit, value: ((state >> k) & 1) as 0 | 1 }]));
}

function gate(
  name: "u" | "gphase",
  parameters: readonly number[],
  qubits: readonly number[],
  controls: readonly Control[],
): GateOperation {
  return { kind: "gate", gate: name, parameters, qubits, controls };
}
