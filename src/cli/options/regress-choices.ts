/** The methods of `kronket regress`, with what each takes. */
export const regressChoices = [
  "qr",
  "normal-equations",
  "ridge",
  "sketch-and-solve",
  "blendenpik",
  "lsrn",
  "sampled",
  "l1",
  "l1-sampled",
  "quantum",
] as const;
export type RegressChoice = (typeof regressChoices)[number];

/** The sketches of `--method sketch-and-solve`. */
export const sketchChoices = [
  "count-sketch",
  "gaussian",
  "hadamard",
  "sparse-sign",
  "leverage",
  "row-norm",
  "uniform",
] as const;
export type SketchChoice = (typeof sketchChoices)[number];

/** Methods that a Kronecker product of two or more factors can be solved by. */
export const productChoices: readonly RegressChoice[] = ["qr", "ridge", "sampled", "quantum"];

/** Methods that draw random numbers. */
export const randomChoices: readonly RegressChoice[] = [
  "sketch-and-solve",
  "blendenpik",
  "lsrn",
  "sampled",
  "l1-sampled",
  "quantum",
];
