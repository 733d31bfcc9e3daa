/** A turn of this angle is none, and of twice this angle is a sign. */
const fullTurn = 2 * Math.PI;

/**
 * Phases that wait to be multiplied in: e^{iφ(x)} with φ(x) = Σ_q a_q x_q + Σ_{p<q} a_pq x_p x_q.
 *
 * Everything diagonal on one or two qubits adds up here, however many gates it comes from.
 */
export class PhaseForm {
  readonly qubits: number;
  readonly #linear: Float64Array;
  readonly #pairs: Float64Array;
  /** For each qubit, the others that it has a pair term with, as a mask. */
  readonly #partners: Int32Array;
  /** The qubits that occur in a term, as a mask. */
  #support = 0;

  constructor(qubits: number) {
    this.qubits = qubits;
    this.#linear = new Float64Array(qubits);
    this.#pairs = new Float64Array(qubits * qubits);
    this.#partners = new Int32Array(qubits);
  }

  /** The qubits that a term may have, as a mask. */
  get support(): number {
    return this.#support;
  }

  linear(qubit: number): number {
    return this.#linear[qubit];
  }

  pair(first: number, second: number): number {
    return first < second
      ? this.#pairs[first * this.qubits + second]
      : this.#pairs[second * this.qubits + first];
  }

  partners(qubit: number): number {
    return this.#partners[qubit];
  }

  addLinear(qubit: number, angle: number): void {
    this.#linear[qubit] = (this.#linear[qubit] + angle) % fullTurn;
    this.#support |= 1 << qubit;
  }

  addPair(first: number, second: number, angle: number): void {
    const at = first < second ? first * this.qubits + second : second * this.qubits + first;
    const sum = (this.#pairs[at] + angle) % fullTurn;
    this.#pairs[at] = sum;
    if (sum === 0) {
      this.#partners[first] &= ~(1 << second);
      this.#partners[second] &= ~(1 << first);
    } else {
      this.#partners[first] |= 1 << second;
      this.#partners[second] |= 1 << first;
      this.#support |= (1 << first) | (1 << second);
    }
  }

  removeLinear(qubit: number): void {
    this.#linear[qubit] = 0;
    this.#shrink(qubit);
  }

  removePair(first: number, second: number): void {
    this.addPair(first, second, -this.pair(first, second));
    this.#shrink(first);
    this.#shrink(second);
  }

  /** Whether the form stays quadratic when X under a control is taken from before it to after it. */
  canPass(control: number, target: number): boolean {
    for (let rest = this.#partners[target] & ~(1 << control); rest !== 0; rest &= rest - 1) {
      const other = 31 - Math.clz32(rest & -rest);
      if (Math.abs(this.pair(target, other)) !== Math.PI) return false;
    }
    return true;
  }

  /** Replaces x_target by x_target ⊕ x_control; only where `canPass`. */
  pass(control: number, target: number): void {
    // A sign where target and another are 1: a sum of signs.
    for (let rest = this.#partners[target] & ~(1 << control); rest !== 0; rest &= rest - 1) {
      this.addPair(control, 31 - Math.clz32(rest & -rest), Math.PI);
    }
    const both = this.pair(control, target);
    const alone = this.#linear[target];
    if (both !== 0) {
      this.addLinear(control, both);
      this.addPair(control, target, -2 * both);
    }
    if (alone !== 0) {
      this.addLinear(control, alone);
      this.addPair(control, target, -2 * alone);
    }
  }

  /** Adds the terms of another form. */
  addAll(other: PhaseForm): void {
    for (let rest = other.support; rest !== 0; rest &= rest - 1) {
      const q = 31 - Math.clz32(rest & -rest);
      if (other.linear(q) !== 0) this.addLinear(q, other.linear(q));
      // Each pair once, from its lower qubit.
      for (let more = other.partners(q) & (-2 << q); more !== 0; more &= more - 1) {
        const p = 31 - Math.clz32(more & -more);
        this.addPair(q, p, other.pair(q, p));
      }
    }
  }

  /** Takes all terms out. */
  clear(): void {
    if (this.#support === 0) return;
    this.#linear.fill(0);
    this.#pairs.fill(0);
    this.#partners.fill(0);
    this.#support = 0;
  }

  #shrink(qubit: number): void {
    if (this.#linear[qubit] === 0 && this.#partners[qubit] === 0) this.#support &= ~(1 << qubit);
  }
}
