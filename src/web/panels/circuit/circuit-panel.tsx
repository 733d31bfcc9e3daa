import { computed, effect, signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Circuit } from "../../../index.ts";
import type { Panel } from "../panels.ts";
import { circuitState } from "./circuit-state.ts";
import { Diagram } from "./diagram.tsx";
import { ProgramEditor } from "./program-editor.tsx";
import { readProgram } from "./read-program.ts";
import { StateAfter } from "./state-after.tsx";

const { values } = circuitState;

const reading = computed(() => readProgram(values.program.value));

/** The newest circuit that could be read: it stays in sight while the text is being mended. */
const circuit = signal<Circuit | undefined>(undefined);
effect(() => {
  if (reading.value.circuit !== undefined) circuit.value = reading.value.circuit;
});

/** The circuit studio: one circuit as text and as diagram, and its state after every step. */
function CircuitPanel() {
  const { fault } = reading.value;
  const shown = circuit.value;
  const plain = useMemo(() => shown?.toJSON(), [shown]);
  return (
    <div class="studio">
      <ProgramEditor
        text={values.program.value}
        fault={fault}
        onInput={(text) => {
          values.program.value = text;
        }}
      />
      {shown !== undefined && plain !== undefined && (
        <>
          <Diagram circuit={shown} isStale={fault !== undefined} />
          <StateAfter circuit={shown} plain={plain} />
        </>
      )}
    </div>
  );
}

export const panel: Panel = { state: circuitState, View: CircuitPanel };
