import type { Plane } from "../amplitudes.ts";
import { moved } from "./resolve-permutations.ts";
import { qubitsIn } from "./step.ts";
import type { TileState } from "./tile-state.ts";

/**
 * How a state goes through the memory of the kernels: all at once where it lies there, otherwise in windows that are
 * copied there and back.
 *
 * A window has some of the bits of amplitude numbers, those of a tile among them; the others are the same throughout.
 */
export class StateWindows {
  readonly #state: TileState;
  /** For each bit of the number of an amplitude its place: first those of the window, ascending, then the others. */
  readonly #places: readonly number[];
  /** Amplitudes that lie next to each other in a window and in the state. */
  readonly #run: number;
  /** Where each run of a window begins in the state, from the beginning of the window on. */
  readonly #offsets: Float64Array;

  /** Windows that have some bits, as a mask. */
  constructor(state: TileState, bits: number) {
    const { qubits, window } = state;
    this.#state = state;
    let inside = window === undefined ? 2 ** qubits - 1 : bits;
    // The lowest others, so that the runs are long.
    for (let bit = 0, left = (window?.qubits ?? qubits) - qubitsIn(inside).length; left > 0; bit++) {
      if ((inside >> bit) & 1) continue;
      inside |= 1 << bit;
      left--;
    }
    const order = [...qubitsIn(inside), ...qubitsIn((2 ** qubits - 1) & ~inside)];
    const places = new Array<number>(qubits);
    order.forEach((bit, place) => {
      places[bit] = place;
    });
    this.#places = places;
    let low = 0;
    while ((inside >> low) & 1) low++;
    this.#run = 2 ** low;
    const high = qubitsIn(inside).slice(low);
    this.#offsets = new Float64Array(window === undefined ? 1 : 2 ** high.length);
    if (window !== undefined) {
      high.forEach((bit, k) => {
        for (let x = 0; x < 2 ** k; x++) this.#offsets[2 ** k + x] = this.#offsets[x] + 2 ** bit;
      });
    }
  }

  /** The bits of amplitude numbers at their places in windows. */
  bits(mask: number): number {
    return moved(mask, this.#places);
  }

  /** Positions of qubits as places in windows. */
  layout(positions: readonly number[]): number[] {
    return positions.map((position) => this.#places[position]);
  }

  /**
   * For each window where the bits outside have any values in the places of `free` and those of `base` in the others:
   * copies it to the memory of the kernels, yields these values at their places, and copies it back, if it is changed.
   */
  *each(free: number, base: number, isChanged = true): Generator<number, void, void> {
    const { qubits, window, re, im } = this.#state;
    if (window === undefined) {
      yield base;
      return;
    }
    const outside = (2 ** qubits - 1) & ~(2 ** window.qubits - 1);
    const bitOf = this.#places.map((_, place) => this.#places.indexOf(place));
    const varied = free & outside;
    let values = 0;
    do {
      const at = (base & ~varied) | values;
      const start = moved(at & outside, bitOf);
      this.#load(window.re, re, start);
      this.#load(window.im, im, start);
      yield at;
      if (isChanged) {
        this.#store(window.re, re, start);
        this.#store(window.im, im, start);
      }
      values = ((values | ~varied) + 1) & varied;
    } while (values !== 0);
  }

  #load(window: Plane, plane: Plane, start: number): void {
    const run = this.#run;
    this.#offsets.forEach((offset, k) => {
      window.set(plane.subarray(start + offset, start + offset + run), k * run);
    });
  }

  #store(window: Plane, plane: Plane, start: number): void {
    const run = this.#run;
    this.#offsets.forEach((offset, k) => {
      plane.set(window.subarray(k * run, (k + 1) * run), start + offset);
    });
  }
}
