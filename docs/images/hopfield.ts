import { classMemory, patternOracle, randomMemory, seededRandom, temperatureCurve } from "../../src/index.ts";
import { growthChart } from "../../src/presentation/index.ts";
import { withMargin } from "./with-margin.ts";

/** Hopfield memories: rounds of amplification for one sample, from high to zero temperature. */
export function drawRounds(): string {
  const rounds = (curve: ReturnType<typeof temperatureCurve>) =>
    curve.flatMap(({ beta, rounds: cost }) => (beta === null || cost === 0 ? [] : [{ value: beta, cost }]));
  const random = (M: number) => {
    const { patterns, queries } = randomMemory({ M, d: 4, L: 1 }, seededRandom(7));
    return rounds(temperatureCurve(patternOracle(patterns), queries.row(0)));
  };
  return withMargin(
    growthChart({
      parameter: "inverse temperature β",
      costLabel: "rounds of amplification",
      title: "Rounds of amplification for one softmax sample, from none to (π/4)√M",
      series: [
        {
          name: "2³⁰ patterns in classes",
          role: "third",
          kind: "predicted",
          points: rounds(temperatureCurve(patternOracle(classMemory(2 ** 30)), [1, 0])),
        },
        { name: "2¹⁶ random patterns", role: "quantum", kind: "predicted", points: random(2 ** 16) },
        { name: "2¹⁰ random patterns", role: "classical", kind: "predicted", points: random(2 ** 10) },
      ],
    }),
    16,
  );
}
