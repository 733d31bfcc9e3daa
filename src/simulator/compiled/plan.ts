import type { Precision } from "../amplitudes.ts";
import { chooseTile, type StepColumns, workOf } from "./choose-tile.ts";
import { PhaseForm } from "./phase-form.ts";
import type { Resolved } from "./resolve-permutations.ts";
import { type Pending, schedulePass } from "./schedule-pass.ts";
import { actsOn, type MeanStep, reads, type Step, type TileableStep } from "./step.ts";
import { takeAllPhases } from "./take-phases.ts";
import type { TileStep } from "./tile-step.ts";

/** The qubits that lie next to each other in memory and belong to every tile. */
export const rowQubits = 4;

/** One pass over the state, as plain data. */
export type PlannedPass = TilePass | WholePass;

/** Steps on the whole state that need no tiles: one on the mean of all amplitudes, or a phase of a single one. */
export type WholePass = MeanStep | { readonly kind: "point"; readonly index: number; readonly angle: number };

/** Steps on one tile after the other. */
export interface TilePass {
  readonly kind: "tiles";
  /** The qubits of a tile, as a mask. */
  readonly tile: number;
  readonly steps: readonly TileStep[];
  /** The qubits outside that may be other than in the initial basis state, as a mask; all of them from any other start. */
  readonly liveOuter: number;
  /** The factor of the whole state at the end of the pass: its modulus and its angle. */
  readonly scale: number;
  readonly angle: number;
}

/** How a circuit runs. */
export interface Plan {
  readonly qubits: number;
  readonly passes: readonly PlannedPass[];
}

/** How a plan is made. */
export interface PlanOptions {
  /** How many qubits a tile has. */
  readonly tileQubits: number;
  /** Whether the initial state is a basis state, most of whose tiles stay 0 for a while. */
  readonly fromBasisState: boolean;
  /** The bits of the numbers that amplitudes are kept in (default 64). */
  readonly precision?: Precision;
}

/** Divides the steps of a circuit among passes over memory. */
export function planPasses(
  circuit: Resolved,
  { tileQubits, fromBasisState, precision = 64 }: PlanOptions,
): Plan {
  const { qubits } = circuit;
  const all = 2 ** qubits - 1;
  const size = Math.min(tileQubits, qubits);
  const required = 2 ** Math.min(rowQubits, qubits) - 1;
  const pending: Pending = { form: new PhaseForm(qubits), scale: 1, angle: circuit.angle, precision };
  const passes: PlannedPass[] = [];
  let live = fromBasisState ? 0 : all;
  let waiting: readonly Step[] = circuit.steps;
  let columns = toColumns(waiting);
  const runTile = (tile: number, now: readonly TileableStep[], isLast: boolean) => {
    const steps = schedulePass(now, tile, pending);
    const rest = isLast ? takeAllPhases(pending, tile) : undefined;
    if (rest !== undefined) steps.push(rest);
    const liveOuter = live & ~tile;
    // The factor of a pass is multiplied in when its tiles are put back, for nothing; a phase only once, at the end.
    const angle = isLast ? pending.angle : 0;
    passes.push({ kind: "tiles", tile, steps, liveOuter, scale: pending.scale, angle });
    pending.scale = 1;
    if (isLast) pending.angle = 0;
    live |= tile;
  };
  do {
    const first = waiting[0];
    const isPoint = first?.kind === "phase" && first.mask === all;
    if (isPoint || first?.kind === "mean") {
      if (first.kind === "mean") {
        if (pending.form.support !== 0) runTile(2 ** size - 1, [], true);
        passes.push(first);
        live = all;
      } else {
        passes.push({ kind: "point", index: first.value, angle: first.angle });
      }
      waiting = waiting.slice(1);
      columns = withoutFirst(columns);
      if (waiting.length === 0 && (pending.form.support !== 0 || pending.angle !== 0)) {
        runTile(2 ** size - 1, [], true);
      }
      continue;
    }
    const tile = chooseTile(columns, { qubits, size, required, live });
    const [now, later, laterColumns] = divide(waiting, columns, tile);
    if (now.length === 0 && later.length > 0) {
      throw new RangeError(
        `plan: expected steps on at most ${size - rowQubits} qubits beside the row, got a wider one; use larger tiles.`,
      );
    }
    runTile(tile, now, later.length === 0 || leadsToMean(later, all));
    waiting = later;
    columns = laterColumns;
  } while (waiting.length > 0);
  return { qubits, passes };
}

function toColumns(steps: readonly Step[]): StepColumns {
  const count = steps.length;
  const columns = {
    acts: new Int32Array(count),
    reads: new Int32Array(count),
    work: new Float64Array(count),
  };
  for (let k = 0; k < count; k++) {
    columns.acts[k] = actsOn(steps[k]);
    columns.reads[k] = reads(steps[k]);
    columns.work[k] = workOf(steps[k]);
  }
  return columns;
}

/** Whether nothing but phases of single amplitudes comes before the next step on the mean: all phases must be done then. */
function leadsToMean(steps: readonly Step[], all: number): boolean {
  return steps.find((step) => step.kind !== "phase" || step.mask !== all)?.kind === "mean";
}

function withoutFirst({ acts, reads, work }: StepColumns): StepColumns {
  return { acts: acts.subarray(1), reads: reads.subarray(1), work: work.subarray(1) };
}

/** The steps that a tile can do, and those that it cannot or that must wait for one of these; with their columns. */
function divide(
  steps: readonly Step[],
  columns: StepColumns,
  tile: number,
): [now: TileableStep[], later: Step[], laterColumns: StepColumns] {
  const now: TileableStep[] = [];
  const later: Step[] = [];
  const { acts, reads, work } = columns;
  let blockedActs = 0;
  let blockedReads = 0;
  for (let k = 0; k < steps.length; k++) {
    const a = acts[k];
    const r = reads[k];
    if ((a & ~tile) === 0 && ((a | r) & blockedActs) === 0 && (a & blockedReads) === 0) {
      now.push(steps[k] as TileableStep);
      continue;
    }
    blockedActs |= a;
    blockedReads |= r;
    // Later columns take the places of those that are done.
    const place = later.length;
    acts[place] = a;
    reads[place] = r;
    work[place] = work[k];
    later.push(steps[k]);
  }
  const count = later.length;
  const left = {
    acts: acts.subarray(0, count),
    reads: reads.subarray(0, count),
    work: work.subarray(0, count),
  };
  return [now, later, left];
}
