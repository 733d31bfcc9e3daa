import type { LoweredStep } from "./step.ts";

/** A row of unitary operations as steps: the circuit is e^{i·angle} times their product. */
export class Stretch {
  readonly qubits: number;
  readonly steps: LoweredStep[] = [];
  /** The phase of the whole. */
  angle = 0;

  constructor(qubits: number) {
    this.qubits = qubits;
  }

  /** Adds the phase e^{i·angle} on the basis states x with x & mask = value, as the simplest steps that make it. */
  addPhase(mask: number, value: number, angle: number): void {
    if (angle === 0) return;
    if (mask === 0) {
      this.angle += angle;
      return;
    }
    const first = mask & -mask;
    const second = mask ^ first;
    if ((second & (second - 1)) !== 0) {
      this.steps.push({ kind: "phase", mask, value, angle });
      return;
    }
    // Where a qubit must be 0: everywhere, and back where it is 1.
    if ((value & first) === 0) {
      this.addPhase(second, value & second, angle);
      this.addPhase(mask, value | first, -angle);
    } else if ((value & second) !== second) {
      this.addPhase(first, first, angle);
      this.addPhase(mask, mask, -angle);
    } else if (second === 0) {
      this.steps.push({ kind: "turn", qubit: bitIndex(first), angle });
    } else {
      this.steps.push({ kind: "turnPair", first: bitIndex(first), second: bitIndex(second), angle });
    }
  }
}

function bitIndex(bit: number): number {
  return 31 - Math.clz32(bit);
}
