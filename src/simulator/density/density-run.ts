import { Circuit } from "../../circuit/circuit.ts";
import { type ComplexMatrix, complexMatrix } from "../../circuit/complex-matrix.ts";
import { conditionHolds } from "../../circuit/conditions/condition-holds.ts";
import { remapOperation } from "../../circuit/remap-operation.ts";
import { LimitError } from "../../errors/limit-error.ts";
import { depolarizing } from "../noise/depolarizing.ts";
import { type KrausChannel, krausChannel } from "../noise/kraus-channel.ts";
import type { ReadoutError } from "../noise/noise-model.ts";
import type { LoopStep, MeasureStep, Step } from "../program/step.ts";
import { referenceEngine } from "../reference-engine.ts";
import { StateVector } from "../state-vector.ts";
import {
  addScaled,
  applySuperoperator,
  conjugateWith,
  copyDensity,
  projectDensity,
  scaleDensity,
  superoperator,
  traceOf,
} from "./density-kernels.ts";
import { type Member, type MemoryBudget, Mixture, negligible } from "./mixture.ts";

/** Qubit → |0⟩: the operators |0⟩⟨0| and |0⟩⟨1|. */
const resetting = krausChannel("reset", [
  complexMatrix([
    [1, 0],
    [0, 0],
  ]),
  complexMatrix([
    [0, 1],
    [0, 0],
  ]),
]);
const mixing = depolarizing(1);

/** Carries a joint state of bits and qubits through the steps of a program. The matrices are changed in place. */
export class DensityRun {
  readonly #qubits: number;
  readonly #readout: ReadoutError | undefined;
  readonly #budget: MemoryBudget;
  readonly #superoperators = new Map<KrausChannel, ComplexMatrix>();
  readonly #onRows = new Map<Circuit, Circuit>();

  constructor(qubits: number, readout: ReadoutError | undefined, budget: MemoryBudget) {
    this.#qubits = qubits;
    this.#readout = readout;
    this.#budget = budget;
  }

  /** What a mixture becomes; the mixture is used up. */
  run(steps: readonly Step[], before: Mixture): Mixture {
    let mixture = before;
    for (const step of steps) {
      switch (step.kind) {
        case "unitary":
          for (const member of mixture.members()) {
            member.density = conjugateWith(member.density, (density) => this.#apply(step.circuit, density));
          }
          break;
        case "channel":
          for (const { density } of mixture.members()) {
            applySuperoperator(density, this.#superoperator(step.channel), step.qubits);
          }
          break;
        case "reset":
          for (const { density } of mixture.members()) {
            applySuperoperator(density, this.#superoperator(resetting), [step.qubit]);
          }
          break;
        case "depolarize":
          for (const { density } of mixture.members()) this.#depolarize(density, step);
          break;
        case "measure":
          mixture = this.#measure(mixture, step);
          break;
        case "assign":
          mixture = this.#collect(mixture, ({ bits, density }) => {
            const after = bits.slice();
            after[step.bit] = conditionHolds(step.value, bits) ? 1 : 0;
            return { bits: after, density };
          });
          break;
        case "conditional": {
          const [holds, fails] = this.#split(mixture, step.condition);
          mixture = this.#union(this.run(step.steps, holds), this.run(step.otherwise, fails));
          break;
        }
        case "while":
          mixture = this.#loop(mixture, step);
          break;
      }
    }
    return mixture;
  }

  #loop(before: Mixture, { condition, steps, limit }: LoopStep): Mixture {
    let [active, ended] = this.#split(before, condition);
    for (let round = 0; ; round++) {
      const members = [...active.members()];
      if (members.reduce((sum, { density }) => sum + traceOf(density), 0) <= negligible) {
        for (const _ of members) this.#budget.release();
        return ended;
      }
      if (round === limit) {
        throw new LimitError(
          "while",
          limit,
          round + 1,
          "rounds",
          "check that the body can end the loop with certainty",
        );
      }
      const [goesOn, ends] = this.#split(this.run(steps, active), condition);
      active = goesOn;
      ended = this.#union(ended, ends);
    }
  }

  #measure(before: Mixture, { qubit, bit }: MeasureStep): Mixture {
    const after = new Mixture(this.#budget);
    for (const { bits, density } of before.members()) {
      for (const value of [0, 1] as const) {
        this.#budget.take();
        const part = copyDensity(density);
        projectDensity(part, qubit, value);
        const wrong = this.#readout === undefined ? 0 : value === 0 ? this.#readout.p01 : this.#readout.p10;
        if (wrong > 0) this.#addReading(after, bits, bit, (1 - value) as 0 | 1, part, wrong);
        this.#addReading(after, bits, bit, value, part, 1 - wrong);
        this.#budget.release();
      }
      this.#budget.release();
    }
    return after;
  }

  /** Adds probability · density with a bit read as a value, unless it is negligible. */
  #addReading(
    mixture: Mixture,
    bits: Uint8Array,
    bit: number,
    value: 0 | 1,
    density: ComplexMatrix,
    probability: number,
  ): void {
    if (probability * traceOf(density) <= negligible) return;
    this.#budget.take();
    const read = bits.slice();
    read[bit] = value;
    const copy = copyDensity(density);
    scaleDensity(copy, probability);
    mixture.add({ bits: read, density: copy });
  }

  #depolarize(
    density: ComplexMatrix,
    { probability, qubits }: { probability: number; qubits: readonly number[] },
  ): void {
    this.#budget.take();
    const mixed = copyDensity(density);
    for (const qubit of qubits) applySuperoperator(mixed, this.#superoperator(mixing), [qubit]);
    scaleDensity(density, 1 - probability);
    addScaled(density, mixed, probability);
    this.#budget.release();
  }

  #split(mixture: Mixture, condition: LoopStep["condition"]): [holds: Mixture, fails: Mixture] {
    const holds = new Mixture(this.#budget);
    const fails = new Mixture(this.#budget);
    for (const member of mixture.members()) {
      (conditionHolds(condition, member.bits) ? holds : fails).add(member);
    }
    return [holds, fails];
  }

  #union(first: Mixture, second: Mixture): Mixture {
    for (const member of second.members()) first.add(member);
    return first;
  }

  #collect(mixture: Mixture, change: (member: Member) => Member): Mixture {
    const result = new Mixture(this.#budget);
    for (const member of mixture.members()) result.add(change(member));
    return result;
  }

  /** U ρ: the circuit on the qubits of the rows. */
  #apply(circuit: Circuit, { size, re, im }: ComplexMatrix): ComplexMatrix {
    const n = this.#qubits;
    let onRows = this.#onRows.get(circuit);
    if (onRows === undefined) {
      const operations = circuit.operations.map((step) =>
        remapOperation(
          step,
          (qubit) => qubit + n,
          (bit) => bit,
        ),
      );
      onRows = new Circuit(2 * n, 0, operations);
      this.#onRows.set(circuit, onRows);
    }
    const initial = new StateVector(2 * n, re, im);
    // In place: the arrays of the matrix themselves.
    referenceEngine.run(onRows, { initial, inPlace: true });
    return { size, re, im };
  }

  #superoperator(channel: KrausChannel): ComplexMatrix {
    let matrix = this.#superoperators.get(channel);
    if (matrix === undefined) {
      matrix = superoperator(channel);
      this.#superoperators.set(channel, matrix);
    }
    return matrix;
  }
}
