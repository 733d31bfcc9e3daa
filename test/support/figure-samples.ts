import type { LedgerEntry } from "../../src/oracles/ledger-entry.ts";
import type {
  BillByStage,
  ErrorBudget,
  GrowthChart,
  QueriesAgainstSize,
  SpectrumBars,
  SurfacePanels,
  WeightsMap,
} from "../../src/presentation/index.ts";

// Made-up numbers in plausible proportions, for drawing only: nothing here is a result.

const entry = (
  oracle: string,
  access: LedgerEntry["access"],
  use: LedgerEntry["use"],
  stage: string,
  count: number,
  label: LedgerEntry["label"] = "measured",
): LedgerEntry => ({ oracle, access, unit: "row", use, stage, count, label });

const levels = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];

/** A bill with coherent queries, checks, reads and a prediction, and a factor that was read completely. */
export const quantumEntries: readonly LedgerEntry[] = [
  entry("A1", "classical", "read", "base", 3_120),
  ...levels.flatMap((level) => [
    entry("A1", "quantum", "forward", `halving level ${level}`, 60_000 - 6_000 * level),
    entry("A1", "quantum", "inverse", `halving level ${level}`, 60_000 - 6_000 * level),
    entry("A1", "classical", "check", `halving level ${level}`, 2_400),
  ]),
  entry("A1", "quantum", "forward", "refinement", 410_000),
  entry("A1", "classical", "check", "refinement", 9_000),
  entry("A1", "quantum", "forward", "all stages", 1_100_000, "expected"),
  entry("A2", "classical", "read", "fallback: read everything", 8_759),
];

export const classicalEntries: readonly LedgerEntry[] = [
  entry("A1", "classical", "read", "read everything", 3_000_000),
  entry("A2", "classical", "read", "read everything", 8_759),
];

export const billSample: BillByStage = {
  factors: [
    { oracle: "A1", name: "A₁ flights", rows: 3_000_000 },
    { oracle: "A2", name: "A₂ hourly weather", rows: 8_759 },
  ],
  sides: [
    { name: "quantum", role: "quantum", entries: quantumEntries },
    { name: "classical", role: "classical", entries: classicalEntries },
  ],
};

const sizes = Array.from({ length: 13 }, (_, k) => 2 ** (16 + 2 * k));

export const queriesSample: QueriesAgainstSize = {
  series: [
    {
      name: "quantum, both factors",
      kind: "counted",
      role: "quantum",
      slope: 0.507,
      points: sizes.map((size) => {
        const queries = Math.min(2 * size, 740 * Math.sqrt(size));
        return { size, queries, low: queries * 0.8, high: queries * 1.1 };
      }),
    },
    {
      name: "closed formula",
      kind: "predicted",
      role: "quantum",
      slope: 0.5,
      points: sizes.map((size) => ({ size, queries: 704 * Math.sqrt(size) })),
    },
    {
      name: "classical: read all, 2n",
      kind: "predicted",
      role: "classical",
      slope: 1,
      points: sizes.map((size) => ({ size, queries: 2 * size })),
    },
  ],
  regions: [{ from: 2 ** 16, to: 2 ** 17, label: "reads everything: quantum search would cost more" }],
  rules: [{ at: 2 ** 17, label: "crossing near n = 2¹⁷" }],
};

const dimensions = [2, 3, 4, 6, 8, 12, 16];

export const growthSample: GrowthChart = {
  parameter: "d",
  series: [
    {
      name: "two-stage",
      kind: "counted",
      role: "quantum",
      exponent: 0.5,
      points: dimensions.map((value) => ({ value, cost: 900 * Math.sqrt(value) })),
    },
    {
      name: "many copies",
      kind: "counted",
      role: "third",
      exponent: 1,
      points: dimensions.map((value) => ({ value, cost: 400 * value })),
    },
    {
      name: "one at a time",
      kind: "counted",
      role: "fourth",
      exponent: 1.5,
      points: dimensions.map((value) => ({ value, cost: 500 * value * Math.sqrt(value) })),
    },
    {
      name: "reading everything",
      kind: "predicted",
      role: "classical",
      points: dimensions.map((value) => ({ value, cost: 8_192 })),
    },
  ],
};

