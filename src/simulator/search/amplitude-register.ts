import type { RandomStream } from "../../random/random-stream.ts";
import { attemptEach } from "./attempt-each.ts";
import { MarkedPositions, rankOf, requireMarkedSet } from "./marked-positions.ts";
import type { MarkedSet } from "./marked-set.ts";
import { pickMarked, pickPosition } from "./pick-position.ts";
import { requireIterations, requirePhases } from "./require-iterations.ts";
import { rotateEach } from "./rotate-each.ts";
import type { RotationSequence } from "./rotation-sequence.ts";
import type { SearchRegister } from "./search-register.ts";
import type { SearchResult } from "./search-result.ts";
import { requireStart, UnmarkedMass } from "./start-state.ts";

/** An index register that can show all its amplitudes. */
export interface AmplitudeRegister extends SearchRegister {
  /** The full state vector, real and imaginary parts apart. O(N). */
  amplitudes(): { readonly re: Float64Array; readonly im: Float64Array };
}

/**
 * An index register with all N amplitudes, at O(t) an iteration instead of O(N).
 *
 * Write amplitude x as f_x·ψ_x with ψ the start state. The phase changes f_x of the t marked states only; the
 * reflection about ψ maps every factor alike, f ↦ −f + (1 − e^{−iα})·m with the mean m = ⟨ψ|a⟩ = Σ_x ψ_x² f_x. So all
 * unmarked states share one factor for good, the marked ones keep one each, and m is a sum of t + 1 terms: a
 * rewriting of the full sweep, not an approximation. `referenceRegister` is the sweep itself.
 *
 * The marked set is read when the register is made and at every reset.
 *
 * `start`: real amplitudes with Σ ψ_x² = 1 to 1e-9; uniform when left out.
 *
 * Errors: RangeError for a bad marked set, or a start that has another length, is not finite or is not normalised.
 *
 * @example amplitudeRegister({ size: 2 ** 20, positions: Float64Array.of(5) }).iterate(804)
 */
export function amplitudeRegister(marked: MarkedSet, start?: Float64Array): AmplitudeRegister {
  return new FactoredRegister(marked, start);
}

class FactoredRegister implements AmplitudeRegister {
  readonly fidelity = "amplitude";
  readonly size: number;
  readonly #marked: MarkedSet;
  readonly #start: Float64Array | undefined;
  #positions = new Float64Array(0);
  /** ψ_x² of each marked state, in units in which all of them add up to #total. */
  #masses = new Float64Array(0);
  #markedRe = new Float64Array(0);
  #markedIm = new Float64Array(0);
  #sharedRe = 1;
  #sharedIm = 0;
  #unmarkedMass = 0;
  /** Σ ψ_x² in the same units; 0 before the first reset. */
  #total = 0;
  #unmarked: UnmarkedMass | undefined;

  constructor(marked: MarkedSet, start: Float64Array | undefined) {
    if (!(marked instanceof MarkedPositions)) requireMarkedSet("amplitudeRegister", marked);
    if (start !== undefined) requireStart("amplitudeRegister", start, marked.size);
    this.#marked = marked;
    this.#start = start;
    this.size = marked.size;
    this.reset();
  }

  reset(): void {
    const start = this.#start;
    this.#sharedRe = 1;
    this.#sharedIm = 0;
    // Marked sets only ever shrink, so an unchanged number means an unchanged set.
    if (this.#positions.length === this.#marked.positions.length && this.#total > 0) {
      this.#markedRe.fill(1);
      this.#markedIm.fill(0);
      return;
    }
    this.#positions = Float64Array.from(this.#marked.positions);
    // A uniform start is counted in whole states, which keeps the mean free of the rounding of 1/√N.
    this.#masses = this.#positions.map((x) => (start === undefined ? 1 : start[x] * start[x]));
    this.#markedRe = new Float64Array(this.#positions.length).fill(1);
    this.#markedIm = new Float64Array(this.#positions.length);
    if (start === undefined) this.#unmarkedMass = this.size - this.#positions.length;
    else {
      this.#unmarked = new UnmarkedMass(start, this.#positions);
      this.#unmarkedMass = this.#unmarked.total;
    }
    this.#total = this.#unmarkedMass + this.#masses.reduce((sum, mass) => sum + mass, 0);
  }

  iterate(iterations: number): void {
    requireIterations("amplitudeRegister", iterations);
    if (this.#sharedIm !== 0 || this.#markedIm.some((value) => value !== 0)) {
      for (let k = 0; k < iterations; k++) this.rotate(Math.PI, Math.PI);
      return;
    }
    // A plain iteration adds twice the mean to every marked factor, so within one call a common offset carries them.
    const factors = this.#markedRe;
    const masses = this.#masses;
    const unmarkedMass = this.#unmarkedMass;
    const twice = 2 / this.#total;
    let marked = 0;
    for (let i = 0; i < factors.length; i++) marked += masses[i] * factors[i];
    const markedMass = this.#total - unmarkedMass;
    let shared = this.#sharedRe;
    let offset = 0;
    for (let k = 0; k < iterations; k++) {
      const add = twice * (unmarkedMass * shared - marked);
      marked += add * markedMass;
      offset += add;
      shared = add - shared;
    }
    for (let i = 0; i < factors.length; i++) factors[i] += offset;
    this.#sharedRe = shared;
  }

