/** A fresh seed from the system's source of randomness: short enough to be typed again. */
export function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0];
}
