import type { Circuit } from "../../circuit/circuit.ts";
import type { Condition } from "../../circuit/condition.ts";
import { conditionBits } from "../../circuit/conditions/condition-bits.ts";
import type { ConditionalOperation, Operation } from "../../circuit/operation.ts";
import { foldColumns } from "./fold-columns.ts";
import { type LayoutRows, layoutRows } from "./layout-rows.ts";
import type {
  CircuitLayout,
  DiagramOptions,
  LayoutCell,
  LayoutControl,
  LayoutFrame,
  LayoutRead,
} from "./layout-types.ts";
import { operationShape } from "./operation-shape.ts";

type FrameOperation = LayoutFrame["operation"];
type Draft = { -readonly [Key in keyof LayoutFrame]: LayoutFrame[Key] } & { parent: Draft | undefined };

/**
 * Places the operations of a circuit on a grid, as far left as the order of the circuit allows: an operation comes to
 * stand right of every earlier one whose rows, lines between them included, meet its own.
 *
 * Takes time in proportion to the operations and the rows that each covers. All drawings start from it, so that they
 * show the same.
 *
 * Errors: RangeError for `foldAt` that is no whole number ≥ 1.
 *
 * @example circuitLayout(new Circuit(2).h(0).cx(0, 1)).columns // 2
 */
export function circuitLayout(circuit: Circuit, options: DiagramOptions = {}): CircuitLayout {
  const { reverse = false, boxes = "closed", foldAt } = options;
  if (foldAt !== undefined && !(Number.isInteger(foldAt) && foldAt >= 1)) {
    throw new RangeError(
      `circuitLayout: expected foldAt to be a whole number of moments ≥ 1, got ${foldAt}; leave it out to fold by width.`,
    );
  }
  if (boxes !== "closed" && boxes !== "open") {
    throw new RangeError(`circuitLayout: expected boxes to be closed or open, got ${boxes}; choose one.`);
  }
  const open = boxes === "open";
  const needsPhaseRow =
    (circuit.qubits === 0 && circuit.bits === 0 && circuit.operations.length > 0) ||
    circuit.operations.some((step) => hasNoWire(step, open));
  const grid = new Grid(layoutRows(circuit, reverse, needsPhaseRow), open);
  grid.placeAll(circuit.operations, (qubit) => qubit, undefined);
  const layout = grid.finished();
  const widths = layout.moments.map((moment) => (moment === undefined ? 0 : 1));
  const lines =
    foldAt === undefined
      ? [{ from: 0, to: layout.columns }]
      : foldColumns(layout, (column) => widths[column], foldAt);
  return { ...layout, lines };
}

/** Whether something has to be drawn that touches no wire. */
function hasNoWire(operation: Operation, open: boolean): boolean {
  switch (operation.kind) {
    case "gate":
      return operation.qubits.length === 0 && operation.controls.length === 0;
    case "box":
      if (operation.qubits.length === 0 && operation.controls.length === 0) return true;
      return open && operation.operations.some((step) => hasNoWire(step, open));
    case "conditional":
      return (
        conditionBits(operation.condition).length +
          operation.operations.length +
          operation.otherwise.length ===
          0 || [...operation.operations, ...operation.otherwise].some((step) => hasNoWire(step, open))
      );
    case "while":
      return (
        conditionBits(operation.condition).length + operation.operations.length === 0 ||
        operation.operations.some((step) => hasNoWire(step, open))
      );
    default:
      return false;
  }
}

class Grid {
  readonly #at: LayoutRows;
  readonly #open: boolean;
  /** The first free column of each row. */
  readonly #frontier: Int32Array;
  readonly #cells: LayoutCell[] = [];
  readonly #frames: Draft[] = [];

  constructor(rows: LayoutRows, open: boolean) {
    this.#at = rows;
    this.#open = open;
    this.#frontier = new Int32Array(rows.rows.length);
  }

  placeAll(operations: readonly Operation[], qubit: (k: number) => number, parent: Draft | undefined): void {
    for (const operation of operations) {
      if (operation.kind === "conditional") {
        const only = singleGate(operation, this.#open);
        if (only === undefined) this.#placeFrame(operation, qubit, parent);
        else this.#placeCell(only, qubit, operation);
      } else if (operation.kind === "while" || (this.#open && operation.kind === "box")) {
        this.#placeFrame(operation, qubit, parent);
      } else this.#placeCell(operation, qubit);
    }
  }

  #placeCell(operation: Operation, qubit: (k: number) => number, condition?: ConditionalOperation): void {
    const { symbol, targets, controls } = operationShape(operation);
    const row = (k: number) => this.#at.qubitRow[qubit(k)];
    const rows =
      symbol === "globalPhase" || (symbol === "box" && targets.length === 0)
        ? [this.#at.phaseRow]
        : targets.map(row);
    const dots = controls.map(({ qubit: k, value }): LayoutControl => ({ row: row(k), value }));
    const reads =
      operation.kind === "measure"
        ? this.#reads([operation.bit])
        : operation.kind === "assign"
          ? this.#reads([operation.bit, ...conditionBits(operation.value)])
          : this.#readsOf(condition?.condition);
    const [top, bottom] = extent([...rows, ...dots.map((dot) => dot.row), ...reads.map((read) => read.row)]);
    const column = this.#reserve(top, bottom);
    this.#cells.push({
      column,
      top,
      bottom,
      symbol,
      operation,
      rows,
      controls: dots,
      reads,
      ...(condition !== undefined && { condition }),
    });
  }

