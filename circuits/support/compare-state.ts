import {
  type Circuit,
  densityMatrix,
  type RandomStream,
  referenceEngine,
  type StateVector,
  simulate,
} from "../../src/index.ts";
import type { StateExpectation } from "../program.ts";
import { asComplex } from "./as-complex.ts";
import { followsBranches, measuresLast } from "./bit-law.ts";
import { type ComparedEntry, type Comparison, compareExactly } from "./comparison.ts";
import type { Complex } from "./complex-expression.ts";

/** Runs of a circuit with mid-circuit measurements whose final states are compared. */
const runs = 64;

/**
 * Puts the final state beside an expected one.
 *
 * With mid-circuit measurements that of many runs, up to its phase, and the mixture of all branches, which is pure exactly
 * if all of them end in the same state.
 */
export function compareState(
  circuit: Circuit,
  { amplitudes }: StateExpectation,
  random: RandomStream,
): Comparison {
  const wanted = new Map(
    Object.entries(amplitudes).map(([ket, entry]) => [Number.parseInt(ket, 2), asComplex(entry)]),
  );
  if (measuresLast(circuit)) return compareAmplitudes(simulate(circuit), wanted);
  const compared = Array.from({ length: runs }, (_, k) => {
    const { state } = referenceEngine.run(circuit, { random: random.split("run", k) });
    return compareAmplitudes(inPhase(state, wanted), wanted);
  });
  const worst = compared.reduce((kept, next) => (next.deviation > kept.deviation ? next : kept));
  const mixed = followsBranches(circuit) ? distanceFromPure(circuit, wanted) : 0;
  return { ...worst, deviation: Math.max(worst.deviation, mixed) };
}

function compareAmplitudes(state: StateVector, wanted: ReadonlyMap<number, Complex>): Comparison {
  let unlisted = 0;
  const entries: ComparedEntry[] = [];
  for (let index = 0; index < state.size; index++) {
    const obtained = state.amplitude(index);
    const expected = wanted.get(index);
    const label = `|${index.toString(2).padStart(state.qubits, "0")}⟩`;
    if (expected === undefined) unlisted = Math.max(unlisted, Math.hypot(...obtained));
    else entries.push({ label, expected, obtained });
  }
  return compareExactly(entries, unlisted);
}

/** The largest entry of |ρ − |ψ⟩⟨ψ||, ρ the mixture of all branches. */
function distanceFromPure(circuit: Circuit, wanted: ReadonlyMap<number, Complex>): number {
  const { size, re, im } = densityMatrix(circuit).density;
  let largest = 0;
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      const [a, b] = wanted.get(r) ?? [0, 0];
      const [x, y] = wanted.get(c) ?? [0, 0];
      const k = r * size + c;
      largest = Math.max(largest, Math.hypot(re[k] - (a * x + b * y), im[k] - (b * x - a * y)));
    }
  }
  return largest;
}

/** The state times the phase that brings it closest to the wanted one. */
function inPhase(state: StateVector, wanted: ReadonlyMap<number, Complex>): StateVector {
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
