import type { Position } from "../text/sources.ts";
import type { GateEntry } from "./gate-entry.ts";
import type { SubroutineEntry } from "./subroutine-entry.ts";
import type { ScalarType, Value } from "./value.ts";

/** What a name stands for. */
export type Entry =
  | {
      readonly kind: "qubits";
      readonly at: Position;
      readonly list: readonly number[];
      readonly single: boolean;
    }
  /** Bits of the circuit; `isTruth` for a variable of type bool, `isAngle` for one of type angle that is measured into. */
  | {
      readonly kind: "bits";
      readonly at: Position;
      readonly list: readonly number[];
      readonly single: boolean;
      readonly isTruth: boolean;
      readonly isAngle?: boolean;
    }
  | { readonly kind: "constant"; readonly at: Position; readonly value: Value; readonly isInput: boolean }
  | Variable
  | { readonly kind: "gate"; readonly at: Position; readonly gate: GateEntry }
  | { readonly kind: "subroutine"; readonly at: Position; readonly subroutine: SubroutineEntry };

/** A variable whose value is known at every point of the reading. */
export interface Variable {
  readonly kind: "variable";
  readonly at: Position;
  readonly type: ScalarType;
  /** How many branches that are decided by measured bits it was declared within. */
  readonly level: number;
  value: Value | undefined;
}

/** The names of a block. */
export class Scope {
  readonly #entries = new Map<string, Entry>();

  constructor(
    readonly kind: "program" | "block" | "loop" | "gate" | "subroutine",
    readonly parent?: Scope,
  ) {}

  /** The entry of a name in this block alone. */
  own(name: string): Entry | undefined {
    return this.#entries.get(name);
  }

  /** Gives a name its meaning. */
  set(name: string, entry: Entry): void {
    this.#entries.set(name, entry);
  }

  /** Gives a name that is declared here or around another meaning, where it is declared. */
  replace(name: string, entry: Entry): void {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      if (!scope.#entries.has(name)) continue;
      scope.#entries.set(name, entry);
      return;
    }
  }

  /** The entry of a name here or around, whether it may be used here or not. */
  find(name: string): Entry | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const entry = scope.#entries.get(name);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** Whether this is within a loop of the same gate, subroutine or program. */
  get isInLoop(): boolean {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      if (scope.kind === "loop") return true;
      if (scope.kind === "gate" || scope.kind === "subroutine") return false;
    }
    return false;
  }

  /** The innermost gate or subroutine that has to be left to reach the name, if any. */
  boundaryTo(name: string): "gate" | "subroutine" | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      if (scope.#entries.has(name)) return undefined;
      if (scope.kind === "gate" || scope.kind === "subroutine") return scope.kind;
    }
    return undefined;
  }
}

/** An entry in the words of a message. */
export function entryPhrase(entry: Entry): string {
  switch (entry.kind) {
    case "qubits":
      return entry.single ? "a qubit" : "a quantum register";
    case "bits":
      if (entry.isTruth) return "a variable of type bool";
      if (entry.isAngle === true) return "an angle of measured bits";
      return entry.single ? "a bit" : "a classical register";
    case "constant":
      return entry.isInput ? "an input" : "a constant";
    case "variable":
      return "a classical variable";
    case "gate":
      return "a gate";
    case "subroutine":
      return "a subroutine";
  }
}
