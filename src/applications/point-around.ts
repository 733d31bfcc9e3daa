import type { RandomStream } from "../random/random-stream.ts";

/** A point at a distance from another, in a random direction. */
export function pointAround(center: Float64Array, radius: number, random: RandomStream): Float64Array {
  const direction = center.map(() => random.normal());
  const length = Math.hypot(...direction);
  return center.map((value, k) => value + (radius * direction[k]) / length);
}
