import type { Control } from "../../control.ts";
import type { Parameter } from "../../parameter.ts";

/** The steps of a gate definition, before it has a name. */
export interface Body {
  /** What it would like to be called. */
  readonly label: string;
  readonly qubits: number;
  /** Names of the parameters that the steps are written in; undefined where they are still to be found. */
  readonly parameters?: readonly string[];
  readonly steps: readonly BodyStep[];
}

/** A call of a gate as OpenQASM writes it. */
export interface Call {
  readonly kind: "call";
  /** The name of a gate that is there, or the body of one that has to be defined. */
  readonly target: string | Body;
  /** Whether the inverse is meant (`inv @`, OpenQASM 3). */
  readonly inverse: boolean;
  /** Added controls (`ctrl @` and `negctrl @`, OpenQASM 3). */
  readonly controls: readonly Control[];
  readonly parameters: readonly Parameter[];
  /** Without the controls. */
  readonly qubits: readonly number[];
}

/** A barrier inside or outside of a body. */
export interface Mark {
  readonly kind: "barrier";
  readonly qubits: readonly number[];
}

export type BodyStep = Call | Mark;

/** A call without modifiers. */
export function call(
  target: string | Body,
  qubits: readonly number[],
  parameters: readonly Parameter[] = [],
): Call {
  return { kind: "call", target, inverse: false, controls: [], parameters, qubits };
}
