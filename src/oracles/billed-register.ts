import type { SearchRegister } from "../simulator/search/search-register.ts";

/** A register that reports how often the phase oracle was applied, once it was. */
export function billedRegister(register: SearchRegister, bill: (phases: number) => void): SearchRegister {
  return {
    size: register.size,
    fidelity: register.fidelity,
    reset: () => register.reset(),
    iterate(iterations) {
      register.iterate(iterations);
      bill(iterations);
    },
    rotate(alpha, beta) {
      register.rotate(alpha, beta);
      bill(1);
    },
    rotateThrough(sequence) {
      register.rotateThrough(sequence);
      bill(sequence.rotations);
    },
    markedProbability: () => register.markedProbability(),
    measure: (random) => register.measure(random),
    attempt(iterations, random) {
      const position = register.attempt(iterations, random);
      bill(iterations);
      return position;
    },
    attemptEach(ranges, random, maxIterations) {
      const result = register.attemptEach(ranges, random, maxIterations);
      bill(result.iterations);
      return result;
    },
  };
}
