import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { type Circuit, formatParameter, gateTable, type Parameter } from "../../../index.ts";
import { texts } from "../../language/language.ts";
import { type PlacedStep, replaceStep } from "./edit-circuit.ts";
import { readProgram } from "./read-program.ts";

/** The angles of the gate under the cursor, as formulas that can be changed; a new name becomes a parameter. */
export function AngleFields(props: {
  readonly circuit: Circuit;
  readonly step: PlacedStep;
  readonly onChange: (circuit: Circuit) => void;
}) {
  const { circuit, step, onChange } = props;
  const id = useId();
  const wrong = useSignal<string | undefined>(undefined);
  const { operation } = step;
  if (operation.kind !== "gate" || operation.parameters.length === 0) return null;
  const names = gateTable[operation.gate].parameters;
  return (
    <div class="angles">
      {operation.parameters.map((value, k) => (
        <span class="choice" key={names[k]}>
          <label for={`${id}-${k}`}>
            {texts.value.circuit.angle} {names[k]}
          </label>
          <input
            id={`${id}-${k}`}
            value={formatParameter(value)}
            aria-invalid={wrong.value !== undefined}
            onChange={({ currentTarget }) => {
              const read = readAngle(currentTarget.value);
              wrong.value = typeof read === "string" ? read : undefined;
              if (typeof read === "string") return;
              const parameters = operation.parameters.map((old, other) => (other === k ? read.angle : old));
              onChange(replaceStep(circuit, step.index, [{ ...operation, parameters }]));
            }}
          />
        </span>
      ))}
      {wrong.value !== undefined && <p role="alert">{wrong.value}</p>}
    </div>
  );
}

const known = /^(pi|tau|euler|sin|cos|tan|exp|ln|log|sqrt|arcsin|arccos|arctan|asin|acos|atan|pow|e\d*)$/;

/** Reads a formula as OpenQASM reads it, with every unknown name as a parameter; what is wrong as a text. */
function readAngle(text: string): { readonly angle: Parameter } | string {
  const names = new Set((text.match(/[A-Za-z_]\w*/g) ?? []).filter((name) => !known.test(name)));
  const inputs = [...names].map((name) => `input float ${name};`).join("");
  const { circuit, fault } = readProgram(
    `OPENQASM 3.0;include "stdgates.inc";${inputs}qubit[1] q;rx(${text}) q[0];`,
  );
  if (fault !== undefined) return fault.message;
  const [step] = circuit.operations;
  return circuit.length === 1 && step.kind === "gate" ? { angle: step.parameters[0] } : text;
}
