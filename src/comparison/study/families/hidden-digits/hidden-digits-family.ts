import {
  askHiddenDigits,
  findHiddenDigits,
} from "../../../../applications/modular-addition/hidden-digits.ts";
import { requireTask } from "../../../../applications/modular-addition/largest-margin.ts";
import { linearFormOracle } from "../../../../applications/modular-addition/linear-form-oracle.ts";
import { LimitError } from "../../../../errors/limit-error.ts";
import { Ledger } from "../../../../oracles/ledger.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import { digitQubits } from "../../../../primitives/cyclic-fourier-circuit.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { StudyFamily, StudyMethod } from "../../study-family.ts";

const mostQubits = 20;

/** Digits hidden behind a linear form modulo p: one query in superposition against one a digit. */
export const hiddenDigitsFamily: StudyFamily = {
  name: "hidden-digits",
  title: "Digits hidden behind a sum modulo p",
  summary: "Find s from a ↦ s₁a₁ + … + s_k a_k mod p. The transform of Z_p reads all digits from one query.",
  revision: 1,
  parameters: {
    k: { kind: "integer", default: 3, least: 2, most: 8, description: "hidden digits", symbol: "k" },
    p: {
      kind: "integer",
      default: 5,
      least: 3,
      most: 1021,
      description: "the modulus, an odd prime",
      symbol: "p",
    },
  },
  unit: "entry",
  errorName: "probability of another outcome",
  methods: [
    method({
      name: "one-query",
      title: "one query in superposition",
      side: "quantum",
      source: "Bernstein and Vazirani, SIAM Journal on Computing 26, 1411 (1997), over Z_p",
      count: () => 1,
      expression: "1",
      find: (secret, modulus, ledger) =>
        Math.abs(1 - findHiddenDigits(linearFormOracle(secret, { modulus, ledger })).probability),
    }),
    method({
      name: "one-a-digit",
      title: "one question a digit",
      side: "classical",
      source: "k questions: an answer is one digit's worth of information at most",
      count: ({ k }) => k,
      expression: "k",
      find: (secret, modulus, ledger) => {
        askHiddenDigits(linearFormOracle(secret, { modulus, ledger }));
        return 0;
      },
    }),
  ],
  assumptions: [
    "A query gives one value of the linear form, in superposition where the method asks so; no stored data are needed (no QRAM).",
    "The sum of k known digits itself shows no gap: each digit is used once, by adding and by Fourier phases.",
  ],
  require(setting) {
    const { k, p } = sizes(setting);
    requireTask("hidden-digits", k, p);
    const qubits = (k + 1) * digitQubits(p);
    if (qubits > mostQubits) {
      throw new LimitError("hidden-digits", mostQubits, qubits, "qubits", "take fewer digits or a smaller p");
    }
  },
  defaultStudy: {
    family: "hidden-digits",
    title: "Hidden digits: one query against k",
    sweeps: [{ vary: "k", values: [2, 3, 4, 5] }],
    seeds: [1, 2, 3],
  },
};

function method(words: {
  readonly name: string;
  readonly title: string;
  readonly side: "quantum" | "classical";
  readonly source: string;
  readonly count: (size: { k: number; p: number }) => number;
  readonly expression: string;
  /** Asks, and returns the probability of another outcome. */
  readonly find: (secret: readonly number[], modulus: number, ledger: Ledger) => number;
}): StudyMethod {
  const { name, title, side, source, count, expression, find } = words;
  const predict = (setting: Setting): LedgerEntry[] => [
    {
      oracle: "O_s",
      access: side,
      unit: "entry",
      use: side === "quantum" ? "forward" : "read",
      stage: "hidden digits",
      count: count(sizes(setting)),
      label: "exact",
      note: source,
    },
  ];
  return {
    name,
    title,
    side,
    source,
    guaranteed: true,
    assumptions: [],
    costs: [{ name: title, expression, access: side, label: "exact", paper: "derived", theorem: source }],
    *run(setting: Setting, random: RandomStream) {
      const { k, p } = sizes(setting);
      const draw = random.split("instance");
      const secret = Array.from({ length: k }, () => draw.integer(p));
      yield { stage: title, done: 0, total: 1 };
      const ledger = new Ledger();
      ledger.enter("hidden digits");
      const error = find(secret, p, ledger);
      return { ledger: ledger.entries(), certificate: null, error };
    },
    predict,
    limit: predict,
  };
}

function sizes(setting: Setting): { k: number; p: number } {
  return { k: numberOf(setting, "k"), p: numberOf(setting, "p") };
}
