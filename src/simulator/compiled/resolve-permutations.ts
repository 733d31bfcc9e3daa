import { type ComplexMatrix, zeroMatrix } from "../../circuit/complex-matrix.ts";
import type { LoweredStep, MatrixStep, Step } from "./step.ts";
import { Stretch } from "./stretch.ts";

/** Steps without flips and swaps, and what those do to the state before the steps instead. */
export interface Resolved {
  readonly qubits: number;
  readonly steps: readonly Step[];
  readonly angle: number;
  /** Qubit q of the initial state is qubit `places[q]` of the steps. */
  readonly places: readonly number[];
  /** The qubits of the steps, as a mask, that are flipped before the first step. */
  readonly flips: number;
}

/**
 * Moves all X and all swaps to the front of a circuit, where they only rename and renumber the initial state.
 *
 * Backwards through the steps: a swap renames the qubits of every step before it, X on a qubit turns a rotation around,
 * a control to the other value, and a phase where the qubit is 1 to one where it is 0.
 */
export function resolvePermutations(stretch: Stretch): Resolved {
  const { qubits } = stretch;
  const places = Array.from({ length: qubits }, (_, q) => q);
  // In reverse order; phases may become several steps.
  const reversed: Step[] = [];
  const phases = new Stretch(qubits);
  phases.angle = stretch.angle;
  let flips = 0;
  const pushPhase = (mask: number, value: number, angle: number) => {
    phases.addPhase(mask, value, angle);
    for (const step of phases.steps) reversed.push(step as Step);
    phases.steps.length = 0;
  };
  for (let at = stretch.steps.length - 1; at >= 0; at--) {
    const step: LoweredStep = stretch.steps[at];
    switch (step.kind) {
      case "flip":
        flips ^= 1 << places[step.qubit];
        break;
      case "swap": {
        const { first, second } = step;
        [places[first], places[second]] = [places[second], places[first]];
        break;
      }
      case "rotate": {
        const qubit = places[step.qubit];
        const tangent = (flips >> qubit) & 1 ? -step.tangent : step.tangent;
        reversed.push({ ...step, qubit, tangent });
        break;
      }
      case "turn": {
        const bit = 1 << places[step.qubit];
        pushPhase(bit, bit & ~flips, step.angle);
        break;
      }
      case "turnPair": {
        const both = (1 << places[step.first]) | (1 << places[step.second]);
        pushPhase(both, both & ~flips, step.angle);
        break;
      }
      case "phase": {
        const mask = moved(step.mask, places);
        pushPhase(mask, moved(step.value, places) ^ (flips & mask), step.angle);
        break;
      }
      case "exchange": {
        const control = places[step.control];
        const target = places[step.target];
        reversed.push({ kind: "exchange", control, target });
        // X on the control after the step is X on both before it.
        if ((flips >> control) & 1) flips ^= 1 << target;
        break;
      }
      case "mean":
        reversed.push(step);
        break;
      case "matrix":
        reversed.push(movedMatrix(step, places, flips));
        break;
    }
  }
  return { qubits, steps: reversed.reverse(), angle: phases.angle, places, flips };
}

/** The bits of a mask at other places. */
export function moved(mask: number, places: readonly number[]): number {
  let result = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    result |= 1 << places[31 - Math.clz32(rest & -rest)];
  }
  return result;
}

function movedMatrix(step: MatrixStep, places: readonly number[], flips: number): MatrixStep {
  const targets = step.targets.map((qubit) => places[qubit]);
  const mask = moved(step.mask, places);
  const value = moved(step.value, places) ^ (flips & mask);
  let flip = 0;
  targets.forEach((qubit, k) => {
    flip |= ((flips >> qubit) & 1) << k;
  });
  return {
    kind: "matrix",
    targets,
    mask,
    value,
    matrix: flip === 0 ? step.matrix : flipped(step.matrix, flip),
  };
}

/** A matrix with its row and column numbers flipped in some bits. */
function flipped({ size, re, im }: ComplexMatrix, flip: number): ComplexMatrix {
  const result = zeroMatrix(size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      const from = (r ^ flip) * size + (c ^ flip);
      result.re[r * size + c] = re[from];
      result.im[r * size + c] = im[from];
    }
  }
  return result;
}
