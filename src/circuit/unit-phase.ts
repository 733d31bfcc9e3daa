/**
 * The point e^{i·angle} of the unit circle, as (cosine, sine).
 *
 * Multiples of π/2 give exact zeros and ones, so that a phase of π is the sign −1 and not −1 + 1.2e-16 i.
 *
 * @example unitPhase(Math.PI) // [-1, 0]
 */
export function unitPhase(angle: number): readonly [re: number, im: number] {
  const quarter = Math.round(angle / (Math.PI / 2));
  if (angle === quarter * (Math.PI / 2)) return quarters[((quarter % 4) + 4) % 4];
  return [Math.cos(angle), Math.sin(angle)];
}

const quarters = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
