/** A number as JSON can write it, which knows no Infinity: null stands for it. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
