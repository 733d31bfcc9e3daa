import type { Position } from "../text/sources.ts";
import type { QasmVersion } from "../text/token-table.ts";
import { isOne } from "./conditions.ts";
import { toFixedAngle } from "./convert.ts";
import { builtIn } from "./functions.ts";
import type { Program } from "./program.ts";
import { type Entry, entryPhrase } from "./scope.ts";
import { float, isFixedAngle, type Value } from "./value.ts";

const constants: Readonly<Record<QasmVersion, ReadonlyMap<string, Value>>> = {
  2: new Map([["pi", float(Math.PI)]]),
  3: new Map([
    ["pi", float(Math.PI)],
    ["π", float(Math.PI)],
    ["tau", float(2 * Math.PI)],
    ["τ", float(2 * Math.PI)],
    ["euler", float(Math.E)],
    ["ℇ", float(Math.E)],
  ]),
};

/** What a name stands for here. A gate or subroutine sees its own names, constants, gates and subroutines. */
export function findName(program: Program, at: Position, name: string, what: string): Entry {
  const { scope } = program;
  const entry = scope.find(name);
  if (entry?.kind === "gate" && program.defining.includes(name)) throw recursion(program, at, name, what);
  if (entry === undefined) throw noSuchName(program, at, name, what);
  if (isGlobal(entry)) return entry;
  const boundary = scope.boundaryTo(name);
  if (boundary === undefined) return entry;
  throw program.error(at, {
    code: "Q305",
    expected: `${what} of the ${boundary}`,
    got: `${name}, ${entryPhrase(entry)} outside it`,
    remedy: `pass it to the ${boundary} as an argument`,
  });
}

/** The value that a name has in an expression. */
export function nameValue(program: Program, at: Position, name: string): Value {
  const known = constants[program.version].get(name);
  if (known !== undefined) return known;
  if (name.startsWith("$")) {
    return { kind: "qubits", qubits: [program.physicalQubit(at, name)], single: true };
  }
  const entry = findName(program, at, name, "a value");
  switch (entry.kind) {
    case "constant":
      return entry.value;
    case "variable": {
      if (program.constantsOnly) throw notConstant(program, at, name);
      // While a definition or a branch is only checked, assignments do not take place.
      if (program.isDry) return { kind: "unknown", type: entry.type };
      if (entry.value !== undefined) return entry.value;
      if (isFixedAngle(entry.type)) {
        program.note(at, `${name} has no value yet; its bits are 0, as those of a register`);
        return toFixedAngle(0, entry.type.size);
      }
      throw program.error(at, {
        code: "Q509",
        expected: "a variable that has a value",
        got: `${name}, which has none yet`,
        remedy: `assign to ${name} first`,
      });
    }
    case "bits": {
      if (entry.isTruth) return { kind: "truth", condition: isOne(entry.list[0]) };
      if (entry.isAngle === true) return { kind: "measured angle", bits: entry.list.map(isOne) };
      return { kind: "bits", bits: entry.list.map(isOne), single: entry.single };
    }
    case "qubits":
      return { kind: "qubits", qubits: entry.list, single: entry.single };
    default:
      throw wrongKind(program, at, name, entry, "a value");
  }
}

function notConstant(program: Program, at: Position, name: string) {
  return program.error(at, {
    code: "Q504",
    expected: "a constant",
    got: `${name}, a variable`,
    remedy: `declare it as a constant: const int ${name} = …;`,
  });
}

/** Says that a name stands for the wrong kind of thing. */
export function wrongKind(program: Program, at: Position, name: string, entry: Entry, expected: string) {
  return program.error(at, {
    code: "Q305",
    expected,
    got: `${name}, which is ${entryPhrase(entry)}`,
    remedy: "check the name",
  });
}

/** Says that a name is not declared. */
export function noSuchName(program: Program, at: Position, name: string, expected: string) {
  const entry = program.scope.find(name);
  if (entry !== undefined) return wrongKind(program, at, name, entry, expected);
  if (program.defining.includes(name)) return recursion(program, at, name, expected);
  if (builtIn(program, name) !== undefined) {
    return program.error(at, {
      code: "Q305",
      expected,
      got: `${name}, which is a function`,
      remedy: `call it: ${name}(…)`,
    });
  }
  return program.error(at, {
    code: "Q301",
    expected,
    got: `${name}, which is not declared here`,
    remedy: "declare it before this line, or check its spelling",
  });
}

function recursion(program: Program, at: Position, name: string, expected: string) {
  return program.error(at, {
    code: "Q304",
    expected,
    got: `${name} within its own definition`,
    remedy: "call only what is defined before",
  });
}

function isGlobal(entry: Entry): boolean {
  return (
    entry.kind === "gate" || entry.kind === "subroutine" || (entry.kind === "constant" && !entry.isInput)
  );
}
