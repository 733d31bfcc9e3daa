import { type Circuit, densityMatrix, measuredCircuit } from "../../index.ts";

/** The probability of each string of classical bits, bit 0 rightmost. */
export type BitLaw = Readonly<Record<string, number>>;

/** The exact law of the classical bits of a circuit; one that measures nothing is measured completely. */
export function bitLaw(circuit: Circuit): BitLaw {
  return densityMatrix(measuredCircuit(circuit), { memoryLimit: 2 ** 28 }).probabilities;
}

/** The probability of one string; 0 for one that cannot occur. */
export function probabilityOf(law: BitLaw, bits: string): number {
  return Object.hasOwn(law, bits) ? law[bits] : 0;
}

/** The string whose probabilities differ most, and by how much. */
export function largestGap(one: BitLaw, other: BitLaw): { readonly bits: string; readonly gap: number } {
  let worst = { bits: "", gap: 0 };
  for (const bits of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const gap = Math.abs(probabilityOf(one, bits) - probabilityOf(other, bits));
    if (gap > worst.gap) worst = { bits, gap };
  }
  return worst;
}

/** A probability in words that fit into a sentence. */
export function chance(p: number): string {
  return `${Number(p.toFixed(4))}`;
}
