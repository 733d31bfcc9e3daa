import type { Band } from "../../comparison/statistics/band.ts";
import type { Crossing } from "../../comparison/statistics/crossing.ts";
import type {
  CrossoverMap,
  StudyAnalysis,
  SweepAnalysis,
} from "../../comparison/study/analysis/study-analysis.ts";
import type { StudyFamily } from "../../comparison/study/study-family.ts";
import type { StudyPlan } from "../../comparison/study/study-plan.ts";
import { numberText } from "../format/number-text.ts";
import type { Table } from "../tables/table.ts";
import { measureWords, sideWords } from "./measure-words.ts";
import { fixedText, settingWords, timesText, valueText } from "./study-words.ts";

const count = (value: number | null) => numberText(value === null ? null : Math.round(value));

/** Every method of a sweep: what was counted and predicted, of both kinds where there are two, error and certificates. */
export function sweepTable({ family }: Pick<StudyPlan, "family">, sweep: SweepAnalysis): Table {
  const sides = (["quantum", "classical"] as const).filter(
    (side) => side === "classical" || sweep.methods.some((method) => method.side === side),
  );
  const of = (side: string) => (sides.length === 1 ? "" : `${side}, `);
  return {
    caption: `Medians over seeds with their band; ${measureWords(family.unit).counted}. ${settingWords(family, sweep.fixed)}`,
    columns: [
      { heading: sweep.symbol, numeric: true },
      { heading: "method" },
      ...sides.flatMap((side) => [
        { heading: `${of(side)}counted`, numeric: true },
        { heading: `${of(side)}predicted`, numeric: true },
      ]),
      { heading: "error", numeric: true },
      { heading: "certified", numeric: true },
    ],
    rows: sweep.values.flatMap((value, k) =>
      sweep.methods.map(({ title, points }) => {
        const { predicted, error, held, certified, ...counted } = points[k];
        return {
          cells: [
            valueText(value),
            title,
            ...sides.flatMap((side) => [bandText(counted[side]), count(predicted[side])]),
            error === null ? "–" : numberText(error.median, { style: "significant" }),
            certified === 0 ? "–" : `${held} of ${certified}`,
          ],
        };
      }),
    ),
  };
}

/** Where the first method of a classical study counts less than each other one. */
export function contestTable(plan: StudyPlan, sweep: SweepAnalysis): Table {
  return {
    caption: `Crossovers in ${sweep.symbol} from ${valueText(sweep.values[0])} to ${valueText(sweep.values[sweep.values.length - 1])}; ${settingWords(plan.family, sweep.fixed)}`,
    columns: [
      { heading: "method" },
      { heading: "against" },
      { heading: "counted" },
      { heading: "predicted" },
    ],
    rows: sweep.contests.map(({ first, second, counted, predicted }) => {
      const titles = [titleOf(plan, first), titleOf(plan, second)] as const;
      return {
        cells: [...titles, crossingText(counted, titles), crossingText(predicted, titles)],
      };
    }),
  };
}

/** Where each guaranteed quantum method becomes cheaper than each guaranteed classical one, over prices. */
export function crossoverTable(plan: StudyPlan, sweep: SweepAnalysis): Table {
  return {
    caption: `Crossovers in ${sweep.symbol} from ${valueText(sweep.values[0])} to ${valueText(sweep.values[sweep.values.length - 1])}; ${settingWords(plan.family, sweep.fixed)}`,
    columns: [
      { heading: "quantum method" },
      { heading: "classical method" },
      { heading: "price of a quantum query", numeric: true },
      { heading: "counted" },
      { heading: "predicted" },
    ],
    rows: sweep.duels.flatMap(({ quantum, classical, crossovers }) =>
      crossovers.map(({ price, counted, predicted }) => ({
        cells: [
          titleOf(plan, quantum),
          titleOf(plan, classical),
          numberText(price),
          crossingText(counted),
          crossingText(predicted),
        ],
      })),
    ),
  };
}

/** At which price of a quantum query both sides cost the same. */
export function breakEvenTable(plan: StudyPlan, sweep: SweepAnalysis): Table {
  return {
    caption:
      "Break-even price: what a quantum query may cost, in classical ones, before the advantage is gone",
    columns: [
      { heading: sweep.symbol, numeric: true },
      ...sweep.duels.map(({ quantum, classical }) => ({
        heading: `${titleOf(plan, quantum)} against ${titleOf(plan, classical)}`,
        numeric: true,
      })),
    ],
    rows: sweep.values.map((value, k) => ({
      cells: [
        valueText(value),
        ...sweep.duels.map(({ breakEven }) => {
          const { price } = breakEven[k];
          if (price === null) return "the same";
          return price.median <= 0
            ? "never"
            : `${timesText(price.median)} [${timesText(price.low)}, ${timesText(price.high)}]`;
        }),
      ],
    })),
  };
}

