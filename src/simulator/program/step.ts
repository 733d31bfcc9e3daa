import type { Circuit } from "../../circuit/circuit.ts";
import type { Condition } from "../../circuit/condition.ts";
import type { KrausChannel } from "../noise/kraus-channel.ts";
import type { ReadoutError } from "../noise/noise-model.ts";

/** Unitary operations in a row. */
export interface UnitaryStep {
  readonly kind: "unitary";
  readonly circuit: Circuit;
}

/** A measurement into a classical bit, which may be misread. */
export interface MeasureStep {
  readonly kind: "measure";
  readonly qubit: number;
  readonly bit: number;
}

/** A qubit is put to |0⟩. */
export interface ResetStep {
  readonly kind: "reset";
  readonly qubit: number;
}

/** A channel acts on some qubits. */
export interface ChannelStep {
  readonly kind: "channel";
  readonly channel: KrausChannel;
  readonly qubits: readonly number[];
}

/** With a probability, some qubits are replaced by the maximally mixed state. */
export interface DepolarizeStep {
  readonly kind: "depolarize";
  readonly probability: number;
  readonly qubits: readonly number[];
}

/** A classical bit becomes whether a condition holds. */
export interface AssignStep {
  readonly kind: "assign";
  readonly bit: number;
  readonly value: Condition;
}

/** One list of steps or another, by a condition on the classical bits. */
export interface ConditionalStep {
  readonly kind: "conditional";
  readonly condition: Condition;
  readonly steps: readonly Step[];
  readonly otherwise: readonly Step[];
}

/** Steps over and over while a condition holds, at most `limit` times. */
export interface LoopStep {
  readonly kind: "while";
  readonly condition: Condition;
  readonly steps: readonly Step[];
  readonly limit: number;
}

/** One step of a program: unitary steps gathered, noise written out. */
export type Step =
  | UnitaryStep
  | MeasureStep
  | ResetStep
  | ChannelStep
  | DepolarizeStep
  | AssignStep
  | ConditionalStep
  | LoopStep;

/** A circuit made ready to be run many times. */
export interface Program {
  readonly qubits: number;
  readonly bits: number;
  readonly steps: readonly Step[];
  /** Measurements at the very end: their bits are read nowhere, their qubits used no more. */
  readonly final: readonly { readonly qubit: number; readonly bit: number }[];
  readonly readout: ReadoutError | undefined;
}
