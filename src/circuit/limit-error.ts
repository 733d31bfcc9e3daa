/**
 * Thrown before anything is allocated when a request is valid but larger than this machine is allowed to hold.
 *
 * A RangeError by kind, so that callers may treat it as one; the name tells it from bad input.
 */
export class LimitError extends RangeError {
  override readonly name = "LimitError";
}
