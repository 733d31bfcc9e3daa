import { StateVector } from "../state-vector.ts";
import {
  newTileState,
  type StateShape,
  sharedThreads,
  type TileState,
  tileStateOf,
  windowOf,
} from "./tile-state.ts";

/**
 * States up to this size are computed in a memory that is kept for the next run, and copied out, because memories of
 * WebAssembly are slow to make and to free; larger ones get a memory of their own and stay in it.
 */
const mostSharedQubits = 18;

/** The kept memories that are not in use, by what they are for. */
const kept = new Map<string, TileState>();

/** What a state is needed for. */
export interface WantedState extends StateShape {
  readonly initial: StateVector | undefined;
  readonly inPlace: boolean;
  /** A state whose memory may be taken. */
  readonly reuse: StateVector | undefined;
}

/** A state to work in: |0…0⟩, a copy of the initial state, or, if it may be changed, its own memory. */
export function borrowState(wanted: WantedState): TileState {
  const { initial, inPlace, reuse } = wanted;
  const own = initial && tileStateOf(initial);
  if (inPlace && own?.precision === wanted.precision && own.tileQubits === wanted.tileQubits) return own;
  const key = keyOf(wanted);
  const free = reuse && tileStateOf(reuse);
  const used = free !== undefined && keyOfState(free) === key ? free : kept.get(key);
  kept.delete(key);
  const state = used ?? newTileState(wanted);
  if (initial !== undefined) {
    state.re.set(initial.re);
    state.im.set(initial.im);
  } else {
    if (used !== undefined) {
      state.re.fill(0);
      state.im.fill(0);
    }
    state.re[0] = 1;
  }
  return state;
}

/** The state as the caller gets it: in the memory it was computed in, or copied out so that the memory can be kept. */
export function giveBack(state: TileState, initial: StateVector | undefined, inPlace: boolean): StateVector {
  const { qubits, re, im } = state;
  if (qubits > mostSharedQubits)
    return inPlace && initial?.re === re ? initial : new StateVector(qubits, re, im);
  kept.set(keyOfState(state), state);
  if (!inPlace || initial?.re.BYTES_PER_ELEMENT !== re.BYTES_PER_ELEMENT) {
    return new StateVector(qubits, re.slice(), im.slice());
  }
  initial.re.set(re);
  initial.im.set(im);
  return initial;
}

function keyOfState({ qubits, tileQubits, precision, window, map }: TileState): string {
  return [qubits, tileQubits, precision, window?.qubits, map.helpers.length + 1].join("/");
}

function keyOf(shape: StateShape): string {
  const { qubits, tileQubits, precision } = shape;
  return [qubits, tileQubits, precision, windowOf(shape), sharedThreads(shape)].join("/");
}
