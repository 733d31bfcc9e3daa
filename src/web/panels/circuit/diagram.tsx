import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useId, useMemo, useRef } from "preact/hooks";
import { type Circuit, exportQasm, gateTable, type Operation } from "../../../index.ts";
import { type CircuitDrawing, circuitDrawing } from "../../../presentation/index.ts";
import { texts } from "../../language/language.ts";
import { Drawing } from "../../parts/drawing.tsx";
import { figureWidth, useWidth } from "../../parts/use-width.ts";
import { AngleFields } from "./angle-fields.tsx";
import { circuitState } from "./circuit-state.ts";
import {
  moveStep,
  type Place,
  placedSteps,
  placeStep,
  removeStep,
  stepAt,
  toggleControl,
  withQubits,
} from "./edit-circuit.ts";
import { canRedo, canUndo, changeProgram, redo, undo } from "./program-history.ts";
import { type Tool, tools } from "./tools.ts";

/** Room beside the drawing for the column after the last. */
const margin = 48;

/** The diagram of a circuit: a cursor moves over wires and columns, letters and the pointer put gates there. */
export function Diagram({ circuit, isStale }: { readonly circuit: Circuit; readonly isStale: boolean }) {
  const t = texts.value.circuit;
  const [box, width] = useWidth();
  const canvas = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  const drawing = useMemo(
    () => circuitDrawing(circuit, { width: figureWidth(width - margin) }),
    [circuit, width],
  );
  const cursor = useSignal<Place>({ qubit: 0, column: 0 });
  const picked = useSignal<Tool | undefined>(undefined);
  const held = useRef<Place | undefined>(undefined);
  const place = useComputed(() => cursor.value).value;
  const here = useMemo(() => stepAt(circuit, place), [circuit, place]);
  const columns = drawing.layout.columns;

  const apply = (changed: Circuit | undefined) => {
    if (changed !== undefined && changed !== circuit && !isStale) changeProgram(programOf(changed));
  };
  const put = (tool: Tool, at: Place) => {
    const operation = tool.make(at.qubit, circuit.qubits);
    if (operation === undefined) return;
    const changed = placeStep(circuit, at, operation);
    apply(changed);
    // A step moves as far left as it can, and the cursor with it.
    const landed = placedSteps(changed).find((step) => step.operation === operation);
    if (landed !== undefined) cursor.value = { qubit: at.qubit, column: landed.from };
  };
  const move = (qubit: number, column: number) => {
    cursor.value = {
      qubit: Math.max(0, Math.min(circuit.qubits - 1, qubit)),
      column: Math.max(0, Math.min(columns, column)),
    };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { qubit, column } = cursor.value;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "z") (event.shiftKey ? redo : undo)();
      else if (event.key === "y") redo();
      else return;
      event.preventDefault();
      return;
    }
    const tool = tools.find(({ key }) => key === event.key);
    const acts: Record<string, () => void> = {
      ArrowUp: () => move(qubit - 1, column),
      ArrowDown: () => move(qubit + 1, column),
      ArrowLeft: () => move(qubit, column - 1),
      ArrowRight: () => move(qubit, column + 1),
      Home: () => move(qubit, 0),
      End: () => move(qubit, columns),
      Delete: () => apply(removeStep(circuit, cursor.value)),
      Backspace: () => apply(removeStep(circuit, cursor.value)),
      c: () => apply(toggleControl(circuit, cursor.value, 1)),
      o: () => apply(toggleControl(circuit, cursor.value, 0)),
    };
    if (tool !== undefined) put(tool, cursor.value);
    else if (Object.hasOwn(acts, event.key)) acts[event.key]();
    else return;
    event.preventDefault();
  };
  const placeOf = (event: PointerEvent) => pointedPlace(event, canvas.current, drawing);
  useEffect(() => {
    const release = (event: PointerEvent) => {
      const [from, to] = [held.current, placeOf(event)];
      held.current = undefined;
      if (from !== undefined && to === undefined) apply(removeStep(circuit, from));
      else if (
        from !== undefined &&
        to !== undefined &&
        (from.qubit !== to.qubit || from.column !== to.column)
      ) {
        apply(moveStep(circuit, from, to));
      } else if (picked.peek() !== undefined && to !== undefined) {
        put(picked.peek() as Tool, to);
        picked.value = undefined;
      }
    };
    addEventListener("pointerup", release);
    return () => removeEventListener("pointerup", release);
  });
  return (
    <section class={`diagram${isStale ? " stale" : ""}`} ref={box} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{t.diagram}</h2>
      <div class="palette" role="toolbar" aria-label={t.gates}>
        {tools.map((tool) => (
          <button
            key={tool.key}
            type="button"
            title={`${toolWords(tool)} (${tool.key})`}
            aria-label={`${tool.sign}, ${toolWords(tool)}`}
            aria-pressed={picked.value === tool}
            disabled={isStale}
            onPointerDown={(event) => {
              // Touch gives the pointer to the button; the diagram needs it.
              (event.target as Element).releasePointerCapture(event.pointerId);
              picked.value = picked.value === tool ? undefined : tool;
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === " ") put(tool, cursor.value);
            }}
          >
            {tool.sign}
          </button>
        ))}
      </div>
      <div class="bar">
        <button type="button" disabled={!canUndo()} onClick={undo}>
          {t.undo}
        </button>
        <button type="button" disabled={!canRedo()} onClick={redo}>
          {t.redo}
        </button>
        <button
          type="button"
          disabled={isStale}
          onClick={() => apply(withQubits(circuit, circuit.qubits + 1))}
        >
          {t.addQubit}
        </button>
        <button
          type="button"
          disabled={isStale || withQubits(circuit, circuit.qubits - 1) === undefined}
          onClick={() => apply(withQubits(circuit, circuit.qubits - 1))}
        >
          {t.removeQubit}
        </button>
      </div>
      <fieldset
        ref={canvas}
        class="canvas"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an editor of its own, with a cursor that keys move.
        tabIndex={0}
        aria-label={t.diagram}
        aria-describedby={`${id}-help`}
        style={{ maxWidth: `${drawing.width}px` }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          const at = placeOf(event);
          if (at === undefined) return;
          cursor.value = at;
          if (picked.value === undefined && stepAt(circuit, at) !== undefined) held.current = at;
        }}
      >
        <Drawing svg={drawing.svg} />
        <span class="cursor" style={cursorStyle(place, drawing)} />
      </fieldset>
      <p class="unseen" aria-live="polite">
        {t.cursor(place.qubit, place.column, here === undefined ? t.nothing : stepWords(here.operation))}
      </p>
      {here !== undefined && !isStale && <AngleFields circuit={circuit} step={here} onChange={apply} />}
      <details>
        <summary>{t.keys}</summary>
        <p id={`${id}-help`}>{t.keyHelp}</p>
      </details>
    </section>
  );
}

