import type { GateName } from "../../gate-table.ts";
import type { Operation } from "../../operation.ts";
import type { GateDefinition } from "../syntax/statement.ts";

/** A gate of the table. */
export interface TableGate {
  readonly kind: "table";
  readonly name: string;
  readonly gate: GateName;
  readonly parameters: number;
  readonly qubits: number;
  /** Number of parameters that are read and left out, as that of u0. */
  readonly ignoredParameters: number;
  /** Whether the program may define a gate of this name itself. */
  readonly replaceable: boolean;
  used: boolean;
}

/** A gate that the program defines. */
export interface DefinedGate {
  readonly kind: "defined";
  readonly name: string;
  readonly definition: GateDefinition;
  readonly parameters: number;
  readonly qubits: number;
  /** Bodies that were lowered already, by their numbers. */
  readonly bodies: Map<string, GateBody>;
  readonly replaceable: false;
  used: boolean;
}

/** A gate without a definition. */
export interface OpaqueGate {
  readonly kind: "opaque";
  readonly name: string;
  readonly parameters: number;
  readonly qubits: number;
  readonly replaceable: false;
  used: boolean;
}

/** What the name of a gate stands for. */
export type GateEntry = TableGate | DefinedGate | OpaqueGate;

/** The operations of a defined gate for some values of its parameters. */
export interface GateBody {
  readonly operations: readonly Operation[];
  /** Number of operations, those within boxes counted. */
  readonly weight: number;
  /** How deep boxes are nested in it. */
  readonly depth: number;
}
