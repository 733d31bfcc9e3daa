import { formatAmount } from "./format-amount.ts";

/**
 * Says that an input is sound but too big for a limit, before the memory for it is taken.
 *
 * Message: `subject: expected at most LIMIT, got NEEDED; remedy.` Amounts of bytes are written in binary units.
 *
 * @example new LimitError("a.npy", 2 ** 32, 2 ** 35, "bytes", "raise maxBytes").message
 * // a.npy: expected at most 4 GiB, got 32 GiB; raise maxBytes.
 */
export class LimitError extends RangeError {
  override readonly name = "LimitError";

  constructor(
    subject: string,
    /** The most that is allowed, in `unit`. */
    readonly limit: number,
    /** What the input asks for, in `unit`; at least this much where the whole need is unknown. */
    readonly needed: number,
    readonly unit: string,
    remedy: string,
  ) {
    super(
      `${subject}: expected at most ${formatAmount(limit, unit, Math.floor)}, got ${formatAmount(needed, unit, Math.ceil)}; ${remedy}.`,
    );
  }
}
