import { numberText } from "../../presentation/index.ts";

/**
 * Says in a sentence which side asked for fewer rows on this input. The word speed-up appears only where the counts show one.
 *
 * @example whoNeedsFewer(500, 2000) // "The quantum run asked for 4 times fewer rows: a speed-up in row queries on this input."
 */
export function whoNeedsFewer(quantum: number, classical: number): string {
  if (quantum === classical) return "Both asked for the same number of rows: everything was read.";
  if (quantum < classical) {
    return `The quantum run asked for ${times(classical / quantum)} fewer rows: a speed-up in row queries on this input (coherent access assumed).`;
  }
  return `Reading everything asks for ${times(quantum / classical)} fewer rows: on this input the honest answer is to read everything.`;
}

function times(ratio: number): string {
  return ratio >= 1.005 ? `${numberText(ratio)} times` : `${numberText((ratio - 1) * 100)} %`;
}
