import { asMatrix, leverageState, rowOracle } from "../src/index.ts";
import type { Program } from "./program.ts";

const points = 8;
const rows = Array.from({ length: points }, (_, t) => [1, t]);

const state = leverageState(rowOracle(asMatrix(rows)));
let { circuit } = state;
state.row.forEach((qubit, bit) => {
  circuit = circuit.measure(qubit, bit);
});

// The textbook formula for a straight line: 1/n + (t − mean)²/Σ(t − mean)², here with mean 3.5 and sum 42.
const leverage = (t: number) => 1 / points + (t - 3.5) ** 2 / 42;

export const program: Program = {
  title: "Leverage state",
  explanation:
    "Fits a straight line through eight points: how much does each point pull at it? The state Σ (AR⁻¹)_{ik}|i⟩|k⟩/√2 shows point i with probability τ_{i}/2, its leverage score over the rank. The ends pull most.",
  source: "Leverage in simple regression: Hoaglin and Welsch, The American Statistician 32, 17 (1978)",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(rows.map((_, t) => [t.toString(2).padStart(3, "0"), leverage(t) / 2])),
    },
  ],
};
