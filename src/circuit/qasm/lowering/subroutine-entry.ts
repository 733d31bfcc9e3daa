import type { SubroutineDefinition } from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import type { ScalarType } from "./value.ts";

/** An argument of a subroutine, with its size worked out. */
export interface ArgumentType {
  readonly at: Position;
  readonly name: string;
  readonly type: ScalarType | { readonly base: "qubit"; readonly size?: number };
}

/** What the name of a subroutine stands for. */
export interface SubroutineEntry {
  readonly name: string;
  readonly definition: SubroutineDefinition;
  readonly arguments: readonly ArgumentType[];
  readonly result: ScalarType | undefined;
}
