import { type ComplexMatrix, unitarityDefect } from "../../circuit/complex-matrix.ts";
import type { Control } from "../../circuit/control.ts";
import { gateOf } from "../../circuit/gate-table.ts";
import type { Gate } from "../../circuit/gates/gate.ts";
import type { GateOperation, UnitaryKindOperation } from "../../circuit/operation.ts";
import { requireNumbers } from "../../circuit/parameters/require-numbers.ts";
import { addOneQubit } from "./add-one-qubit.ts";
import { multiplyOneQubit } from "./multiply-one-qubit.ts";
import { maskOf } from "./step.ts";
import { Stretch } from "./stretch.ts";
import { cleaned, isMonomial, takesUniformTo } from "./uniform-reflection.ts";

/** A matrix further from unitary than this is applied as it is, not taken apart. */
const unitaryTo = 1e-14;

/** A phase of fewer qubits than this and one more is not worth a pass of its own. */
const fewestReflected = 5;

/** A phase on one basis state of all qubits, and the gates before it. */
interface ReflectionMark {
  readonly before: readonly Float64Array[];
  readonly value: number;
  readonly angle: number;
}

const hadamard = Float64Array.of(Math.SQRT1_2, 0, Math.SQRT1_2, 0, Math.SQRT1_2, 0, -Math.SQRT1_2, 0);

/**
 * Writes operations as steps: gates on one qubit that follow each other become one product, and that at most one
 * rotation between phases; everything diagonal becomes phases on one, two or more qubits.
 */
export class Lowering {
  readonly stretch: Stretch;
  /** The product of one-qubit gates that no step was written for yet, for each qubit. */
  readonly #open: (Float64Array | undefined)[];
  #mark: ReflectionMark | undefined;

  constructor(qubits: number) {
    this.stretch = new Stretch(qubits);
    this.#open = new Array<Float64Array | undefined>(qubits).fill(undefined);
  }

  /** Adds one operation. */
  add(operation: UnitaryKindOperation): void {
    switch (operation.kind) {
      case "gate":
        this.#addGate(operation);
        break;
      case "unitary":
        this.#addMatrix(operation.matrix, operation.qubits, operation.controls);
        break;
      case "phaseOracle": {
        const { qubits, phase, marked } = operation;
        const [mask, value] = this.#controls(operation.controls);
        this.#close(qubits);
        for (const state of marked) {
          let at = value;
          qubits.forEach((qubit, k) => {
            at |= ((state >>> k) & 1) << qubit;
          });
          this.stretch.addPhase(mask | maskOf(qubits), at, phase);
        }
        break;
      }
      case "reflectUniform": {
        // −(1 − (1 − e^{−iα})|s⟩⟨s|), and |s⟩ is H on every qubit of |0…0⟩.
        const { qubits, alpha } = operation;
        if (qubits.length === this.#open.length) {
          this.#close(qubits);
          this.stretch.steps.push({ kind: "mean", angle: -alpha });
          this.stretch.angle += Math.PI;
          break;
        }
        const [mask, value] = this.#controls(operation.controls);
        for (const qubit of qubits) this.#multiply(qubit, hadamard);
        this.#close(qubits);
        this.stretch.addPhase(mask | maskOf(qubits), value, -alpha);
        this.stretch.addPhase(mask, value, Math.PI);
        for (const qubit of qubits) this.#multiply(qubit, hadamard);
        break;
      }
      case "qft":
        this.#addQft(operation.qubits, operation.inverse);
        break;
      default:
        throw new TypeError(`lower: expected an operation of tiles, got ${operation.kind}; see isTiled.`);
    }
  }

