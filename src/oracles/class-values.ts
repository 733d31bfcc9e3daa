import { GroverPlane } from "../simulator/search/grover-plane.ts";
import { requireIterations } from "../simulator/search/require-iterations.ts";
import type { ComparableValues, ValuesBeyond } from "./comparable-values.ts";
import type { Ledger } from "./ledger.ts";
import type { Unit } from "./ledger-entry.ts";

/** Consecutive positions with one value. */
export interface ValueClass {
  /** A whole number ≥ 1. */
  readonly count: number;
  readonly value: number;
}

/** How classes of values are put behind an oracle. */
export interface ClassValuesOptions {
  readonly name: string;
  readonly ledger: Ledger;
  /** What one query asks for. */
  readonly unit: Unit;
}

/**
 * Puts up to 2^53 values in a few classes behind an oracle: the subspace level, where positions of one class are alike.
 *
 * The plane of the marked and the unmarked superposition carries the state; a measurement picks a class by its count.
 *
 * Queries: 2 a phase application, 1 a check and 1 a read, as for a ValueOracle.
 * Errors: RangeError for no class, counts that are not whole numbers ≥ 1, NaN among the values, or an index out of range.
 *
 * @example classValues([{ count: 2 ** 30 - 1, value: 0 }, { count: 1, value: 1 }], { name: "v", ledger, unit: "key" }).size
 */
export function classValues(classes: readonly ValueClass[], options: ClassValuesOptions): ComparableValues {
  const { name, ledger, unit } = options;
  requireClasses(name, classes);
  const size = classes.reduce((sum, { count }) => sum + count, 0);
  const charge = (
    access: "classical" | "quantum",
    use: "read" | "check" | "forward" | "inverse",
    count: number,
  ) => ledger.charge({ oracle: name, access, unit, use, count });
  const valueAt = (i: number): number => {
    if (!Number.isInteger(i) || i < 0 || i >= size) {
      throw new RangeError(
        `${name}: expected an index that is a whole number from 0 to ${size - 1}, got ${i}; indices are counted from 0.`,
      );
    }
    let [at, rest] = [0, i];
    while (rest >= classes[at].count) rest -= classes[at++].count;
    return classes[at].value;
  };
  const beyond = (isMarked: (value: number) => boolean): ValuesBeyond => {
    const accepted = new Map<number, number>();
    return {
      prepare: () =>
        classRegister(classes, isMarked, (phases) => {
          charge("quantum", "forward", phases);
          charge("quantum", "inverse", phases);
        }),
      check(position) {
        const value = valueAt(position);
        charge("classical", "check", 1);
        if (isMarked(value)) accepted.set(position, value);
        return isMarked(value);
      },
      found(position) {
        const value = accepted.get(position);
        if (value !== undefined) return value;
        throw new RangeError(
          `${name}: expected a position that a check accepted, got ${position}; its value has not been paid for.`,
        );
      },
    };
  };
  return {
    size,
    read(i) {
      const value = valueAt(i);
      charge("classical", "read", 1);
      return value;
    },
    above: (threshold) => beyond((value) => value > threshold),
    below: (threshold) => beyond((value) => value < threshold),
  };
}

/** A register whose marked states are whole classes, kept as the two numbers of the Grover plane. */
function classRegister(
  classes: readonly ValueClass[],
  isMarked: (value: number) => boolean,
  bill: (phases: number) => void,
): ReturnType<ValuesBeyond["prepare"]> {
  const [marked, unmarked] = [true, false].map((wanted) => {
    let first = 0;
    const stretches: { first: number; count: number }[] = [];
    for (const { count, value } of classes) {
      if (isMarked(value) === wanted) stretches.push({ first, count });
      first += count;
    }
    return { stretches, count: stretches.reduce((sum, { count }) => sum + count, 0) };
  });
  const plane = new GroverPlane(marked.count, unmarked.count);
  const pick = ({ stretches, count: all }: typeof marked, choice: number): number => {
    let rank = Math.min(all - 1, Math.floor(choice * all));
    let at = 0;
    while (rank >= stretches[at].count) rank -= stretches[at++].count;
    return stretches[at].first + rank;
  };
  return {
    reset: () => plane.reset(),
    iterate(iterations) {
      requireIterations("classValues", iterations);
      plane.iterate(iterations);
      bill(iterations);
    },
    measure(random) {
      // The protocol of SearchRegister: the first number decides the group, the second the rank inside it.
      const isMarkedGroup = random.uniform() < plane.goodProbability();
      const choice = random.uniform();
      const isGood = (isMarkedGroup && marked.count > 0) || unmarked.count === 0;
      return pick(isGood ? marked : unmarked, choice);
    },
  };
}

function requireClasses(name: string, classes: readonly ValueClass[]): void {
  const bad = classes.find(
    ({ count, value }) => !Number.isSafeInteger(count) || count < 1 || Number.isNaN(value),
  );
  if (classes.length === 0 || bad !== undefined) {
    throw new RangeError(
      `${name}: expected classes of values with whole counts ≥ 1, got ${bad === undefined ? "none" : JSON.stringify(bad)}; leave empty classes out.`,
    );
  }
}
