import { popcount } from "../observables/bit-count.ts";
import type { Step } from "./step.ts";

/** What a choice of tile qubits starts from. */
export interface TileChoice {
  readonly qubits: number;
  /** How many qubits a tile has. */
  readonly size: number;
  /** Qubits that are in the tile in any case, as a mask. */
  readonly required: number;
  /** Qubits that may be other than in the initial basis state, as a mask. */
  readonly live: number;
}

/** What a pass over memory costs, in rotations of all amplitudes. */
const passCost = 8;

/** What a step costs, in the same unit. */
export function workOf(step: Step): number {
  switch (step.kind) {
    case "rotate":
      return 1;
    case "exchange":
      return 0.3;
    case "matrix":
      return 2 * 2 ** step.targets.length;
    default:
      return 0.05;
  }
}

/** The steps that wait, as columns that are quick to scan. */
export interface StepColumns {
  readonly acts: Int32Array;
  readonly reads: Int32Array;
  readonly work: Float64Array;
}

/**
 * The qubits of the tile for the next pass: the choice that does the most work for the time it takes.
 *
 * A pass does every step that is ready on the qubits of its tile, however deep. Candidates are rows of neighbouring
 * qubits from every beginning, and the qubits of the steps that wait, in order. Of a basis state, only the tiles are
 * visited that can be other than 0, so that a pass on few live qubits costs little.
 */
export function chooseTile(steps: StepColumns, choice: TileChoice): number {
  const { qubits, size, required, live } = choice;
  if (size >= qubits) return 2 ** qubits - 1;
  let best = 0;
  let bestScore = -1;
  const tryTile = (tile: number) => {
    const work = workIn(steps, tile);
    const share = 2 ** (popcount(live | tile) - qubits);
    const score = work / (share * (passCost + work));
    if (score > bestScore) {
      bestScore = score;
      best = tile;
    }
  };
  tryTile(fill(inOrder(steps, required, size), qubits, size, 0));
  for (let from = 0; from < qubits; from++) tryTile(fill(required, qubits, size, from));
  return best;
}

/** The work of the steps that a tile can do. */
function workIn({ acts, reads, work }: StepColumns, tile: number): number {
  let blockedActs = 0;
  let blockedReads = 0;
  let sum = 0;
  for (let k = 0; k < acts.length; k++) {
    const a = acts[k];
    if ((a & ~tile) === 0 && ((a | reads[k]) & blockedActs) === 0 && (a & blockedReads) === 0) sum += work[k];
    else {
      blockedActs |= a;
      blockedReads |= reads[k];
      if ((tile & ~blockedActs) === 0) break;
    }
  }
  return sum;
}

/** Adds the qubits of the steps that are ready, as long as there is room. */
function inOrder({ acts, reads }: StepColumns, required: number, size: number): number {
  let tile = required;
  let blockedActs = 0;
  let blockedReads = 0;
  for (let k = 0; k < acts.length; k++) {
    const a = acts[k];
    const isReady = ((a | reads[k]) & blockedActs) === 0 && (a & blockedReads) === 0;
    if (isReady && popcount(tile | a) <= size) tile |= a;
    else {
      blockedActs |= a;
      blockedReads |= reads[k];
    }
  }
  return tile;
}

/** Adds neighbouring qubits, from one on and around, until the tile is full. */
function fill(tile: number, qubits: number, size: number, from: number): number {
  let full = tile;
  for (let q = from, left = size - popcount(tile); left > 0; q = (q + 1) % qubits) {
    if ((full >> q) & 1) continue;
    full |= 1 << q;
    left--;
  }
  return full;
}
