import { unitPhase } from "../../circuit/unit-phase.ts";
import type { TileState } from "./tile-state.ts";

/** Amplitudes that are done in about a millisecond. */
const atATime = 2 ** 20;

/** Applies 1 + (e^{i·angle} − 1)|s⟩⟨s|: adds (e^{i·angle} − 1) times the mean of all amplitudes to each. */
export function* turnMean(
  { qubits, kernels, map, view }: TileState,
  angle: number,
): Generator<void, void, void> {
  const size = 2 ** qubits;
  const part = Math.min(size, atATime);
  const sums = [0, 0];
  for (let at = 0; at < size; at += part) {
    [map.re, map.im].forEach((plane, k) => {
      kernels.sumPlane(plane + 8 * at, part, map.spec);
      sums[k] += view.getFloat64(map.spec, true);
    });
    yield;
  }
  const [c, s] = unitPhase(angle);
  const [re, im] = [sums[0] / size, sums[1] / size];
  const shifts = [(c - 1) * re - s * im, (c - 1) * im + s * re];
  for (let at = 0; at < size; at += part) {
    [map.re, map.im].forEach((plane, k) => {
      if (shifts[k] !== 0) kernels.shiftPlane(plane + 8 * at, part, shifts[k]);
    });
    yield;
  }
}

/** Multiplies one amplitude by a phase. */
export function turnAmplitude({ re, im }: TileState, index: number, angle: number): void {
  const [c, s] = unitPhase(angle);
  const before = re[index];
  re[index] = c * before - s * im[index];
  im[index] = c * im[index] + s * before;
}
