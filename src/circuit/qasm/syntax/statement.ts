import type { Position } from "../text/sources.ts";
import type { Expression, InfixOperator, Operand, TypeSyntax } from "./expression.ts";

/** A name where it is declared. */
export interface NameSyntax {
  readonly at: Position;
  readonly name: string;
}

/** What may stand on the right of an assignment. */
export type RightSide = Expression | { readonly at: Position; readonly measured: Operand };

/** `inv`, `pow(exponent)`, `ctrl(count)` or `negctrl(count)` before a gate. */
export interface Modifier {
  readonly at: Position;
  readonly kind: "inv" | "pow" | "ctrl" | "negctrl";
  readonly argument: Expression | undefined;
}

/** `qreg name[size];` or `qubit[size] name;`; without a size, a single qubit. */
export interface QubitDeclaration {
  readonly kind: "qubits";
  readonly at: Position;
  readonly name: NameSyntax;
  readonly size: Expression | undefined;
}

/** `creg name[size];`, `bit[size] name = value;` and the declarations of other classical types. */
export interface ClassicalDeclaration {
  readonly kind: "classical";
  readonly at: Position;
  readonly qualifier: "const" | "input" | "output" | undefined;
  readonly type: TypeSyntax;
  readonly name: NameSyntax;
  readonly value: RightSide | undefined;
}

/** `let name = part ++ part;`. */
export interface AliasDeclaration {
  readonly kind: "alias";
  readonly at: Position;
  readonly name: NameSyntax;
  readonly value: Expression;
}

/** `gate name(parameters) qubits { body }`, or `opaque name(parameters) qubits;` without a body. */
export interface GateDefinition {
  readonly kind: "gate definition";
  readonly at: Position;
  readonly name: NameSyntax;
  readonly parameters: readonly NameSyntax[];
  readonly qubits: readonly NameSyntax[];
  readonly body: readonly Statement[] | undefined;
}

/** A parameter of a subroutine: qubits, or a classical value. */
export interface ArgumentSyntax {
  readonly name: NameSyntax;
  readonly type:
    | TypeSyntax
    | { readonly at: Position; readonly base: "qubit"; readonly size: Expression | undefined };
}

/** `def name(arguments) -> type { body }`. */
export interface SubroutineDefinition {
  readonly kind: "subroutine";
  readonly at: Position;
  readonly name: NameSyntax;
  readonly arguments: readonly ArgumentSyntax[];
  readonly result: TypeSyntax | undefined;
  readonly body: readonly Statement[];
}

/** `modifiers @ name(parameters) operands;`. */
export interface GateCall {
  readonly kind: "gate";
  readonly at: Position;
  readonly name: NameSyntax;
  readonly modifiers: readonly Modifier[];
  readonly parameters: readonly Expression[];
  readonly operands: readonly Operand[];
}

/** `measure operand -> target;`, or without a target. */
export interface Measurement {
  readonly kind: "measure";
  readonly at: Position;
  readonly operand: Operand;
  readonly target: Operand | undefined;
}

/** `target = value;`, or with an operator: `target += value;`. */
export interface Assignment {
  readonly kind: "assignment";
  readonly at: Position;
  readonly target: Operand;
  readonly operator: InfixOperator | undefined;
  readonly value: RightSide;
}

/** `if (condition) body else otherwise`. */
export interface Branch {
  readonly kind: "if";
  readonly at: Position;
  readonly condition: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** `for type name in values body`. */
export interface ForLoop {
  readonly kind: "for";
  readonly at: Position;
  readonly type: TypeSyntax;
  readonly name: NameSyntax;
  readonly values: Expression;
  readonly body: readonly Statement[];
}

/** `while (condition) body`. */
export interface WhileLoop {
  readonly kind: "while";
  readonly at: Position;
  readonly condition: Expression;
  /** The most rounds, where the annotation `@kronket.rounds` says so. */
  readonly rounds: number | undefined;
  readonly body: readonly Statement[];
}

/** A statement of either version. */
export type Statement =
  | QubitDeclaration
  | ClassicalDeclaration
  | AliasDeclaration
  | GateDefinition
  | SubroutineDefinition
  | GateCall
  | Measurement
  | Assignment
  | Branch
  | ForLoop
  | WhileLoop
  | { readonly kind: "include"; readonly at: Position; readonly file: string; readonly fileAt: Position }
  | { readonly kind: "reset"; readonly at: Position; readonly operand: Operand }
  | { readonly kind: "barrier"; readonly at: Position; readonly operands: readonly Operand[] }
  | { readonly kind: "block"; readonly at: Position; readonly body: readonly Statement[] }
  | { readonly kind: "return"; readonly at: Position; readonly value: RightSide | undefined }
  | { readonly kind: "break" | "continue" | "end"; readonly at: Position }
  /** A subroutine called for its effect. */
  | { readonly kind: "call"; readonly at: Position; readonly expression: Expression };
