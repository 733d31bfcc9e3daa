import type { FoundRow, Marking, NestedSubsets } from "../oracles/nested-subsets.ts";
import { findAllTask } from "../primitives/find-all.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Task } from "../task/task.ts";
import type { SketchParameters } from "./sketch-options.ts";

/**
 * Marks rows of a subset by a frozen rule and finds all of them by Grover search, with a certificate that none is left.
 *
 * Queries: about K√(N s) coherent row queries for s marked rows of N, see expectedFindAll; a check per measurement.
 */
export function* findMarked(
  subsets: NestedSubsets,
  marking: Omit<Marking, "fidelity" | "bits">,
  run: {
    readonly stage: string;
    readonly expected: number;
    readonly parameters: SketchParameters;
    readonly missProbability: number;
    readonly random: RandomStream;
  },
): Task<FoundRow[]> {
  const { stage, expected, parameters, missProbability, random } = run;
  yield { stage, done: 0, total: expected };
  const marked = subsets.mark({
    ...marking,
    fidelity: parameters.level,
    ...(parameters.bits === null ? {} : { bits: parameters.bits }),
  });
  const search = findAllTask(marked, {
    mode: parameters.search,
    certificate: parameters.certificate,
    missProbability,
    random,
  });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value.positions.map((position) => marked.found(position));
    yield { stage, done: step.value.done, total: Math.max(expected, step.value.done) };
  }
}
