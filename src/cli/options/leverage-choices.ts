/** The methods of `kronket leverage`. */
export const leverageChoices = [
  "exact",
  "ridge",
  "generalised",
  "johnson-lindenstrauss",
  "count-sketch",
  "online",
  "row-norm",
  "uniform",
  "quantum",
] as const;
export type LeverageChoice = (typeof leverageChoices)[number];

/** Those that draw random numbers. */
export const drawingChoices: readonly LeverageChoice[] = ["johnson-lindenstrauss", "count-sketch", "quantum"];

/** Those that take a ridge parameter. */
export const ridgeChoices: readonly LeverageChoice[] = ["ridge", "online"];

/** Those that can go through a file in parts. */
export const streamedChoices = ["exact", "ridge", "generalised", "online"] as const;
export type StreamedChoice = (typeof streamedChoices)[number];
