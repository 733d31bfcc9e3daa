import type { Expression, ScalarBase, TypeSyntax } from "../syntax/expression.ts";
import type {
  AliasDeclaration,
  ClassicalDeclaration,
  GateDefinition,
  NameSyntax,
  QubitDeclaration,
  SubroutineDefinition,
} from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import { assignBits, measureInto } from "./assignments.ts";
import { convert, plainBits, wrongType } from "./convert.ts";
import { evaluate, typeSize } from "./evaluate.ts";
import { checkGateBody } from "./gate-bodies.ts";
import type { DefinedGate, GateEntry } from "./gate-entry.ts";
import { inputValue } from "./inputs.ts";
import type { Program } from "./program.ts";
import type { ArgumentType } from "./subroutine-entry.ts";
import { checkSubroutine } from "./subroutines.ts";
import type { ScalarType, Value } from "./value.ts";

/** Declares qubits. */
export function declareQubits(program: Program, { name, size }: QubitDeclaration): void {
  const width = size === undefined ? 1 : sizeOf(program, size, "qubit");
  program.requireRoom(name.at, "qubits", program.qubits + width);
  requireFree(program, name);
  const list = program.addQubits(name.at, name.name, width);
  program.declare(name, { kind: "qubits", at: name.at, list, single: size === undefined });
}

/** Declares bits, a constant, an input or a variable. */
export function declareClassical(program: Program, declaration: ClassicalDeclaration): void {
  const { qualifier, name } = declaration;
  const type = scalarType(program, declaration.type);
  if (qualifier === "input") declareInput(program, name, type);
  else if (qualifier === "const") declareConstant(program, declaration, type);
  else if (type.base === "bit" || type.base === "bool") declareBits(program, declaration, type);
  else declareVariable(program, declaration, type);
}

/** Gives a name to qubits or bits that have names already. */
export function declareAlias(program: Program, { name, value: expression }: AliasDeclaration): void {
  const value = evaluate(program, expression);
  const { at } = name;
  if (value.kind === "unknown") program.declare(name, { kind: "constant", at, value, isInput: true });
  else if (value.kind === "qubits") {
    if (new Set(value.qubits).size !== value.qubits.length && !program.isLenient) {
      throw program.error(expression.at, {
        code: "Q403",
        expected: "different qubits in the alias",
        got: "a qubit twice",
        remedy: "join registers without common qubits",
      });
    }
    program.declare(name, { kind: "qubits", at, list: value.qubits, single: value.single });
  } else {
    const list = value.kind === "bits" ? plainBits(value) : undefined;
    if (value.kind !== "bits" || list === undefined) {
      const expected = "qubits or bits that are declared";
      throw wrongType(program, expression.at, expected, value, "an alias names registers and parts of them");
    }
    program.declare(name, { kind: "bits", at, list, single: value.single, isTruth: false });
  }
}

/** Defines a gate: its body is checked at once, and lowered when it is called. */
export function defineGate(program: Program, definition: GateDefinition): void {
  const { name, parameters, qubits, body } = definition;
  requireFree(program, name);
  const common = { name: name.name, parameters: parameters.length, qubits: qubits.length, used: false };
  let gate: GateEntry = { kind: "opaque", ...common, replaceable: false };
  if (body === undefined) declareNames(program, [...parameters, ...qubits]);
  else {
    noteRecursion(program, name, () => checkGateBody(program, definition));
    gate = {
      kind: "defined",
      ...common,
      definition,
      bodies: new Map(),
      replaceable: false,
    } satisfies DefinedGate;
  }
  program.declare(name, { kind: "gate", at: name.at, gate });
}

/** Defines a subroutine: its body is checked at once, and lowered at each call. */
export function defineSubroutine(program: Program, definition: SubroutineDefinition): void {
  const { name, result } = definition;
  requireFree(program, name);
  const list = definition.arguments.map(({ name: argument, type }): ArgumentType => {
    if (type.base !== "qubit") return { ...argument, type: scalarType(program, type as TypeSyntax) };
    const size = type.size === undefined ? undefined : sizeOf(program, type.size, "qubit");
    return { ...argument, type: size === undefined ? { base: "qubit" } : { base: "qubit", size } };
  });
  const subroutine = {
    name: name.name,
    definition,
    arguments: list,
    result: result === undefined ? undefined : scalarType(program, result),
  };
  noteRecursion(program, name, () => checkSubroutine(program, subroutine));
  program.declare(name, { kind: "subroutine", at: name.at, subroutine });
}

