import { Circuit, phaseEstimationCircuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const bits = 4;
const phase = 1 / 3;

const estimation = phaseEstimationCircuit({
  unitary: new Circuit(1).p(2 * Math.PI * phase, 0),
  preparation: new Circuit(1).x(0),
  bits,
});
let { circuit } = estimation;
estimation.counting.forEach((qubit, bit) => {
  circuit = circuit.measure(qubit, bit);
});

const points = 2 ** bits;
const law = Object.fromEntries(
  Array.from({ length: points }, (_, y) => {
    const miss = Math.PI * (y / points - phase);
    return [y.toString(2).padStart(bits, "0"), (Math.sin(points * miss) / (points * Math.sin(miss))) ** 2];
  }),
);

export const program: Program = {
  title: "Phase estimation of one third",
  explanation:
    "1/3 is no sum of four binary digits. The outcomes crowd around 16/3: the nearest, 0101 = 5, comes with probability above 4/π² ≈ 0.405, and outcome y with sin²(16πΔ)/(16 sin(πΔ))², Δ = y/16 − 1/3.",
  source: "Cleve, Ekert, Macchiavello and Mosca, quant-ph/9708016, section 5",
  circuit,
  expect: [
    { kind: "counts", law },
    { kind: "most likely", outcome: "0101", least: 4 / Math.PI ** 2 },
  ],
};
