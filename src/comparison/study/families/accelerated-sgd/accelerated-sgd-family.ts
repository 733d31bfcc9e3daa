import {
  type Accelerator,
  acceleratedSGDTask,
} from "../../../../applications/accelerated-sgd/accelerated-sgd-run.ts";
import { noisyQuadratic } from "../../../../applications/accelerated-sgd/stochastic-objective.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import type { Task } from "../../../../task/task.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { MethodOutcome, StudyFamily, StudyMethod } from "../../study-family.ts";

const unknown: readonly LedgerEntry[] = [
  {
    oracle: "f",
    access: "classical",
    unit: "gradient",
    use: "read",
    stage: "steps",
    count: null,
    label: "unavailable",
    note: "the bounds are too loose to predict a run",
  },
];

/** Stochastic gradients to a small true gradient, by plain SGD and along auxiliary vectors, at one step length. */
export const acceleratedSgdFamily: StudyFamily = {
  name: "accelerated-sgd",
  title: "Stochastic gradients to a small gradient, at one step length",
  summary:
    "How many stochastic gradients of a noisy quadratic are asked for until the true gradient is first no longer than ε. All methods have the same step length and the same noise.",
  revision: 1,
  parameters: {
    lr: {
      ...{ kind: "number", default: 0.05, least: 1e-6, most: 10, symbol: "η" },
      description: "step length",
    },
    epsilon: {
      ...{ kind: "number", default: 0.2, least: 1e-3, most: 10, symbol: "ε", inverse: true },
      description: "length of the true gradient that is to be reached",
    },
    d: { kind: "integer", default: 50, least: 1, most: 1000, description: "dimension", symbol: "d" },
    noise: {
      ...{ kind: "number", default: 1, least: 0, most: 100, symbol: "σ" },
      description: "size of the noise of a gradient",
    },
    T: {
      ...{ kind: "integer", default: 2000, least: 1, most: 20_000, symbol: "T" },
      description: "most steps; a run that has not reached ε by then counts them all",
    },
  },
  unit: "gradient",
  errorName: "1 for a run that did not reach ε in T steps, else 0",
  methods: [
    method("plain", "plain SGD", "none", false),
    method("reject", "Reject Accelerating", "momentum", true),
    method("random-vector", "Random Vector Accelerating", "random", true),
    method("momentum", "momentum without rejection", "momentum", false),
  ],
  assumptions: [
    "The end of a run is told by the true gradient, which no method sees: a promise to all of them.",
    "The quadratic has curvatures from 1 down to 1/10; one function says nothing of others.",
  ],
  require: () => {},
  remarks: () => [
    "Fewer gradients at one step length are no acceleration: an accelerated gradient is a longer step, and a longer step is what plain SGD can take too, up to where the noise keeps it from ε. What counts is the least over all step lengths, which the bounds of these methods do not put below that of plain SGD.",
    "No quantum method takes part: for this task quantum lower bounds equal the classical ones (arXiv:2212.03906).",
  ],
  defaultStudy: {
    family: "accelerated-sgd",
    sweeps: [
      { vary: "lr", values: [0.01, 0.02, 0.05, 0.1, 0.15, 0.2] },
      { vary: "epsilon", values: [0.8, 0.4, 0.2, 0.1] },
    ],
    seeds: [1, 2, 3, 4, 5],
    prices: [1],
  },
};

function method(name: string, title: string, v: Accelerator, reject: boolean): StudyMethod {
  return {
    name,
    title,
    side: "classical",
    guaranteed: true,
    source: v === "none" ? "standard" : "arXiv:2402.01515; the update is our reading",
    assumptions: [],
    costs: [],
    run: (setting, random) => gradientsToEpsilon(setting, random, v, reject),
    predict: () => unknown,
  };
}

function* gradientsToEpsilon(
  setting: Setting,
  random: RandomStream,
  v: Accelerator,
  reject: boolean,
): Task<MethodOutcome> {
  const [lr, epsilon, d, noise, T] = ["lr", "epsilon", "d", "noise", "T"].map((name) =>
    numberOf(setting, name),
  );
  const options = { f: noisyQuadratic({ d, noise }), v, reject, lr, random: random.split("instance") };
  const { gradientNorms } = yield* acceleratedSGDTask({ ...options, T });
  const reached = gradientNorms.findIndex((norm, steps) => steps > 0 && norm <= epsilon);
  // The same run again, up to there: its bill is that of the steps that were needed.
  const { ledger } = yield* acceleratedSGDTask({ ...options, T: reached < 0 ? T : reached });
  return { ledger: ledger.entries(), certificate: null, error: reached < 0 ? 1 : 0 };
}
