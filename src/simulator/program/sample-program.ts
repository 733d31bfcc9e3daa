import { binomial } from "../../random/binomial.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { marginal } from "../marginal.ts";
import type { ReadoutError } from "../noise/noise-model.ts";
import { requireShots } from "../require-shots.ts";
import { sampleOutcomes } from "../sample-outcomes.ts";
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
    for (const { bits, shots: count } of endings(program, path)) {
      const key = [...bits].reverse().join("");
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    done += path.shots;
    yield { stage: "shots", done, total: shots };
    path = walk.next(path);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The final measurements of the shots of a path, all drawn from the one state. */
function endings({ final, readout }: Program, { state, bits, shots, stream }: Path): Ending[] {
  if (final.length === 0) return [{ bits, shots }];
  const qubits = [...new Set(final.map(({ qubit }) => qubit))];
  return sampleOutcomes(marginal(state, qubits), shots, stream).flatMap(({ outcome, count }) => {
    const read = bits.slice();
    for (const { qubit, bit } of final) read[bit] = (outcome >> qubits.indexOf(qubit)) & 1;
    const ending = { bits: read, shots: count };
    return readout === undefined ? [ending] : misread(ending, final, readout, stream);
  });
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
