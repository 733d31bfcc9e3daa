/** Checks the width of a figure, in SVG units. Errors: RangeError below 240, where texts no longer fit, and above 4000. */
export function requireWidth(name: string, width: number): void {
  if (!(width >= 240 && width <= 4000)) {
    throw new RangeError(`${name}: expected a width from 240 to 4000, got ${width}; use 320 or 760.`);
  }
}