/** The program of a changed circuit in the version of the one that is there, where that can say it. */
export function programOf(circuit: Circuit): string {
  if (/OPENQASM\s+2/.test(circuitState.values.program.peek())) {
    try {
      return exportQasm(circuit, { version: 2 });
    } catch {
      // Version 3 can say everything.
    }
  }
  return exportQasm(circuit);
}

function toolWords({ name }: Tool): string {
  return name in gateTable ? gateTable[name as keyof typeof gateTable].description : name;
}

function stepWords(operation: Operation): string {
  return operation.kind === "gate" ? gateTable[operation.gate].description : operation.kind;
}

/** The middle of a place in the units of the drawing; the column after the last lies to its right. */
function middleOf(
  { qubit, column }: Place,
  { lines, layout }: CircuitDrawing,
): { x: number; y: number; width: number } {
  const line = lines.find(({ from, to }) => column >= from && column < to) ?? lines[lines.length - 1];
  const row = layout.rows.findIndex((entry) => entry.kind === "qubit" && entry.qubit === qubit);
  const y = line.y[row] ?? 20;
  const k = column - line.from;
  if (k < line.x.length) return { x: line.x[k], y, width: line.widths[k] };
  const last = line.x.length - 1;
  return { x: last < 0 ? 80 : line.x[last] + line.widths[last] / 2 + 24, y, width: 36 };
}

function cursorStyle(place: Place, drawing: CircuitDrawing) {
  const { x, y, width } = middleOf(place, drawing);
  const part = (value: number, of: number) => `${(100 * value) / of}%`;
  return {
    left: part(x - width / 2, drawing.width),
    width: part(width, drawing.width),
    top: part(y - 19, drawing.height),
    height: part(38, drawing.height),
  };
}

/** The place of the diagram that a pointer is over; undefined outside. */
function pointedPlace(
  event: PointerEvent,
  canvas: Element | null,
  drawing: CircuitDrawing,
): Place | undefined {
  const box = canvas?.getBoundingClientRect();
  if (box === undefined || box.width === 0) return undefined;
  const scale = drawing.width / box.width;
  const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  if (x < 0 || y < 0 || x > drawing.width + margin || y > drawing.height) return undefined;
  let best: Place | undefined;
  let least = Number.POSITIVE_INFINITY;
  const { layout } = drawing;
  for (const row of layout.rows) {
    if (row.kind !== "qubit") continue;
    for (let column = 0; column <= layout.columns; column++) {
      const middle = middleOf({ qubit: row.qubit, column }, drawing);
      const far = Math.hypot(Math.max(0, Math.abs(middle.x - x) - middle.width / 2), middle.y - y);
      if (far < least) [least, best] = [far, { qubit: row.qubit, column }];
    }
  }
  return best;
}
