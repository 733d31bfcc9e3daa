import type { RandomStream } from "../../random/random-stream.ts";
import type { AmplitudeRegister } from "./amplitude-register.ts";
import { attemptEach } from "./attempt-each.ts";
import { requireMarkedSet } from "./marked-positions.ts";
import type { MarkedSet } from "./marked-set.ts";
import { requireIterations, requirePhases } from "./require-iterations.ts";
import { rotateEach } from "./rotate-each.ts";
import { requireStart } from "./start-state.ts";

/**
 * The readable reference: every iteration sweeps over all N amplitudes, O(N).
 *
 * Kept on purpose beside the fast registers, which must agree with it; use those outside tests.
 *
 * Errors: RangeError as amplitudeRegister.
 */
export function referenceRegister(marked: MarkedSet, start?: Float64Array): AmplitudeRegister {
  requireMarkedSet("referenceRegister", marked);
  if (start !== undefined) requireStart("referenceRegister", start, marked.size);
  const { size } = marked;
  const psi = start ?? new Float64Array(size).fill(1 / Math.sqrt(size));
  const isMarked = new Uint8Array(size);
  for (const x of marked.positions) isMarked[x] = 1;
  const re = new Float64Array(size);
  const im = new Float64Array(size);

  const reset = () => {
    re.set(psi);
    im.fill(0);
  };
  const rotate = (alpha: number, beta: number) => {
    requirePhases("referenceRegister", alpha, beta);
    for (let x = 0; x < size; x++) {
      if (!isMarked[x]) continue;
      const [oldRe, oldIm] = [re[x], im[x]];
      re[x] = Math.cos(beta) * oldRe - Math.sin(beta) * oldIm;
      im[x] = Math.cos(beta) * oldIm + Math.sin(beta) * oldRe;
    }
    let overlapRe = 0;
    let overlapIm = 0;
    for (let x = 0; x < size; x++) {
      overlapRe += psi[x] * re[x];
      overlapIm += psi[x] * im[x];
    }
    const addRe = (1 - Math.cos(alpha)) * overlapRe - Math.sin(alpha) * overlapIm;
    const addIm = (1 - Math.cos(alpha)) * overlapIm + Math.sin(alpha) * overlapRe;
    for (let x = 0; x < size; x++) {
      re[x] = psi[x] * addRe - re[x];
      im[x] = psi[x] * addIm - im[x];
    }
  };
  const mass = (group: number) => {
    let sum = 0;
    for (let x = 0; x < size; x++) if (isMarked[x] === group) sum += re[x] ** 2 + im[x] ** 2;
    return sum;
  };
  const group = (random: RandomStream) => (random.uniform() < mass(1) / (mass(0) + mass(1)) ? 1 : 0);
  const pick = (group: number, choice: number) => {
    const target = choice * mass(group);
    let sum = 0;
    let last = -1;
    for (let x = 0; x < size && !(sum > target); x++) {
      const weight = isMarked[x] === group ? re[x] ** 2 + im[x] ** 2 : 0;
      sum += weight;
      if (weight > 0) last = x;
    }
    return last;
  };

  reset();
  return {
    size,
    fidelity: "amplitude",
    reset,
    rotate,
    rotateThrough: (sequence) => rotateEach({ rotate }, sequence),
    iterate(iterations) {
      requireIterations("referenceRegister", iterations);
      for (let k = 0; k < iterations; k++) rotate(Math.PI, Math.PI);
    },
    markedProbability: () => mass(1) / (mass(0) + mass(1)),
    measure(random) {
      const seen = group(random);
      return pick(seen, random.uniform());
    },
    attempt(iterations, random) {
      reset();
      this.iterate(iterations);
      return group(random) === 1 ? pick(1, random.uniform()) : null;
    },
    attemptEach(ranges, random, maxIterations) {
      return attemptEach(this, ranges, random, maxIterations);
    },
    amplitudes: () => ({ re: re.slice(), im: im.slice() }),
  };
}
