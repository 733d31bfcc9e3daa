import { binomial } from "../../random/binomial.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { marginal } from "../marginal.ts";
import type { ReadoutError } from "../noise/noise-model.ts";
import { requireShots } from "../require-shots.ts";
import { lawWeights, type SampledOutcomes, sampleWeights, stateWeights } from "../sample-weights.ts";
import type { StateVector } from "../state-vector.ts";
import { endingKey } from "./ending-key.ts";
import { type Path, ProgramWalk, type WalkOptions } from "./program-walk.ts";
import type { Program } from "./step.ts";

/** Smaller states are done with in so little time that a pause after each instruction would cost more. */
const pauseFrom = 2 ** 12;

/** The classical bits that some shots ended with. */
interface Ending {
  readonly bits: Uint8Array;
  readonly shots: number;
}

/** Runs a program many times and counts its classical bits, bit 0 rightmost. */
export function* sampleProgram(program: Program, options: WalkOptions): Task<Record<string, number>> {
  const { shots } = options;
  requireShots("run", shots);
  const walk = new ProgramWalk(program, options);
  const counts = new Map<string, number>();
  let done = 0;
  let path = shots === 0 ? undefined : walk.start();
  while (path !== undefined) {
    for (const _ of walk.follow(path)) {
      if (path.state.size >= pauseFrom) yield { stage: "shots", done, total: shots };
    }
    for (const [key, count] of endings(program, path)) counts.set(key, (counts.get(key) ?? 0) + count);
    done += path.shots;
    yield { stage: "shots", done, total: shots };
    path = walk.next(path);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The final measurements of the shots of a path, all drawn from the one state: strings of bits with their numbers. */
function* endings(
  { final, readout }: Program,
  { state, bits, shots, stream }: Path,
): Iterable<[string, number]> {
  if (final.length === 0) {
    yield [keyOf(bits), shots];
    return;
  }
  const qubits = [...new Set(final.map(({ qubit }) => qubit))];
  const measured = final.map(({ qubit, bit }) => ({ outcome: qubits.indexOf(qubit), bit }));
  const { outcomes, counts } = drawn(state, qubits, shots, stream);
  if (readout === undefined) {
    const key = endingKey(measured, bits);
    for (let k = 0; k < outcomes.length; k++) yield [key(outcomes[k]), counts[k]];
    return;
  }
  for (let k = 0; k < outcomes.length; k++) {
    const read = bits.slice();
    for (const { outcome, bit } of measured) read[bit] = (outcomes[k] >> outcome) & 1;
    for (const ending of misread({ bits: read, shots: counts[k] }, final, readout, stream)) {
      yield [keyOf(ending.bits), ending.shots];
    }
  }
}

/** Outcomes of some qubits. All qubits in order are read from the state itself; others from their law, which is smaller. */
function drawn(
  state: StateVector,
  qubits: readonly number[],
  shots: number,
  stream: RandomStream,
): SampledOutcomes {
  const isWhole = qubits.length === state.qubits && qubits.every((qubit, k) => qubit === k);
  return sampleWeights(isWhole ? stateWeights(state) : lawWeights(marginal(state, qubits)), shots, stream);
}

function keyOf(bits: Uint8Array): string {
  return Array.from(bits).reverse().join("");
}

/** Flips bits at random, each shot and bit on its own; shots that stay equal are kept together. */
function misread(
  ending: Ending,
  measured: readonly { readonly bit: number }[],
  { p01, p10 }: ReadoutError,
  stream: RandomStream,
): Ending[] {
  let endings = [ending];
  for (const { bit } of measured) {
    endings = endings.flatMap((before) => {
      const { bits, shots } = before;
      const flips = binomial(shots, bits[bit] === 0 ? p01 : p10, stream);
      if (flips === 0) return [before];
      const flipped = bits.slice();
      flipped[bit] ^= 1;
      const wrong = { bits: flipped, shots: flips };
      return flips === shots ? [wrong] : [{ bits, shots: shots - flips }, wrong];
    });
  }
  return endings;
}
