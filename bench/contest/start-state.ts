import { hashedNumber } from "./hashed-number.ts";

/** Fills a state without structure, normalised: every simulator starts from the same one. */
export function fillStartState(re: Float32Array | Float64Array, im: Float32Array | Float64Array): void {
  let square = 0;
  for (let k = 0; k < re.length; k++) square += hashedNumber(k, 0) ** 2 + hashedNumber(k, 1) ** 2;
  const scale = 1 / Math.sqrt(square);
  for (let k = 0; k < re.length; k++) {
    re[k] = hashedNumber(k, 0) * scale;
    im[k] = hashedNumber(k, 1) * scale;
  }
}
