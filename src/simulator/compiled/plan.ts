import { popcount } from "../observables/bit-count.ts";
import { chooseTile, type StepColumns, workOf } from "./choose-tile.ts";
import { PhaseForm } from "./phase-form.ts";
import type { Resolved } from "./resolve-permutations.ts";
import { type Pending, schedulePass } from "./schedule-pass.ts";
import { actsOn, reads, type Step } from "./step.ts";
import { takeAllPhases } from "./take-phases.ts";
import type { TileStep } from "./tile-step.ts";

/** The qubits that lie next to each other in memory and belong to every tile. */
export const rowQubits = 4;

/** One pass over the state, as plain data. */
export interface PlannedPass {
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
}

/** Divides the steps of a circuit among passes over memory. */
export function planPasses(circuit: Resolved, { tileQubits, fromBasisState }: PlanOptions): Plan {
  const { qubits } = circuit;
  const all = 2 ** qubits - 1;
  const size = Math.min(tileQubits, qubits);
  const required = 2 ** Math.min(rowQubits, qubits) - 1;
  const pending: Pending = { form: new PhaseForm(qubits), scale: 1, angle: circuit.angle };
  const passes: PlannedPass[] = [];
  let live = fromBasisState ? 0 : all;
  let waiting: readonly Step[] = circuit.steps;
  do {
    const columns = toColumns(waiting);
    const tile = chooseTile(columns, { qubits, size, required, live });
    const [now, later] = divide(waiting, columns, tile);
    if (now.length === 0 && later.length > 0) {
      throw new RangeError(
        `plan: expected steps on at most ${size - rowQubits} qubits beside the row, got a wider one; use larger tiles.`,
      );
    }
    const steps = schedulePass(now, tile, pending);
    const isLast = later.length === 0;
    const rest = isLast ? takeAllPhases(pending, tile) : undefined;
    if (rest !== undefined) steps.push(rest);
    const liveOuter = live & ~tile;
    // The factor of a pass is multiplied in when its tiles are put back, for nothing; a phase only once, at the end.
    passes.push({ tile, steps, liveOuter, scale: pending.scale, angle: isLast ? pending.angle : 0 });
    pending.scale = 1;
    live |= tile;
    waiting = later;
  } while (waiting.length > 0);
  return { qubits, passes };
}

function toColumns(steps: readonly Step[]): StepColumns {
  return {
    acts: Int32Array.from(steps, actsOn),
    reads: Int32Array.from(steps, reads),
    work: Float64Array.from(steps, workOf),
  };
}

/** The steps that a tile can do, and those that it cannot or that must wait for one of these. */
function divide(steps: readonly Step[], columns: StepColumns, tile: number): [now: Step[], later: Step[]] {
  const now: Step[] = [];
  const later: Step[] = [];
  let blockedActs = 0;
  let blockedReads = 0;
  steps.forEach((step, k) => {
    const acts = columns.acts[k];
    const looks = columns.reads[k];
    if ((acts & ~tile) === 0 && ((acts | looks) & blockedActs) === 0 && (acts & blockedReads) === 0) {
      now.push(step);
    } else {
      blockedActs |= acts;
      blockedReads |= looks;
      later.push(step);
    }
  });
  return [now, later];
}

/** How many tiles a pass visits. */
export function tileCount(pass: PlannedPass): number {
  return 2 ** popcount(pass.liveOuter);
}
