import { predictSpectral } from "../../../../algorithms/predict-spectral.ts";
import { spectralBoundsOf } from "../../../../matrix/algebra/spectral-bounds.ts";
import type { DenseMatrix } from "../../../../matrix/dense-matrix.ts";
import type { WeightedRows } from "../../../../matrix/weighted-rows.ts";
import { Ledger } from "../../../../oracles/ledger.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import type { Task } from "../../../../task/task.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { MethodOutcome, StudyFamily } from "../../study-family.ts";

/** How the halving sketch of a study is set: subsets are read where that is cheaper. */
export interface HalvingSetting {
  readonly epsilon: number;
  readonly delta: number;
  readonly fallback: "auto";
}

/** One Hessian whose rows can be sketched: what a system brings to such a study. */
export interface SketchedHessian {
  /** The rows √D_ii a_i, with exact scores where they depend on scores: what a sketch must approximate. */
  readonly rows: DenseMatrix;
  /** Sketches by repeated halving, on the bill of a ledger. */
  halve(how: HalvingSetting, random: RandomStream, ledger: Ledger): Task<WeightedRows>;
  /** Reads everything that exact scores take, on the bill of a ledger, and samples. */
  sample(random: RandomStream, ledger: Ledger): WeightedRows;
}

/** What the two systems with a Hessian by rows differ in. */
export interface HessianSketchWords
  extends Pick<StudyFamily, "name" | "title" | "summary" | "parameters" | "assumptions" | "defaultStudy"> {
  /** The matrix whose rows are asked for. */
  readonly oracle: string;
  /** Sketches for one Hessian, each of which may fail with probability δ/runs; a classical run reads all rows as often. */
  readonly runs: number;
  readonly source: string;
  readonly remark: string;
  /** Refuses what the system adds to settings. */
  require?(setting: Setting): void;
  instance(setting: Setting, random: RandomStream): SketchedHessian;
}

const delta = 0.05;

/** The study of one sketched Hessian: row queries by repeated halving against reading all rows. */
export function hessianSketchFamily(words: HessianSketchWords): StudyFamily {
  const { name, title, summary, parameters, assumptions, defaultStudy, oracle, runs, source, remark } = words;
  const readAll = (setting: Setting): LedgerEntry[] => [
    {
      ...{ oracle, access: "classical", unit: "row", use: "read", stage: "reading", label: "exact" },
      count: runs * numberOf(setting, "n"),
      note: runs === 1 ? "every row once" : `every row ${runs} times`,
    },
  ];
  return {
    name,
    title,
    summary,
    parameters,
    revision: 1,
    unit: "row",
    errorName: "max(1 − lower, upper − 1) of the spectral range against the rows with exact scores",
    methods: [
      {
        name: "halving",
        title: "repeated halving",
        side: "quantum",
        guaranteed: true,
        source: `${source}; derived, on arXiv:2311.03215, Theorem 3.1`,
        assumptions: [
          "Coherent access to the stored rows (QRAM).",
          "Reads subsets of rows where that is expected to cost fewer queries.",
          "The constant of the sampling rates is 1, without proof.",
        ],
        costs: [],
        *run(setting, random) {
          const hessian = words.instance(setting, random.split("instance"));
          const how = { epsilon: numberOf(setting, "epsilon"), delta, fallback: "auto" } as const;
          const ledger = new Ledger();
          const rows = yield* hessian.halve(how, random.split("halving"), ledger);
          return outcome(hessian, rows, ledger);
        },
        predict(setting) {
          const shape = { name: oracle, rows: numberOf(setting, "n"), columns: numberOf(setting, "d") };
          const ledger = new Ledger();
          for (let run = 0; run < runs; run++) {
            ledger.addAll(
              predictSpectral(shape, {
                ...{ epsilon: numberOf(setting, "epsilon"), delta: delta / runs },
                constant: "practical",
              }),
            );
          }
          return ledger.entries();
        },
      },
      {
        name: "leverage",
        title: "exact leverage sampling",
        side: "classical",
        guaranteed: true,
        source: "rows by exact leverage scores, which take all rows",
        assumptions: [],
        costs: [
          {
            name: "all rows",
            expression: runs === 1 ? "n" : `${runs} n`,
            access: "classical",
            label: "exact",
            paper: "derived",
            theorem: "a pass over the rows for the scores",
          },
        ],
        *run(setting, random) {
          const hessian = words.instance(setting, random.split("instance"));
          yield { stage: "reading", done: 0, total: 1 };
          const ledger = new Ledger();
          ledger.enter("reading");
          const rows = hessian.sample(random.split("sampling"), ledger);
          return outcome(hessian, rows, ledger);
        },
        predict: readAll,
        limit: readAll,
      },
    ],
    assumptions: [
      "A row query gives one row; a row in superposition is computed and uncomputed, two queries, and a measured candidate is checked by one read. What is read beside a row is in the results and not added to row queries.",
      ...assumptions,
    ],
    require(setting) {
      const [n, d] = [numberOf(setting, "n"), numberOf(setting, "d")];
      if (d >= n) throw new RangeError(`d: expected fewer columns than rows n = ${n}, got ${d}; take fewer.`);
      words.require?.(setting);
    },
    remarks: () => [remark],
    defaultStudy,
  };
}

function outcome({ rows }: SketchedHessian, kept: WeightedRows, ledger: Ledger): MethodOutcome {
  const { lower, upper } = spectralBoundsOf(kept, rows);
  return {
    ledger: ledger.entries(),
    certificate: null,
    error: Math.max(1 - lower, upper - 1),
    size: kept.weights.length,
  };
}

/** The parameters that both systems have. */
export const hessianSketchParameters = {
  n: { kind: "integer", default: 2 ** 16, least: 2, most: 2 ** 20, description: "rows", symbol: "n" },
  d: { kind: "integer", default: 3, least: 1, most: 16, description: "columns", symbol: "d" },
  epsilon: {
    ...{ kind: "number", default: 0.9, least: 0.05, most: 0.99, symbol: "ε", inverse: true },
    description: "accuracy of a sketch",
  },
} as const satisfies StudyFamily["parameters"];
