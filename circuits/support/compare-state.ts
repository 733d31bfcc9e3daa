import {
  type Circuit,
  type RandomStream,
  referenceEngine,
  type StateVector,
  simulate,
} from "../../src/index.ts";
import type { StateExpectation } from "../program.ts";
import { asComplex } from "./as-complex.ts";
import { measuresLast } from "./bit-law.ts";
import { type ComparedEntry, type Comparison, compareExactly } from "./comparison.ts";

/** Runs of a circuit with mid-circuit measurements whose final states are compared. */
const runs = 64;

/** Puts the final state beside an expected one; with mid-circuit measurements that of every run, up to its phase. */
export function compareState(
  circuit: Circuit,
  { amplitudes }: StateExpectation,
  random: RandomStream,
): Comparison {
  const wanted = new Map(
    Object.entries(amplitudes).map(([ket, entry]) => [Number.parseInt(ket, 2), asComplex(entry)]),
  );
  const labels = new Map(Object.keys(amplitudes).map((ket) => [Number.parseInt(ket, 2), `|${ket}⟩`]));
  const compare = (state: StateVector): Comparison => {
    let unlisted = 0;
    const entries: ComparedEntry[] = [];
    for (let index = 0; index < state.size; index++) {
      const obtained = state.amplitude(index);
      const expected = wanted.get(index);
      if (expected === undefined) unlisted = Math.max(unlisted, Math.hypot(...obtained));
      else entries.push({ label: labels.get(index) as string, expected, obtained });
    }
    return compareExactly(entries, unlisted);
  };
  if (measuresLast(circuit)) return compare(simulate(circuit));
  const compared = Array.from({ length: runs }, (_, k) => {
    const { state } = referenceEngine.run(circuit, { random: random.split("run", k) });
    return compare(inPhase(state, wanted));
  });
  return compared.reduce((worst, next) => (next.deviation > worst.deviation ? next : worst));
}

/** The state times the phase that brings it closest to the wanted one. */
function inPhase(state: StateVector, wanted: Map<number, readonly [number, number]>): StateVector {
  let [re, im] = [0, 0];
  for (const [index, [a, b]] of wanted) {
    const [c, d] = state.amplitude(index);
    re += a * c + b * d;
    im += b * c - a * d;
  }
  const size = Math.hypot(re, im);
  const copy = state.clone();
  if (size === 0) return copy;
  for (let k = 0; k < copy.size; k++) {
    const [c, d] = state.amplitude(k);
    copy.re[k] = (c * re - d * im) / size;
    copy.im[k] = (c * im + d * re) / size;
  }
  return copy;
}
