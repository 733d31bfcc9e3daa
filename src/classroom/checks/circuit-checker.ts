import type { Circuit } from "../../index.ts";
import type { Answer } from "../answer.ts";
import type { CheckOf, CircuitCheck } from "../check-schema.ts";
import type { Checker } from "../checker.ts";
import type { Difference } from "../difference.ts";
import { type CircuitCost, circuitCost, overLimits } from "./circuit-cost.ts";
import { circuitText, instancesOf, readCircuit } from "./read-circuit.ts";

/** What a circuit does with each thing that the given gate may turn out to be, and what it costs. */
export interface CircuitBehaviour<Seen> {
  readonly cases: readonly Seen[];
  readonly cost: CircuitCost;
  readonly over: Difference | null;
}

/** The parts of a check of circuits that differ from kind to kind. */
export interface CircuitView<K extends CircuitCheck["kind"], Seen> {
  /** What one circuit does. */
  look(circuit: Circuit, check: CheckOf<K>): Seen;
  /** Where it departs from the solution in a case. */
  compare(seen: Seen, right: Seen, check: CheckOf<K>, instance: number): Difference | null;
  /** Whether two circuits do the same in a case. */
  same(one: Seen, other: Seen, check: CheckOf<K>): boolean;
}

/** A checker of circuits: what a circuit does is looked at for every thing the given gate may be, then what it costs. */
export function circuitChecker<K extends CircuitCheck["kind"], Seen>(
  view: CircuitView<K, Seen>,
): Checker<K, CircuitBehaviour<Seen>> {
  return {
    answer: "circuit",
    observe(answer: Answer, check: CheckOf<K>) {
      const circuits = Array.from({ length: instancesOf(check) }, (_, k) =>
        readCircuit(circuitText(answer), check, k),
      );
      const cost = circuitCost(circuits[0], check);
      return {
        cases: circuits.map((circuit) => view.look(circuit, check)),
        cost,
        over: overLimits(cost, (check as CircuitCheck).limits),
      };
    },
    difference(seen, right, check) {
      for (const [k, shown] of seen.cases.entries()) {
        const difference = view.compare(shown, right.cases[k], check, k);
        if (difference !== null) return difference;
      }
      return seen.over;
    },
    alike(one, other, check) {
      return (
        one.cases.every((shown, k) => view.same(shown, other.cases[k], check)) &&
        (one.over === null) === (other.over === null)
      );
    },
  };
}