  #placeFrame(operation: FrameOperation, qubit: (k: number) => number, parent: Draft | undefined): void {
    const inner = operation.kind === "box" ? (k: number) => qubit(operation.qubits[k]) : qubit;
    const controls =
      operation.kind === "box"
        ? operation.controls.map(({ qubit: k, value }) => ({ row: this.#at.qubitRow[qubit(k)], value }))
        : [];
    const reads = operation.kind === "box" ? [] : this.#readsOf(operation.condition);
    const touched = new Set<number>();
    if (operation.kind === "box") for (const k of operation.qubits) touched.add(this.#at.qubitRow[qubit(k)]);
    const bodies =
      operation.kind === "conditional" ? [operation.operations, operation.otherwise] : [operation.operations];
    for (const body of bodies) for (const step of body) this.#collectRows(step, inner, touched);
    // A frame around nothing stands where its condition is read.
    if (touched.size === 0) for (const { row } of reads) touched.add(row);
    if (touched.size === 0) touched.add(Math.max(0, this.#at.phaseRow));
    const [top, bottom] = extent([...touched]);
    const [first, last] = extent([
      top,
      bottom,
      ...controls.map((dot) => dot.row),
      ...reads.map((read) => read.row),
    ]);
    const from = this.#reserve(first, last);
    const draft: Draft = {
      operation,
      from,
      to: from,
      top,
      bottom,
      controls,
      reads,
      above: 0,
      below: 0,
      parent,
    };
    this.#frames.push(draft);
    bodies.forEach((body, k) => {
      if (k === 1) {
        if (body.length === 0) return;
        draft.divider = this.#reserve(first, last, from + 2);
      }
      this.placeAll(body, inner, draft);
    });
    // A frame around nothing keeps a column, so that it can be seen.
    draft.to = this.#reserve(first, last, (draft.divider ?? from) + 2);
  }

  /** Takes the first column that is free on all rows of a range; rows of one range stay in step from there on. */
  #reserve(top: number, bottom: number, least = 0): number {
    let column = least;
    for (let row = top; row <= bottom; row++) column = Math.max(column, this.#frontier[row]);
    this.#frontier.fill(column + 1, top, bottom + 1);
    return column;
  }

  #collectRows(operation: Operation, qubit: (k: number) => number, into: Set<number>): void {
    if (operation.kind === "conditional" || operation.kind === "while") {
      for (const { row } of this.#readsOf(operation.condition)) into.add(row);
      const bodies =
        operation.kind === "while" ? operation.operations : [...operation.operations, ...operation.otherwise];
      for (const step of bodies) this.#collectRows(step, qubit, into);
      return;
    }
    const { symbol, targets, controls } = operationShape(operation);
    for (const k of targets) into.add(this.#at.qubitRow[qubit(k)]);
    for (const control of controls) into.add(this.#at.qubitRow[qubit(control.qubit)]);
    if (symbol === "globalPhase") into.add(this.#at.phaseRow);
    if (operation.kind === "measure") into.add(this.#at.bitRow[operation.bit]);
    if (operation.kind === "assign") {
      for (const { row } of this.#reads([operation.bit, ...conditionBits(operation.value)])) into.add(row);
    }
    if (operation.kind === "box" && this.#open) {
      for (const step of operation.operations)
        this.#collectRows(step, (k) => qubit(operation.qubits[k]), into);
    }
  }

  #readsOf(condition: Condition | undefined): LayoutRead[] {
    return condition === undefined ? [] : this.#reads(conditionBits(condition));
  }

  /** Bits by the row that they are on; the row of the first bit comes first. */
  #reads(bits: readonly number[]): LayoutRead[] {
    const found = new Map<number, number[]>();
    for (const bit of bits) {
      const row = this.#at.bitRow[bit];
      const places = found.get(row) ?? [];
      if (!places.includes(this.#at.bitPlace[bit])) places.push(this.#at.bitPlace[bit]);
      found.set(row, places);
    }
    return [...found].map(([row, places]) => ({ row, places }));
  }

  finished(): Omit<CircuitLayout, "lines"> {
    const columns = this.#frontier.reduce((most, free) => Math.max(most, free), 0);
    const holds = new Uint8Array(columns);
    for (const { column } of this.#cells) holds[column] = 1;
    let count = 0;
    const moments = Array.from(holds, (held) => (held === 1 ? count++ : undefined));
    // Inner frames come after outer ones, so that backwards every frame is known before the one around it.
    for (const frame of [...this.#frames].reverse()) {
      const { parent } = frame;
      if (parent === undefined) continue;
      if (parent.top === frame.top) parent.above = Math.max(parent.above, frame.above + 1);
      if (parent.bottom === frame.bottom) parent.below = Math.max(parent.below, frame.below + 1);
    }
    const frames = this.#frames.map(({ parent: _, ...frame }): LayoutFrame => frame);
    return { rows: this.#at.rows, columns, cells: this.#cells, frames, moments };
  }
}

/** The single gate of a condition on equality without else, which can be drawn as one symbol with a classical control. */
function singleGate(
  { condition, operations, otherwise }: ConditionalOperation,
  open: boolean,
): Operation | undefined {
  if (condition.kind !== "equals" || condition.bits.length === 0) return undefined;
  if (operations.length !== 1 || otherwise.length > 0) return undefined;
  const [only] = operations;
  const plain =
    "controls" in only &&
    !(open && only.kind === "box") &&
    !(only.kind === "gate" && only.qubits.length === 0);
  return plain || only.kind === "reset" ? only : undefined;
}

function extent(rows: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const row of rows) {
    least = Math.min(least, row);
    most = Math.max(most, row);
  }
  return [least === Number.POSITIVE_INFINITY ? 0 : least, most];
}
