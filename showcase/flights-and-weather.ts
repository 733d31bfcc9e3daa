import {
  approximateKroneckerAsync,
  type CompleteAsyncOptions,
  certifyKronecker,
  classicalSketch,
  columnState,
  Ledger,
  predictKronecker,
  rowOracle,
  seededRandom,
} from "../src/index.ts";
import {
  billByStage,
  billTable,
  bothWidths,
  errorBudget,
  numberText,
  pairsTable,
  type ReportHighlight,
  type ReportSection,
  spectrumBars,
  spectrumTable,
  weightsMap,
} from "../src/presentation/index.ts";
import { flights } from "./data/flights.ts";
import { weather } from "./data/weather.ts";

const options = {
  epsilon: 0.5,
  delta: 0.05,
  constant: "rigorous",
  search: "unknown",
  level: "subspace",
} as const;

/**
 * Sketches three million flights ⊗ a year of hourly weather, and sets the bill beside that of reading each factor once.
 */
export async function flightsAndWeather(
  seed: number,
  background: CompleteAsyncOptions,
): Promise<{ readonly section: ReportSection; readonly highlights: readonly ReportHighlight[] }> {
  const data = [await flights(), weather()];
  const factors = data.map(({ matrix }) => matrix);
  const random = seededRandom(seed).split("flights and weather");
  const oracles = factors.map((factor) => rowOracle(factor));
  const sketch = await approximateKroneckerAsync(oracles, { ...options, random, ...background });
  const certificate = certifyKronecker(factors, sketch);
  const states = columnState(factors, sketch);
  const prediction = predictKronecker(factors, options);
  const rival = classicalSketch(oracles, { ...options, constant: 3, random: random.split("classical") });
  const rivalCertificate = certifyKronecker(factors, rival, options.epsilon);

  const bill = new Ledger();
  bill.addAll(sketch.ledger.entries());
  bill.addAll(prediction.ledger);
  const quantum = sketch.ledger.total();
  const classical = rival.ledger.total();
  const perFactor = sketch.plan.factors.map(({ name }) => ({
    asked: sketch.ledger.total({ oracle: name }),
    coherent: sketch.ledger.total({ oracle: name, access: "quantum" }),
    rival: rival.ledger.total({ oracle: name }),
  }));
  const pairs = {
    pairs: sketch.rows.map(({ index, weight }) => ({ index: [index[0], index[1]] as const, weight })),
    sizes: [factors[0].rows, factors[1].rows] as const,
    names: ["flights", "weather"] as const,
  };
  const spectra = {
    before: [...states.before].reverse(),
    after: [...states.after].reverse(),
    scale: "log",
    names: ["of |A⟩", "of the sketch"],
  } as const;

  return {
    highlights: [
      {
        value: `${numberText(quantum, { style: "short" })}`,
        text: `row queries by the quantum sketch of flights ⊗ weather, ${numberText(perFactor[0].coherent, { style: "short" })} of them coherent`,
        role: "quantum",
      },
      {
        value: `${numberText(classical, { style: "short" })}`,
        text: "row reads by the classical rival, which reads each factor once",
        role: "classical",
      },
    ],
    section: {
      heading: "Three million flights ⊗ a year of weather",
      paragraphs: [
        `The first factor holds ${numberText(factors[0].rows)} flights (${data[0].columnNames.join(", ")}; ${numberText(data[0].rowsDropped)} rows dropped for missing values), the second ${numberText(factors[1].rows)} hours (${data[1].columnNames.join(", ")}). Their Kronecker product has ${numberText(factors[0].rows * factors[1].rows)} rows and ${factors[0].columns * factors[1].columns} columns and is never written down. Sources: ${data.map(({ source }) => `${source.title} (${source.package}, ${source.file})`).join("; ")}.`,
        `With ε = ${options.epsilon}, δ = ${options.delta} and the rigorous constant c = 3 the sketch keeps **${numberText(sketch.weights.length)} weighted rows**. Certified: every direction keeps between **${certificate.lower.toFixed(3)}** and **${certificate.upper.toFixed(3)}** of its squared length (asked: ${1 - options.epsilon} to ${1 + options.epsilon}). The classical rival knows all leverages exactly and can spend the whole ε on its one sampling: it draws ${numberText(rival.weights.length)} rows and reaches ${rivalCertificate.lower.toFixed(3)} to ${rivalCertificate.upper.toFixed(3)}. The quantum sketch divides ε among three stages and keeps more rows.`,
        verdict(perFactor),
        ...sketch.warnings.map((warning) => `Note: ${warning}`),
      ],
      figures: [
        {
          svg: bothWidths(billByStage, {
            title: "Who asked how often",
            factors: [
              { oracle: "A1", name: "A₁ · flights", rows: factors[0].rows },
              { oracle: "A2", name: "A₂ · weather", rows: factors[1].rows },
            ],
            sides: [
              { name: "quantum sketch", role: "quantum", entries: bill.entries() },
              { name: "classical rival", role: "classical", entries: rival.ledger.entries() },
            ],
          }),
          caption:
            "Row queries by factor and stage. Segments were counted while running; dashed ticks were predicted from the shapes alone before the run: one for what the formula gives exactly (reads), one for what it expects (coherent queries and checks), since the two are not added up.",
          table: billTable(bill.entries()),
        },
        {
          svg: bothWidths(weightsMap, { ...pairs, title: "The sketch on the plane of row pairs" }),
          caption:
            "Each dot is one kept row of the product: a flight and an hour. Rare combinations with high leverage are kept with small weights, ordinary ones stand for many.",
          table: pairsTable({ ...pairs }),
        },
        {
          svg: bothWidths(errorBudget, {
            title: "Certified error inside what was asked for",
            groups: [
              { name: "quantum sketch", epsilon: options.epsilon, intervals: [certificate] },
              {
                name: "classical rival",
                epsilon: options.epsilon,
                intervals: [rivalCertificate],
                role: "classical",
              },
            ],
          }),
          caption:
            "The range of xᵀAᵀD²Ax / xᵀAᵀAx over all x, from generalised eigenvalues on the row space of A. It looks at all data and is on nobody's bill.",
        },
        {
          svg: bothWidths(spectrumBars, { ...spectra, title: "The same statement as quantum states" }),
          caption: `Eigenvalues of the reduced density of the column register of |A⟩, before and after sketching. No measurement of the columns tells the two states apart with an advantage above the trace distance ${numberText(states.traceDistance, { style: "significant", digits: 2 })}.`,
          table: spectrumTable({ ...spectra }),
        },
      ],
    },
  };
}

/** Says in words who asked less, factor by factor, from the counts alone. */
function verdict(factors: readonly { asked: number; coherent: number; rival: number }[]): string {
  const names = ["flights", "weather"];
  return factors
    .map(({ asked, coherent, rival }, k) => {
      if (coherent === 0) {
        return `On **${names[k]}** the quantum algorithm has nothing to gain: searching would cost more than the ${numberText(rival)} rows, so it reads them all, like its rival.`;
      }
      const ratio = asked / rival;
      return ratio < 1
        ? `On **${names[k]}** it asks ${numberText(asked)} times (coherent queries, checks and reads together), ${numberText(ratio, { style: "significant", digits: 2 })} of the rival's ${numberText(rival)}, provided that a coherent query costs no more than a classical read.`
        : `On **${names[k]}** the quantum count loses: ${numberText(asked)} queries against ${numberText(rival)} reads.`;
    })
    .join(" ");
}
