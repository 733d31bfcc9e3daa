/** The forms that `kronket convert` writes. */
export const targetNames = ["qasm3", "qasm2", "json", "text", "ascii", "svg", "quantikz", "quirk"] as const;

export type TargetName = (typeof targetNames)[number];
