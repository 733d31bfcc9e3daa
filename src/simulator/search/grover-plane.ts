/**
 * The state of a Grover-type rotation in its invariant plane, exact and O(1) an iteration.
 *
 * The plane is spanned by the normalised good part |g⟩ and bad part |b⟩ of the start state
 * |ψ⟩ = sin θ |g⟩ + cos θ |b⟩ with tan²θ = good/bad; the two complex coefficients are all there is to keep.
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, section 2.
 */
export class GroverPlane {
  readonly #angle: number;
  readonly #sine: number;
  readonly #cosine: number;
  #goodRe = 0;
  #goodIm = 0;
  #badRe = 0;
  #badIm = 0;

  /** The masses (any common scale) of the good and of the bad part of the start state. */
  constructor(good: number, bad: number) {
    // atan2 of the two roots keeps θ exact to rounding at both ends, where asin(√(t/N)) would lose digits.
    this.#angle = Math.atan2(Math.sqrt(good), Math.sqrt(bad));
    this.#sine = Math.sqrt(good / (good + bad));
    this.#cosine = Math.sqrt(bad / (good + bad));
    this.reset();
  }

  /** θ, the angle between the start state and the bad part. */
  get angle(): number {
    return this.#angle;
  }

  /** Whether one of the parts is missing, so that every rotation is a global phase. */
  get isTrivial(): boolean {
    return this.#sine === 0 || this.#cosine === 0;
  }

  /** The probability of the good part after `iterations` plain iterations of |ψ⟩: sin²((2j + 1)θ). */
  successAfter(iterations: number): number {
    if (this.#sine === 0) return 0;
    const amplitude = Math.sin((2 * iterations + 1) * this.#angle);
    return amplitude * amplitude;
  }

  /** Whether a uniform `choice` in [0, 1) falls to the good part after `iterations` plain iterations: choice < sin²((2j + 1)θ). */
  isGoodAfter(iterations: number, choice: number): boolean {
    const angle = (2 * iterations + 1) * this.#angle;
    // sin x ≤ x: most rounds of a search are far too short to succeed, and end here without a sine.
    return choice < angle * angle && choice < this.successAfter(iterations);
  }

  /** Back to |ψ⟩. */
  reset(): void {
    this.#goodRe = this.#sine;
    this.#badRe = this.#cosine;
    this.#goodIm = 0;
    this.#badIm = 0;
  }

  /** Applies (2|ψ⟩⟨ψ| − 1)·(−1 on good) `iterations` times: a rotation by 2θ each. */
  iterate(iterations: number): void {
    const cosine = Math.cos(2 * iterations * this.#angle);
    const sine = Math.sin(2 * iterations * this.#angle);
    const goodRe = this.#goodRe;
    const goodIm = this.#goodIm;
    const badRe = this.#badRe;
    const badIm = this.#badIm;
    this.#goodRe = sine * badRe + cosine * goodRe;
    this.#goodIm = sine * badIm + cosine * goodIm;
    this.#badRe = cosine * badRe - sine * goodRe;
    this.#badIm = cosine * badIm - sine * goodIm;
  }

  /** Applies −(1 − (1 − e^{−iα})|ψ⟩⟨ψ|)·(e^{iβ} on good) once. */
  rotate(alpha: number, beta: number): void {
    this.rotateByUnits(Math.cos(alpha), Math.sin(alpha), Math.cos(beta), Math.sin(beta));
  }

  /** The same rotation by cos α, sin α, cos β, sin β, for long sequences whose phases are at hand. */
  rotateByUnits(cosAlpha: number, sinAlpha: number, phaseRe: number, phaseIm: number): void {
    // Without a good or without a bad part there is a global phase only.
    if (this.isTrivial) return;
    const phasedRe = phaseRe * this.#goodRe - phaseIm * this.#goodIm;
    const phasedIm = phaseRe * this.#goodIm + phaseIm * this.#goodRe;
    const overlapRe = this.#cosine * this.#badRe + this.#sine * phasedRe;
    const overlapIm = this.#cosine * this.#badIm + this.#sine * phasedIm;
    const factorRe = 1 - cosAlpha;
    const factorIm = sinAlpha;
    const addRe = factorRe * overlapRe - factorIm * overlapIm;
    const addIm = factorRe * overlapIm + factorIm * overlapRe;
    this.#goodRe = this.#sine * addRe - phasedRe;
    this.#goodIm = this.#sine * addIm - phasedIm;
    this.#badRe = this.#cosine * addRe - this.#badRe;
    this.#badIm = this.#cosine * addIm - this.#badIm;
  }

  /** The probability of finding the state in its good part. */
  goodProbability(): number {
    const good = this.#goodRe * this.#goodRe + this.#goodIm * this.#goodIm;
    const bad = this.#badRe * this.#badRe + this.#badIm * this.#badIm;
    // Divided by the norm, which is 1 up to the rounding of many rotations.
    return good / (good + bad);
  }
}
