import { computed, effect, signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Circuit } from "../../../index.ts";
import type { Panel } from "../panels.ts";
import { circuitState } from "./circuit-state.ts";
import { Diagram } from "./diagram.tsx";
import { Exchange } from "./exchange.tsx";
import { ParameterSliders } from "./parameter-sliders.tsx";
import { ProgramEditor } from "./program-editor.tsx";
import { changeProgram } from "./program-history.ts";
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
          changeProgram(text, true);
        }}
      />
      {shown !== undefined && plain !== undefined && (
        <>
          <Diagram circuit={shown} isStale={fault !== undefined} />
          <ParameterSliders circuit={shown} />
          <StateAfter circuit={shown} plain={plain} />
          <Exchange circuit={shown} />
        </>
      )}
    </div>
  );
}

export const panel: Panel = { state: circuitState, View: CircuitPanel };
