import { gateRules } from "../../expand/gate-rules.ts";
import { type GateName, gateOf } from "../../gate-table.ts";
import type { GateOperation } from "../../operation.ts";
import { parameter } from "../../parameter.ts";
import type { BodyMemo } from "./body-memo.ts";
import type { Body, BodyStep } from "./call.ts";

/** The body of a gate that the standard library lacks: the shortest way to write it, in the names of its parameters. */
export function definedGate(
  name: GateName,
  memo: BodyMemo,
  lower: (step: GateOperation, memo: BodyMemo) => BodyStep[],
): Body {
  const gate = gateOf(name);
  const rule = gateRules[name]?.[0];
  if (rule === undefined) {
    throw new RangeError(`exportQasm: expected a way to write ${name}, got none; add one to the gate rules.`);
  }
  return memo.body(gate, name, () => ({
    label: name,
    qubits: gate.qubits,
    parameters: gate.parameters,
    steps: rule(...gate.parameters.map(parameter)).flatMap(([inner, qubits, ...parameters]) =>
      lower({ kind: "gate", gate: inner, parameters, qubits, controls: [] }, memo),
    ),
  }));
}
