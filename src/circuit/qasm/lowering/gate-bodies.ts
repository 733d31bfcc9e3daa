import type { Parameter } from "../../parameter.ts";
import type { GateDefinition } from "../syntax/statement.ts";
import type { Position } from "../text/sources.ts";
import type { DefinedGate, GateBody } from "./gate-entry.ts";
import type { Program } from "./program.ts";
import { Scope } from "./scope.ts";
import { lowerStatements } from "./statements.ts";
import { float, unknownFloat, type Value } from "./value.ts";

/** The most bodies that are kept for one gate. */
const mostKept = 1000;

/** The operations of a defined gate for these parameters, on its own qubits. */
export function gateBody(
  program: Program,
  at: Position,
  gate: DefinedGate,
  parameters: readonly Parameter[],
): GateBody {
  const key = parameters.every((parameter) => typeof parameter === "number") ? parameters.join() : undefined;
  const kept = key === undefined ? undefined : gate.bodies.get(key);
  if (kept !== undefined) return kept;
  const values = parameters.map(
    (parameter): Value => (typeof parameter === "number" ? float(parameter) : { kind: "symbol", parameter }),
  );
  program.countRound(at);
  const { deepestBox } = program;
  program.deepestBox = 0;
  const made = program.deeper(at, () =>
    program.collectApart(() => runBody(program, gate.definition, values, { isDry: false, isLenient: false })),
  );
  const body = { ...made, depth: program.deepestBox };
  program.deepestBox = deepestBox;
  if (key !== undefined && gate.bodies.size < mostKept) gate.bodies.set(key, body);
  return body;
}

/** Checks the body of a definition without knowing its parameters. */
export function checkGateBody(program: Program, definition: GateDefinition): void {
  const values = definition.parameters.map((): Value => unknownFloat);
  runBody(program, definition, values, { isDry: true, isLenient: program.isLenient });
}

function runBody(
  program: Program,
  { body, parameters, qubits }: GateDefinition,
  values: readonly Value[],
  settings: { readonly isDry: boolean; readonly isLenient: boolean },
): void {
  const scope = new Scope("gate", program.scope);
  program.within({ scope, ...settings }, () => {
    parameters.forEach((name, k) => {
      program.declare(name, { kind: "constant", at: name.at, value: values[k], isInput: true });
    });
    qubits.forEach((name, k) => {
      program.declare(name, { kind: "qubits", at: name.at, list: [k], single: true });
    });
    lowerStatements(program, body ?? []);
  });
}
