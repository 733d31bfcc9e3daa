import { seededRandom } from "../../index.ts";
import type { Answer } from "../answer.ts";
import type { CheckOf } from "../check-schema.ts";
import type { Checker } from "../checker.ts";
import { type Counted, type Problem, problems } from "../problems.ts";

/** The parameters of an answer, and the counted bills there: runs are made only when a bill is asked for. */
interface Bills {
  readonly values: Readonly<Record<string, number>>;
  at(): Counted;
  /** At half the value that has to be the crossing, where that is asked for. */
  before(): Counted | null;
}

/** Whether the counted bills at the parameters of an answer stand as asked for. */
export const instance: Checker<"instance", Bills> = {
  answer: "instance",
  observe(answer: Answer, check) {
    const problem = problemOf(check);
    const given = (answer as { instance: Record<string, number> }).instance;
    const values = readParameters(problem, check, given);
    const { crossing } = check;
    if (crossing !== undefined && !Number.isInteger(Math.log2(values[crossing]))) {
      throw new RangeError(
        `${crossing}: expected a power of two, got ${values[crossing]}; the steps are doublings.`,
      );
    }
    return {
      values,
      at: () => medianCounts(problem, values),
      before: () =>
        crossing === undefined
          ? null
          : medianCounts(problem, { ...values, [crossing]: values[crossing] / 2 }),
    };
  },
  difference({ values, ...bills }, _, check) {
    const at = bills.at();
    const wanted = check.quantum;
    const here = stands(at, check) ? null : describe(at, values, check);
    if (here !== null) {
      return {
        reason: `The quantum count must be ${wanted === "<" ? "below" : "above"} the classical one${pricedAt(check)}; at these parameters it is not.`,
        counterexample: here,
      };
    }
    const before = bills.before();
    if (before === null || check.crossing === undefined || !stands(before, check)) return null;
    return {
      reason: `It already holds at half of ${check.crossing}; the crossing is the first value at which it holds.`,
      counterexample: describe(before, { ...values, [check.crossing]: values[check.crossing] / 2 }, check),
    };
  },
  alike: (one, other) => Object.keys(one.values).every((key) => one.values[key] === other.values[key]),
};

function problemOf({ problem }: CheckOf<"instance">): Problem {
  const found = problems.find(({ name }) => name === problem);
  if (found !== undefined) return found;
  throw new RangeError(
    `problem: expected one of ${problems.map(({ name }) => name).join(", ")}, got ${problem}; correct the check.`,
  );
}

function readParameters(
  { parameters }: Problem,
  { fixed = {} }: CheckOf<"instance">,
  given: Readonly<Record<string, number>>,
): Record<string, number> {
  const free = Object.keys(parameters).filter((name) => !Object.hasOwn(fixed, name));
  const unknown = Object.keys(given).find((name) => !free.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `answer: expected values of ${free.join(", ")}, got ${unknown.slice(0, 40)}; leave it out.`,
    );
  }
  const values: Record<string, number> = { ...fixed };
  for (const name of free) {
    const { least, most, whole } = parameters[name];
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
      throw new RangeError(
        `${name}: expected a ${whole ? "whole " : ""}number from ${least} to ${most}, got ${value ?? "none"}; choose one.`,
      );
    }
    values[name] = value;
  }
  return values;
}

/** Counts that were made: many answers name the same parameters. */
const made = new Map<string, Counted>();

/** Medians over runs with seeds of their own: the same for everyone, today and tomorrow. */
function medianCounts(problem: Problem, values: Readonly<Record<string, number>>): Counted {
  const key = JSON.stringify([problem.name, Object.entries(values).sort()]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const counts = Array.from({ length: problem.runs }, (_, k) =>
    problem.count(values, seededRandom("exercise").split(problem.name, k)),
  );
  const median = (side: keyof Counted) => {
    const ordered = counts.map((count) => count[side]).sort((a, b) => a - b);
    return ordered[(problem.runs - 1) / 2];
  };
  const medians = { quantum: median("quantum"), classical: median("classical") };
  if (made.size >= 1000) made.clear();
  made.set(key, medians);
  return medians;
}

function stands(
  { quantum, classical }: Counted,
  { quantum: relation, price = 1 }: CheckOf<"instance">,
): boolean {
  return relation === "<" ? price * quantum < classical : price * quantum > classical;
}

function pricedAt({ price = 1 }: CheckOf<"instance">): string {
  return price === 1 ? "" : ` when a quantum query costs ${price} classical ones`;
}

function describe(
  { quantum, classical }: Counted,
  values: Readonly<Record<string, number>>,
  check: CheckOf<"instance">,
): string {
  const setting = Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");
  return `At ${setting}: ${quantum} quantum queries against ${classical} classical ones${pricedAt(check)} (medians of ${problemOf(check).runs} counted runs).`;
}
