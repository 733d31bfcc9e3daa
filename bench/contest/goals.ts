import type { Family } from "../circuits/families.ts";

/** What is compared in a ratio: against the fastest complex128 program, or against qsim in complex64. */
export interface Comparison {
  readonly family: Family;
  readonly qubits: number;
  readonly start: "zero" | "random";
  readonly bytesPerAmplitude: 8 | 16;
}

const fromZero: Record<Family, number> = { rot: 0.4, rqc: 0.4, qft: 0.05, grover: 0.15, ghz: 0.4 };
const fromRandom: Partial<Record<Family, number>> = { rot: 0.7, rqc: 0.7, qft: 0.15, ghz: 1 };

/** The largest ratio of a cold run, compiling included, from 20 qubits on. */
export const coldGoal = 0.8;

/** How much faster two threads are than one, from 22 qubits on. */
export const scalingGoal = 1.8;

/** The largest ratio that meets the goal, undefined where there is none. */
export function goal({ family, qubits, start, bytesPerAmplitude }: Comparison): number | undefined {
  if (qubits < 20) return undefined;
  if (bytesPerAmplitude === 8) return start === "zero" ? (qubits >= 22 ? 0.8 : 1) : undefined;
  if (start === "random") return fromRandom[family];
  // A state of 20 qubits lies in the caches: memory bounds nobody there.
  return qubits < 22 && (family === "rot" || family === "rqc") ? 0.5 : fromZero[family];
}