  /**
   * Takes note of a phase on one basis state of all qubits that comes after gates which take |s⟩, the uniform
   * superposition, to it: if those gates are undone next, it is one step on the mean of all amplitudes, and they are
   * none. That is Grover's diffusion, however it is written. Returns whether it applies.
   */
  #noteReflection(value: number, angle: number): boolean {
    this.#settleReflection();
    const open = this.#open;
    if (!open.every((matrix, q) => matrix !== undefined && takesUniformTo(matrix, (value >> q) & 1)))
      return false;
    this.#mark = { before: open.map((matrix) => matrix as Float64Array), value, angle };
    open.fill(undefined);
    return true;
  }

  /** Decides about a phase that was noted, when a step is written that it must come before. */
  #settleReflection(): void {
    const mark = this.#mark;
    if (mark === undefined) return;
    this.#mark = undefined;
    const after = [...this.#open];
    mark.before.forEach((matrix, q) => {
      this.#open[q] = matrix;
      const later = after[q];
      if (later !== undefined) this.#multiply(q, later);
    });
    if (this.#open.every((matrix) => matrix !== undefined && isMonomial(matrix))) {
      this.stretch.steps.push({ kind: "mean", angle: mark.angle });
      this.#open.forEach((matrix, q) => {
        this.#open[q] = cleaned(matrix as Float64Array);
      });
      return;
    }
    mark.before.forEach((matrix, q) => {
      addOneQubit(this.stretch, q, matrix);
      this.#open[q] = after[q];
    });
    const all = 2 ** this.#open.length - 1;
    this.stretch.addPhase(all, mark.value, mark.angle);
  }

  /** Writes what is still open. */
  finish(): Stretch {
    this.#settleReflection();
    for (let qubit = 0; qubit < this.#open.length; qubit++) this.#closeOne(qubit);
    return this.stretch;
  }

  #addGate(step: GateOperation): void {
    const gate = gateOf(step.gate);
    const own = step.qubits.slice(0, gate.controls).map((qubit): Control => ({ qubit, value: 1 }));
    const targets = step.qubits.slice(gate.controls);
    const controls = own.length === 0 ? step.controls : [...step.controls, ...own];
    if (gate.base === "swap" && controls.length === 0) {
      const [first, second] = targets;
      this.#settleReflection();
      // What is open moves along.
      const open = this.#open;
      [open[first], open[second]] = [open[second], open[first]];
      this.stretch.steps.push({ kind: "swap", first, second });
      return;
    }
    if (gate.base === "x" && controls.length === 1) {
      const [{ qubit: control, value }] = controls;
      const [target] = targets;
      this.#close([control, target]);
      this.stretch.steps.push({ kind: "exchange", control, target });
      if (value === 0) this.stretch.steps.push({ kind: "flip", qubit: target });
      return;
    }
    const core = coreOf(gate, step);
    if (gate.action === "diagonal" && (controls.length > 0 || targets.length !== 1)) {
      this.#addDiagonal(core, targets, controls);
    } else {
      this.#addCore(core, targets, controls);
    }
  }

  #addMatrix(matrix: ComplexMatrix, targets: readonly number[], controls: readonly Control[]): void {
    if (unitarityDefect(matrix) <= unitaryTo) {
      this.#addCore(matrix, targets, controls);
      return;
    }
    const [mask, value] = this.#controls(controls);
    this.#close(targets);
    this.stretch.steps.push({ kind: "matrix", targets, mask, value, matrix });
  }

  #addCore(matrix: ComplexMatrix, targets: readonly number[], controls: readonly Control[]): void {
    if (targets.length === 1 && controls.length === 0) {
      const { re, im } = matrix;
      this.#multiply(targets[0], [re[0], im[0], re[1], im[1], re[2], im[2], re[3], im[3]]);
      return;
    }
    const [mask, value] = this.#controls(controls);
    this.#close(targets);
    if (targets.length === 0) this.stretch.addPhase(mask, value, Math.atan2(matrix.im[0], matrix.re[0]));
    else this.stretch.steps.push({ kind: "matrix", targets, mask, value, matrix });
  }

  /** A diagonal matrix on at most two qubits: the phases of the corners, each less what the smaller ones give already. */
  #addDiagonal(
    { size, re, im }: ComplexMatrix,
    targets: readonly number[],
    controls: readonly Control[],
  ): void {
    if (targets.length === 1 && controls.length === this.#open.length - 1 && re[0] === 1 && im[0] === 0) {
      let value = 1 << targets[0];
      for (const { qubit, value: on } of controls) value |= on << qubit;
      if (controls.length >= fewestReflected && this.#noteReflection(value, Math.atan2(im[3], re[3]))) return;
    }
    const [mask, value] = this.#controls(controls);
    this.#close(targets);
    const angle = (x: number) => Math.atan2(im[x * size + x], re[x * size + x]);
    const origin = angle(0);
    this.stretch.addPhase(mask, value, origin);
    let corner = origin;
    targets.forEach((qubit, k) => {
      const part = angle(1 << k) - origin;
      corner += part;
      this.stretch.addPhase(mask | (1 << qubit), value | (1 << qubit), part);
    });
    if (targets.length === 2) {
      const both = maskOf(targets);
      this.stretch.addPhase(mask | both, value | both, angle(3) - corner);
    }
  }

  /** H, controlled phases and the reversal of the register, from the highest qubit down. */
  #addQft(qubits: readonly number[], inverse: boolean): void {
    const sign = inverse ? -1 : 1;
    const { steps } = this.stretch;
    const count = qubits.length;
    for (let q = count - 1; q >= 0; q--) {
      this.#multiply(qubits[q], hadamard);
      this.#closeOne(qubits[q]);
      for (let k = q - 1; k >= 0; k--) {
        this.#closeOne(qubits[k]);
        const angle = (sign * Math.PI) / 2 ** (q - k);
        steps.push({ kind: "turnPair", first: qubits[k], second: qubits[q], angle });
      }
    }
    for (let q = 0; q < count - 1 - q; q++) {
      steps.push({ kind: "swap", first: qubits[q], second: qubits[count - 1 - q] });
    }
  }

  #controls(controls: readonly Control[]): [mask: number, value: number] {
    let mask = 0;
    let value = 0;
    for (const { qubit, value: on } of controls) {
      mask |= 1 << qubit;
      value |= on << qubit;
      this.#closeOne(qubit);
    }
    return [mask, value];
  }

  #close(qubits: readonly number[]): void {
    for (const qubit of qubits) this.#closeOne(qubit);
  }

  #closeOne(qubit: number): void {
    this.#settleReflection();
    const matrix = this.#open[qubit];
    if (matrix === undefined) return;
    this.#open[qubit] = undefined;
    addOneQubit(this.stretch, qubit, matrix);
  }

  /** Puts a gate behind what is open on a qubit. */
  #multiply(qubit: number, gate: ArrayLike<number>): void {
    this.#open[qubit] = multiplyOneQubit(gate, this.#open[qubit]);
  }
}

/** The matrices of gates without parameters, made once. */
const fixedCores = new Map<Gate, ComplexMatrix>();

function coreOf(gate: Gate, { parameters }: GateOperation): ComplexMatrix {
  if (parameters.length > 0) return gate.core(requireNumbers(gate.name, parameters));
  let core = fixedCores.get(gate);
  if (core === undefined) {
    core = gate.core([]);
    fixedCores.set(gate, core);
  }
  return core;
}
