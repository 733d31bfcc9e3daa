import type { ComplexMatrix } from "../complex-matrix.ts";
import { negative, type Parameter } from "../parameter.ts";
import type { Gate, GateAction } from "./gate.ts";

/** What has to be said about a gate without controls; the rest follows. */
export interface GateDefinition<Qubits extends number, Parameters extends readonly string[]> {
  readonly name: string;
  readonly qubits: Qubits;
  readonly parameters: Parameters;
  readonly action: GateAction;
  readonly core: (...parameters: number[]) => ComplexMatrix;
  /** "itself" for Hermitian gates, "negated" for rotations, else the name of the inverse or the full record. */
  readonly inverse: "itself" | "negated" | { readonly gate: string } | Gate["inverse"];
  readonly description: string;
}

/** Completes the record of a gate without controls. */
export function defineGate<const Qubits extends number, const Parameters extends readonly string[]>(
  definition: GateDefinition<Qubits, Parameters>,
): Gate<Qubits, 0, Parameters> {
  const { core, inverse, ...rest } = definition;
  return {
    ...rest,
    controls: 0,
    base: definition.name,
    hermitian: inverse === "itself",
    core: (parameters) => core(...parameters),
    inverse: completeInverse(definition.name, inverse),
  };
}

function completeInverse(name: string, inverse: GateDefinition<number, []>["inverse"]): Gate["inverse"] {
  const same = (parameters: readonly Parameter[]) => parameters;
  if (inverse === "itself") return { gate: name, parameters: same };
  if (inverse === "negated") return { gate: name, parameters: (angles) => angles.map(negative) };
  return { parameters: same, ...inverse };
}
