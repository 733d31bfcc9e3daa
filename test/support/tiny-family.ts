import type { MethodOutcome, StudyFamily, StudyMethod, Task } from "../../src/index.ts";

/** A family whose costs are known: the quantum method asks 10√n·d, the classical one n; both err by 0.1. */
export const tinyFamily: StudyFamily = {
  name: "tiny",
  title: "A tiny family",
  summary: "Costs that are known beforehand.",
  revision: 1,
  parameters: {
    n: { kind: "integer", default: 100, least: 1, most: 1e9, description: "size", symbol: "n" },
    d: { kind: "integer", default: 1, least: 1, most: 100, description: "width", symbol: "d" },
    epsilon: {
      kind: "number",
      default: 0.5,
      least: 0.01,
      most: 1,
      description: "accuracy",
      symbol: "ε",
      inverse: true,
    },
    shape: {
      kind: "choice",
      default: "round",
      choices: ["round", "flat"],
      description: "shape",
      symbol: "shape",
    },
  },
  unit: "row",
  errorName: "none",
  methods: [
    method("root", "quantum", true, (n, d) => 10 * Math.sqrt(n) * d),
    method("all", "classical", true, (n) => n),
    method("few", "classical", false, () => 5),
  ],
  assumptions: ["None."],
  require({ n, d }) {
    if (Number(d) > Number(n)) throw new RangeError(`d: expected at most n = ${n}, got ${d}; take less.`);
  },
  defaultStudy: { family: "tiny", seeds: [1] },
};

function method(
  name: string,
  side: StudyMethod["side"],
  guaranteed: boolean,
  cost: (n: number, d: number) => number,
): StudyMethod {
  const entry = (count: number, label: "measured" | "expected", stage: string) =>
    ({
      oracle: "A",
      access: side,
      unit: "row",
      use: side === "quantum" ? "forward" : "read",
      stage,
      count,
      label,
    }) as const;
  return {
    name,
    title: name,
    side,
    guaranteed,
    source: "made up",
    assumptions: [],
    costs: [],
    *run({ n, d }, random): Task<MethodOutcome> {
      yield { stage: "running", done: 0, total: 1 };
      // Noise of at most 2 % on the counts.
      const count = cost(Number(n), Number(d)) * (1 + 0.02 * random.split(name).uniform());
      return {
        ledger: [
          entry(count / 2, "measured", "halving level 1"),
          entry(count / 2, "measured", "halving level 2"),
        ],
        certificate: { lower: 0.9, upper: 1.1, epsilon: 0.5, holds: guaranteed },
        error: 0.1,
      };
    },
    predict: ({ n, d }) => [entry(cost(Number(n), Number(d)), "expected", "all")],
  };
}
