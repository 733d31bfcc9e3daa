import { complexMatrix } from "../../circuit/complex-matrix.ts";
import { type KrausChannel, krausChannel } from "./kraus-channel.ts";
import { requireProbability } from "./require-probability.ts";

/**
 * The bit flip: X with probability p, nothing otherwise.
 *
 * Errors: RangeError for p outside [0, 1].
 *
 * @example bitFlip(0.1).probabilities // [0.9, 0.1]
 */
export function bitFlip(p: number): KrausChannel {
  requireProbability("bitFlip", "p", p);
  const [stay, flip] = [Math.sqrt(1 - p), Math.sqrt(p)];
  return krausChannel(`bitFlip(${p})`, [
    complexMatrix([
      [stay, 0],
      [0, stay],
    ]),
    complexMatrix([
      [0, flip],
      [flip, 0],
    ]),
  ]);
}

/**
 * The phase flip: Z with probability p, nothing otherwise.
 *
 * Errors: RangeError for p outside [0, 1].
 *
 * @example phaseFlip(0.1).probabilities // [0.9, 0.1]
 */
export function phaseFlip(p: number): KrausChannel {
  requireProbability("phaseFlip", "p", p);
  const [stay, flip] = [Math.sqrt(1 - p), Math.sqrt(p)];
  return krausChannel(`phaseFlip(${p})`, [
    complexMatrix([
      [stay, 0],
      [0, stay],
    ]),
    complexMatrix([
      [flip, 0],
      [0, -flip],
    ]),
  ]);
}