/** Whole numbers that look irregular, from 0 to 999. */
const scattered = (k: number, salt: number) => {
  const mixed = Math.imul(k * 64 + salt, 0x9e3779b1);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77) >>> 8) % 1000;
};

export const certificatesSample: ErrorBudget = {
  groups: [
    { name: "A₁ flights", epsilon: 0.125, intervals: [{ lower: 0.951, upper: 1.043 }] },
    {
      name: "A₂ hourly weather",
      epsilon: 0.125,
      intervals: Array.from({ length: 8 }, (_, k) => ({
        lower: 1 - scattered(k, 1) / 10_000,
        upper: 1 + scattered(k, 2) / 10_000,
      })),
    },
    {
      name: "A₁ ⊗ A₂ sketch",
      epsilon: 0.5,
      intervals: Array.from({ length: 100 }, (_, k) => ({
        lower: 0.9 - scattered(k, 3) / 4000,
        upper: k === 40 ? 1.53 : 1.2 + scattered(k, 4) / 5000,
      })),
    },
  ],
};

const [surfaceRows, surfaceColumns] = [13, 18];

const surface = (change: number) =>
  Float64Array.from({ length: surfaceRows * surfaceColumns }, (_, k) => {
    const [row, column] = [Math.floor(k / surfaceColumns), k % surfaceColumns];
    const distance = ((row - 5) / 6) ** 2 + ((column - 8) / 8) ** 2;
    return 90 + 100 / (1 + 2 * distance) - 60 / (1 + 30 * distance) + change * ((row * 7 + column * 3) % 5);
  });

export const surfacesSample: SurfacePanels = {
  rows: surfaceRows,
  columns: surfaceColumns,
  unit: "m",
  quantity: "height",
  cell: { size: 10, unit: "m" },
  panels: [
    { name: "Original", values: surface(1), scale: "value", note: "18 × 13 points" },
    { name: "Full fit", values: surface(0), scale: "value", note: "all points" },
    {
      name: "Sketched fit",
      values: surface(0.4),
      scale: "value",
      note: "24 sampled points",
      samples: Array.from({ length: 24 }, (_, k) => ({
        row: (k * 5) % surfaceRows,
        column: (k * 7) % surfaceColumns,
      })),
    },
    {
      name: "Original − sketched fit",
      values: surface(1).map((value, k) => value - surface(0.4)[k] - 1.2),
      scale: "difference",
    },
  ],
};

export const weightsSample: WeightsMap = {
  sizes: [3_000_000, 8_759],
  names: ["A₁ flights", "A₂ weather"],
  pairs: Array.from({ length: 300 }, (_, k) => ({
    index: [scattered(k, 5) * 2_999, scattered(k, 6) * 8],
    weight: 10 + 4_000 / (10 + scattered(k, 7)),
  })),
};

export const largeWeightsSample: WeightsMap = {
  sizes: [2 ** 40, 2 ** 20],
  names: ["A₁", "A₂"],
  pairs: Array.from({ length: 120 }, (_, k) => ({
    index: [2 ** (k / 3) - 1, scattered(k, 8) * 1_000],
    weight: 5,
  })),
};

export const spectrumSample: SpectrumBars = {
  before: [0.52, 0.21, 0.11, 0.06, 0.04, 0.03, 0.02, 0.01],
  after: [0.54, 0.2, 0.115, 0.055, 0.036, 0.028, 0.016, 0.01],
};

export const longSpectrumSample: SpectrumBars = {
  before: Array.from({ length: 16 }, (_, k) => 2 ** -k),
  after: Array.from({ length: 16 }, (_, k) => 2 ** -k * (0.8 + (k % 4) / 8)),
  names: ["A₁ ⊗ A₂", "sketch"],
  scale: "log",
};
