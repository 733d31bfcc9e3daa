import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import { LimitError } from "../../errors/limit-error.ts";
import { addScaled } from "./density-kernels.ts";

/** Classical bits and the state that goes with them; the trace of the state is the probability of the bits. */
export interface Member {
  readonly bits: Uint8Array;
  density: ComplexMatrix;
}

/** Outcomes of smaller probability are taken as impossible: they are rounding. */
export const negligible = 1e-15;

/** A joint state of classical bits and qubits: one density matrix for each string of bits that can occur. */
export class Mixture {
  readonly #members = new Map<string, Member>();
  readonly #budget: MemoryBudget;

  constructor(budget: MemoryBudget) {
    this.#budget = budget;
  }

  /** The members, in the order in which they came. */
  members(): IterableIterator<Member> {
    return this.#members.values();
  }

  /** Adds a member, whose density is kept; one with the same bits takes it in. */
  add(member: Member): void {
    const key = member.bits.join("");
    const known = this.#members.get(key);
    if (known === undefined) {
      this.#members.set(key, member);
    } else {
      addScaled(known.density, member.density, 1);
      this.#budget.release();
    }
  }
}

/** Counts the density matrices that are alive, and refuses one too many before it is allocated. */
export class MemoryBudget {
  readonly #qubits: number;
  readonly #limit: number;
  #alive = 0;

  constructor(qubits: number, limit: number) {
    this.#qubits = qubits;
    this.#limit = limit;
  }

  /** Asks for one more matrix. Errors: LimitError. */
  take(): void {
    const needed = (this.#alive + 1) * 16 * 4 ** this.#qubits;
    if (!(needed <= this.#limit)) {
      throw new LimitError(
        "densityMatrix",
        this.#limit,
        needed,
        "bytes",
        `for ${this.#alive + 1} density matrices of ${this.#qubits} qubits, one for each string of measured bits; measure fewer or raise memoryLimit`,
      );
    }
    this.#alive++;
  }

  /** Gives one back. */
  release(): void {
    this.#alive--;
  }
}
