import type { Measure } from "../../comparison/study/measure.ts";

/** How sentences and tables speak of what a study counts. */
export interface MeasureWords {
  /** With its unit, for example `row queries`. */
  readonly counted: string;
  /** What there are more or fewer of. */
  readonly noun: string;
  /** What a method does with them, and what two do. */
  readonly verb: string;
  readonly verbOfBoth: string;
  /** Why two methods may count exactly the same, where that is known. */
  readonly whySame: string;
}

/** The words of a measure. */
export function measureWords(measure: Measure): MeasureWords {
  switch (measure) {
    case "flop":
      return { counted: "operations", noun: "operations", verb: "takes", verbOfBoth: "take", whySame: "" };
    case "word":
      return { counted: "words", noun: "words", verb: "holds", verbOfBoth: "hold", whySame: "" };
    case "gradient":
      return {
        counted: "stochastic gradients",
        noun: "gradients",
        verb: "asks for",
        verbOfBoth: "ask for",
        whySame: "",
      };
    case "kernel":
      return {
        counted: "kernel evaluations",
        noun: "kernel evaluations",
        verb: "takes",
        verbOfBoth: "take",
        whySame: "",
      };
    default:
      return {
        counted: `${measure} queries`,
        noun: "queries",
        verb: "asks",
        verbOfBoth: "ask",
        whySame: " (everything is read)",
      };
  }
}

/** What a method of one side counts, for example `quantum queries`; work has no side. */
export function sideWords(measure: Measure, side: "quantum" | "classical"): string {
  const { noun } = measureWords(measure);
  return measure === "flop" || measure === "word" ? noun : `${side} ${noun}`;
}