/** A type with its size worked out. */
export function scalarType(program: Program, { base, size }: TypeSyntax): ScalarType {
  if (size === undefined) return { base };
  return { base, size: sizeOf(program, size, base) };
}

/** A size must be known without running anything, so it is made of constants. */
function sizeOf(program: Program, size: Expression, base: ScalarBase | "qubit"): number {
  const value = program.within({ constantsOnly: true }, () => evaluate(program, size));
  return typeSize(program, size.at, value, base) ?? 1;
}

function declareInput(program: Program, name: NameSyntax, type: ScalarType): void {
  if (program.scope.kind !== "program") {
    throw program.error(name.at, {
      code: "Q207",
      expected: "inputs at the outermost level",
      got: `the input ${name.name} in a block`,
      remedy: "move it out",
    });
  }
  const value = inputValue(program, name, type);
  program.declare(name, { kind: "constant", at: name.at, value, isInput: true });
  program.inputNames.add(name.name);
}

function declareConstant(program: Program, { name, value }: ClassicalDeclaration, type: ScalarType): void {
  if (value === undefined) return;
  if ("measured" in value) throw measuredNumber(program, value.at, type);
  const own = program.within({ constantsOnly: true }, () => evaluate(program, value));
  const known = convert(program, value.at, own, type);
  const isKnown =
    known.kind === "number" ||
    known.kind === "unknown" ||
    (known.kind === "truth" && known.condition.kind === "constant") ||
    (known.kind === "bits" &&
      known.readAs === undefined &&
      known.bits.every((bit) => bit.kind === "constant"));
  if (!isKnown) {
    throw program.error(value.at, {
      code: "Q504",
      expected: "a value that is known when the program is read",
      got:
        known.kind === "symbol" ? "a number that an input decides" : "a value that depends on measured bits",
      remedy: "leave const out",
    });
  }
  program.declare(name, { kind: "constant", at: name.at, value: known, isInput: false });
}

function declareVariable(program: Program, { name, value }: ClassicalDeclaration, type: ScalarType): void {
  let known: Value | undefined;
  if (value !== undefined) {
    if ("measured" in value) throw measuredNumber(program, value.at, type);
    known = convert(program, value.at, evaluate(program, value), type);
    if (known.kind === "bits") throw measuredNumber(program, value.at, type);
  }
  program.declare(name, { kind: "variable", at: name.at, type, level: program.level, value: known });
}

function declareBits(
  program: Program,
  { name, type: syntax, value }: ClassicalDeclaration,
  type: ScalarType,
): void {
  const isTruth = type.base === "bool";
  const single = type.size === undefined;
  requireFree(program, name);
  // The value is worked out before the name is known.
  const known =
    value === undefined || "measured" in value
      ? undefined
      : convert(program, value.at, evaluate(program, value), type);
  const isNamed = program.scope.kind === "program";
  const list = program.addBits(syntax.at, type.size ?? 1, isNamed ? name.name : undefined);
  if (value !== undefined && "measured" in value)
    measureInto(program, value.at, value.measured, list, single);
  else if (known !== undefined && value !== undefined) assignBits(program, value.at, list, known, isNamed);
  program.declare(name, { kind: "bits", at: name.at, list, single, isTruth });
}

function measuredNumber(program: Program, at: Position, type: ScalarType) {
  return program.error(at, {
    code: "Q603",
    expected: `a known value for ${type.base}`,
    got: "measured bits",
    remedy: "keep them in a bit register and compare it with numbers",
  });
}

function requireFree(program: Program, name: NameSyntax): void {
  const entry = program.scope.own(name.name);
  // Declaring only to be refused gives the error of a name that is taken.
  if (entry !== undefined) {
    const isReplaceable = entry.kind === "gate" && entry.gate.replaceable && !entry.gate.used;
    if (!isReplaceable) program.declare(name, entry);
  }
}

function declareNames(program: Program, names: readonly NameSyntax[]): void {
  const seen = new Set<string>();
  for (const { at, name } of names) {
    if (seen.has(name)) {
      throw program.error(at, {
        code: "Q302",
        expected: "a name that is not taken",
        got: `${name} a second time`,
        remedy: "choose another name",
      });
    }
    seen.add(name);
  }
}

/** A definition that names itself fails because the name is not declared yet; this says why. */
function noteRecursion(program: Program, { name }: NameSyntax, check: () => void): void {
  program.defining.push(name);
  check();
  program.defining.pop();
}
