import { Circuit, type Operation } from "../../../index.ts";
import { type CircuitLayout, circuitLayout } from "../../../presentation/index.ts";

/** A place of the diagram. */
export interface Place {
  readonly qubit: number;
  readonly column: number;
}

/** A step of the circuit and where its drawing lies. */
export interface PlacedStep {
  readonly operation: Operation;
  /** Its number in the circuit. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** The steps of a circuit with the places of their drawings; what is inside a branch or a loop belongs to that step. */
export function placedSteps(circuit: Circuit, layout: CircuitLayout = circuitLayout(circuit)): PlacedStep[] {
  const { cells, frames } = layout;
  let [cell, frame] = [0, 0];
  return circuit.operations.map((operation, index) => {
    const own = cells[cell];
    if (own !== undefined && (own.operation === operation || own.condition === operation)) {
      cell++;
      const { column, top, bottom } = own;
      return { operation, index, from: column, to: column, top, bottom };
    }
    const { from, to, top, bottom } = frames[frame++];
    const isInside = (k: number) =>
      cells[k].column > from && cells[k].column < to && cells[k].top >= top && cells[k].bottom <= bottom;
    while (cell < cells.length && isInside(cell)) cell++;
    while (
      frame < frames.length &&
      frames[frame].from > from &&
      frames[frame].to < to &&
      frames[frame].top >= top
    )
      frame++;
    return { operation, index, from, to, top, bottom };
  });
}

/** The step whose drawing covers a place, if there is one. */
export function stepAt(circuit: Circuit, { qubit, column }: Place): PlacedStep | undefined {
  const layout = circuitLayout(circuit);
  const row = rowOf(layout, qubit);
  return placedSteps(circuit, layout).find(
    ({ from, to, top, bottom }) => column >= from && column <= to && row >= top && row <= bottom,
  );
}

/** The circuit with a step more, in the place of what stood there; it moves as far left as its wires are free. */
export function placeStep(circuit: Circuit, place: Place, operation: Operation): Circuit {
  const old = stepAt(circuit, place);
  return rebuilt(circuit, (steps) => {
    const kept = steps.filter(({ index }) => index !== old?.index);
    const at = kept.findIndex(({ from }) => from >= place.column);
    const list = kept.map((step) => step.operation);
    list.splice(at < 0 ? list.length : at, 0, operation);
    return list;
  });
}

/** The circuit without the step at a place. */
export function removeStep(circuit: Circuit, place: Place): Circuit {
  const old = stepAt(circuit, place);
  return old === undefined ? circuit : replaceStep(circuit, old.index, []);
}

/** The circuit with other steps in the place of one. */
export function replaceStep(circuit: Circuit, index: number, operations: readonly Operation[]): Circuit {
  return rebuilt(circuit, (steps) =>
    steps.flatMap((step) => (step.index === index ? operations : [step.operation])),
  );
}

/**
 * The circuit with a control on a wire for the gate that stands in the same column: added, or taken away where there is
 * one with this value already. The circuit itself where no gate there can have one.
 */
export function toggleControl(circuit: Circuit, { qubit, column }: Place, value: 0 | 1): Circuit {
  const layout = circuitLayout(circuit);
  const row = rowOf(layout, qubit);
  const far = ({ top, bottom }: PlacedStep) => Math.max(0, top - row, row - bottom);
  const [found] = placedSteps(circuit, layout)
    .filter(({ operation, from, to }) => "controls" in operation && column >= from && column <= to)
    .sort((a, b) => far(a) - far(b));
  if (found === undefined || !("controls" in found.operation)) return circuit;
  const { operation } = found;
  const others = operation.controls.filter((control) => control.qubit !== qubit);
  const old = operation.controls.find((control) => control.qubit === qubit);
  const controls = old?.value === value ? others : [...others, { qubit, value }];
  try {
    return replaceStep(circuit, found.index, [{ ...operation, controls }]);
  } catch {
    // The gate acts on this wire itself.
    return circuit;
  }
}

/** The circuit with the step at one place moved to another; a step on several wires keeps their distances. */
export function moveStep(circuit: Circuit, from: Place, to: Place): Circuit {
  const old = stepAt(circuit, from);
  if (old === undefined) return circuit;
  const shift = to.qubit - from.qubit;
  const moved = shifted(old.operation, shift, circuit.qubits);
  return moved === undefined ? circuit : placeStep(replaceStep(circuit, old.index, []), to, moved);
}

/** A circuit of another number of qubits; undefined where a qubit that would go is used. */
export function withQubits(circuit: Circuit, qubits: number): Circuit | undefined {
  try {
    const fits = circuit.registers.qubitRegisters.every(({ start, size }) => start + size <= qubits);
    const registers = fits ? circuit.registers : { bitRegisters: circuit.registers.bitRegisters };
    return new Circuit(qubits, circuit.bits, circuit.operations, registers);
  } catch {
    return undefined;
  }
}

function rowOf(layout: CircuitLayout, qubit: number): number {
  return layout.rows.findIndex((row) => row.kind === "qubit" && row.qubit === qubit);
}

/** Steps in the order of their columns do the same: what stands in an earlier column was first on every wire that it shares. */
function rebuilt(circuit: Circuit, change: (steps: readonly PlacedStep[]) => readonly Operation[]): Circuit {
  const steps = placedSteps(circuit).sort((a, b) => a.from - b.from || a.index - b.index);
  return new Circuit(circuit.qubits, circuit.bits, change(steps), circuit.registers);
}

function shifted(operation: Operation, by: number, qubits: number): Operation | undefined {
  if (operation.kind === "measure" || operation.kind === "reset") {
    return { ...operation, qubit: operation.qubit + by };
  }
  if (!("qubits" in operation)) return by === 0 ? operation : undefined;
  const controls = "controls" in operation ? operation.controls : [];
  const all = [...operation.qubits, ...controls.map(({ qubit }) => qubit)].map((qubit) => qubit + by);
  if (all.some((qubit) => qubit < 0 || qubit >= qubits)) return undefined;
  const placed = { ...operation, qubits: operation.qubits.map((qubit) => qubit + by) };
  return "controls" in operation
    ? ({
        ...placed,
        controls: controls.map(({ qubit, value }) => ({ qubit: qubit + by, value })),
      } as Operation)
    : (placed as Operation);
}
