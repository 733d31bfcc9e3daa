/** The forms that kronket writes itself. */
const own = ["qasm3", "qasm2", "json", "text", "ascii", "svg", "quantikz", "quirk", "qsharp"] as const;

/** Programs for other software, by the exporters of the optional package quantum-circuit. */
export const programNames = [
  "qiskit",
  "cirq",
  "pyquil",
  "quil",
  "braket",
  "cudaq",
  "quest",
  "tfq",
  "aqasm",
  "pyaqasm",
  "qobj",
  "javascript",
] as const;

/** The forms that `kronket convert` writes. */
export const targetNames = [...own, ...programNames] as const;

export type TargetName = (typeof targetNames)[number];
export type ProgramName = (typeof programNames)[number];
