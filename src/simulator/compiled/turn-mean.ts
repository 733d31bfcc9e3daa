import { unitPhase } from "../../circuit/unit-phase.ts";
import { StateWindows } from "./state-windows.ts";
import type { TileState } from "./tile-state.ts";

/** Amplitudes that are done in about a millisecond. */
const atATime = 2 ** 20;

/** Applies 1 + (e^{i·angle} − 1)|s⟩⟨s|: adds (e^{i·angle} − 1) times the mean of all amplitudes to each. */
export function* turnMean(state: TileState, angle: number): Generator<void, void, void> {
  const { kernels, map, view } = state;
  const sums = [0, 0];
  yield* eachPart(state, false, (plane, count, k) => {
    kernels.sumPlane(plane, count, map.spec);
    sums[k] += view.getFloat64(map.spec, true);
  });
  const [c, s] = unitPhase(angle);
  const [re, im] = sums.map((sum) => sum / 2 ** state.qubits);
  const shifts = [(c - 1) * re - s * im, (c - 1) * im + s * re];
  yield* eachPart(state, true, (plane, count, k) => {
    if (shifts[k] !== 0) kernels.shiftPlane(plane, count, shifts[k]);
  });
}

/** Calls back with the address and the number of amplitudes of each part of each plane, 0 the real and 1 the imaginary one. */
function* eachPart(
  state: TileState,
  isChanged: boolean,
  work: (plane: number, count: number, k: number) => void,
): Generator<void, void, void> {
  const { qubits, window, map } = state;
  const size = 2 ** (window?.qubits ?? qubits);
  const part = Math.min(size, atATime);
  for (const _ of new StateWindows(state, 0).each(2 ** qubits - 1, 0, isChanged)) {
    for (let at = 0; at < size; at += part) {
      work(map.re + map.numberBytes * at, part, 0);
      work(map.im + map.numberBytes * at, part, 1);
      yield;
    }
  }
}

/** Multiplies one amplitude by a phase. */
export function turnAmplitude({ re, im }: TileState, index: number, angle: number): void {
  const [c, s] = unitPhase(angle);
  const before = re[index];
  re[index] = c * before - s * im[index];
  im[index] = c * im[index] + s * before;
}
