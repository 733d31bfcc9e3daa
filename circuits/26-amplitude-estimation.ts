import { Circuit, phaseEstimationCircuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const bits = 4;
const points = 2 ** bits;
const angle = Math.PI / 5;

const preparation = new Circuit(1).ry(2 * angle, 0); // cos θ|0⟩ + sin θ|1⟩, |1⟩ is good
// A round turns by 2θ: the sign of |1⟩, back to |0⟩, minus the sign of |0⟩, and forth again.
const round = new Circuit(1)
  .z(0)
  .append(preparation.inverse())
  .append(new Circuit(1).x(0).z(0).x(0).gphase(Math.PI))
  .append(preparation);

const estimation = phaseEstimationCircuit({ unitary: new Circuit(1).box("Q", round), preparation, bits });
let { circuit } = estimation;
estimation.counting.forEach((qubit, bit) => {
  circuit = circuit.measure(qubit, bit);
});

/** Half of the state turns by +2θ a round and half by −2θ. */
const seen = (y: number, phase: number) => {
  const miss = Math.PI * (y / points - phase);
  return (Math.sin(points * miss) / (points * Math.sin(miss))) ** 2;
};

export const program: Program = {
  title: "Amplitude estimation",
  explanation:
    "Reads the probability a = sin²θ of a good outcome as a phase: outcome y estimates it by sin²(πy/16). Here θ = π/5 and a ≈ 0.345; the likeliest outcomes 3 and 13 both estimate 0.309. The error falls as 1/M with M queries, not as 1/√M.",
  source: "Brassard, Høyer, Mosca and Tapp, quant-ph/0005055, theorems 11 and 12",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(
        Array.from({ length: points }, (_, y) => [
          y.toString(2).padStart(bits, "0"),
          (seen(y, angle / Math.PI) + seen(y, -angle / Math.PI)) / 2,
        ]),
      ),
    },
  ],
};