  rotate(alpha: number, beta: number): void {
    requirePhases("amplitudeRegister", alpha, beta);
    const re = this.#markedRe;
    const im = this.#markedIm;
    const masses = this.#masses;
    const phaseRe = Math.cos(beta);
    const phaseIm = Math.sin(beta);
    let meanRe = this.#unmarkedMass * this.#sharedRe;
    let meanIm = this.#unmarkedMass * this.#sharedIm;
    for (let i = 0; i < re.length; i++) {
      const phasedRe = phaseRe * re[i] - phaseIm * im[i];
      im[i] = phaseRe * im[i] + phaseIm * re[i];
      re[i] = phasedRe;
      meanRe += masses[i] * phasedRe;
      meanIm += masses[i] * im[i];
    }
    const factorRe = (1 - Math.cos(alpha)) / this.#total;
    const factorIm = Math.sin(alpha) / this.#total;
    const addRe = factorRe * meanRe - factorIm * meanIm;
    const addIm = factorRe * meanIm + factorIm * meanRe;
    for (let i = 0; i < re.length; i++) {
      re[i] = addRe - re[i];
      im[i] = addIm - im[i];
    }
    this.#sharedRe = addRe - this.#sharedRe;
    this.#sharedIm = addIm - this.#sharedIm;
  }

  rotateThrough(sequence: RotationSequence): void {
    rotateEach(this, sequence);
  }

  markedProbability(): number {
    const [re, im, masses] = [this.#markedRe, this.#markedIm, this.#masses];
    let marked = 0;
    for (let i = 0; i < masses.length; i++) marked += masses[i] * (re[i] * re[i] + im[i] * im[i]);
    const shared = this.#sharedRe * this.#sharedRe + this.#sharedIm * this.#sharedIm;
    return marked / (marked + this.#unmarkedMass * shared);
  }

  measure(random: RandomStream): number {
    const probability = this.markedProbability();
    // A uniform start keeps all marked factors equal, so that the rank alone decides.
    if (this.#unmarked === undefined) return pickPosition(this.size, this.#positions, probability, random);
    const isMarked = random.uniform() < probability;
    const choice = random.uniform();
    if ((isMarked && this.#positions.length > 0) || !(this.#unmarkedMass > 0)) {
      return this.#positions[chooseByWeight(this.#markedWeights(), choice)];
    }
    return this.#unmarked.at(choice);
  }

  attempt(iterations: number, random: RandomStream): number | null {
    this.reset();
    this.iterate(iterations);
    const probability = this.markedProbability();
    const wanted = random.uniform() < probability;
    if (this.#unmarked === undefined) return pickMarked(this.size, this.#positions, wanted, random);
    const isMarked = wanted && this.#positions.length > 0;
    if (!isMarked && this.#unmarkedMass > 0) return null;
    return this.#positions[chooseByWeight(this.#markedWeights(), random.uniform())];
  }

  attemptEach(ranges: readonly number[], random: RandomStream, maxIterations?: number): SearchResult {
    return attemptEach(this, ranges, random, maxIterations);
  }

  amplitudes(): { re: Float64Array; im: Float64Array } {
    const uniform = 1 / Math.sqrt(this.size);
    const re = new Float64Array(this.size);
    const im = new Float64Array(this.size);
    for (let x = 0; x < this.size; x++) {
      const start = this.#start === undefined ? uniform : this.#start[x];
      re[x] = this.#sharedRe * start;
      im[x] = this.#sharedIm * start;
    }
    this.#positions.forEach((x, i) => {
      const start = this.#start === undefined ? uniform : this.#start[x];
      re[x] = this.#markedRe[i] * start;
      im[x] = this.#markedIm[i] * start;
    });
    return { re, im };
  }

  #markedWeights(): Float64Array {
    return this.#masses.map((mass, i) => mass * (this.#markedRe[i] ** 2 + this.#markedIm[i] ** 2));
  }
}

/** The index whose stretch of the running sum of the weights contains `choice` (in [0, 1)) of their total. */
function chooseByWeight(weights: Float64Array, choice: number): number {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    sums[i] = sum;
  }
  const target = choice * sum;
  const index = rankOf(sums, target);
  // rankOf stops at a sum equal to the target; the stretch that contains it is the next one with a weight.
  let chosen = sums[index] === target ? index + 1 : index;
  while (chosen < weights.length && weights[chosen] === 0) chosen++;
  if (chosen < weights.length) return chosen;
  chosen = weights.length - 1;
  while (chosen > 0 && weights[chosen] === 0) chosen--;
  return chosen;
}