/** The six numbers of each oracle, for the first duel of a sweep. */
export function accountTable(plan: StudyPlan, sweep: SweepAnalysis): Table {
  const [duel] = sweep.duels;
  return {
    caption: `Six numbers per oracle: ${titleOf(plan, duel.classical)} against ${titleOf(plan, duel.quantum)}`,
    columns: [
      { heading: sweep.symbol, numeric: true },
      { heading: "oracle" },
      { heading: "classical, actual", numeric: true },
      { heading: "classical, expected", numeric: true },
      { heading: "hybrid, expected classical", numeric: true },
      { heading: "hybrid, expected quantum", numeric: true },
      { heading: "hybrid, worst case classical", numeric: true },
      { heading: "hybrid, worst case quantum", numeric: true },
    ],
    rows: duel.accounts.map(({ value, oracle, account }) => ({
      cells: [
        valueText(value),
        oracle,
        count(account.classicalActual),
        count(account.classicalExpected),
        count(account.quantumExpected.classical),
        count(account.quantumExpected.quantum),
        count(account.quantumWorstCase.classical),
        count(account.quantumWorstCase.quantum),
      ],
    })),
  };
}

/** Fitted exponents with what they were fitted on. */
export function fitTable({ sweeps, unit }: StudyAnalysis): Table {
  return {
    caption: "Growth: exponent of a power law fitted on medians, with its confidence interval and range",
    columns: [
      { heading: "in" },
      { heading: "method" },
      { heading: "counted" },
      { heading: "exponent", numeric: true },
      { heading: "interval" },
      { heading: "range" },
      { heading: "values", numeric: true },
    ],
    rows: sweeps.flatMap(({ symbol, inverse, methods }) =>
      methods.flatMap(({ title, side, fit }) =>
        fit === null
          ? []
          : [
              {
                cells: [
                  inverse ? `1/${symbol}` : symbol,
                  title,
                  sideWords(unit, side),
                  fixedText(fit.exponent, 3),
                  fit.low === null || fit.high === null
                    ? "–"
                    : `[${fixedText(fit.low, 3)}, ${fixedText(fit.high, 3)}] at ${numberText(fit.confidence)}`,
                  `${valueText(fit.from)} … ${valueText(fit.to)}`,
                  String(fit.points),
                ],
              },
            ],
      ),
    ),
  };
}

/** The lines of a crossover map as numbers. */
export function mapTable({ x, y, lines }: CrossoverMap): Table {
  return {
    caption: `Predicted crossover in ${x.symbol}, for each price of a quantum query`,
    columns: [
      { heading: y.symbol, numeric: true },
      ...lines.map(({ price }) => ({ heading: `price ${numberText(price)}`, numeric: true })),
    ],
    rows: y.values.map((value, j) => ({
      cells: [
        numberText(value, { style: "significant" }),
        ...lines.map(({ at }) => {
          const crossing = at[j];
          return crossing === null ? "none in range" : valueText(crossing);
        }),
      ],
    })),
  };
}

/** A crossing in words; null stands for one that is not known. */
export function crossingText(
  crossing: Crossing | null,
  [first, second]: readonly [string, string] = ["quantum", "classical"],
): string {
  if (crossing === null) return "unavailable";
  if (crossing.kind === "none") {
    return `no crossover in range (${{ first: `${first} cheaper`, second: `${second} cheaper`, neither: `${first} nowhere cheaper` }[crossing.cheaper]})`;
  }
  const { at, low, high, cheaper } = crossing;
  const band = low === high ? "" : ` [${valueText(low)}, ${valueText(high)}]`;
  return `${valueText(at)}${band}, ${first} cheaper ${cheaper}`;
}

function bandText({ median, low, high }: Band): string {
  return low === high ? count(median) : `${count(median)} [${count(low)}, ${count(high)}]`;
}

function titleOf({ methods }: { readonly methods: StudyFamily["methods"] }, name: string): string {
  return methods.find((method) => method.name === name)?.title ?? name;
}
