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
      `${subject}: expected at most ${amount(limit, unit, Math.floor)}, got ${amount(needed, unit, Math.ceil)}; ${remedy}.`,
    );
  }
}

function amount(value: number, unit: string, round: (x: number) => number): string {
  if (unit !== "bytes") return `${value} ${unit}`;
  const power = value < 1024 ? 0 : Math.min(5, Math.floor(Math.log2(value) / 10));
  // Three digits; the limit is rounded down and the need up, so that they differ on paper too.
  const scaled = value / 1024 ** power;
  const digits = power === 0 ? 1 : 10 ** Math.max(0, 2 - Math.floor(Math.log10(scaled)));
  return `${round(scaled * digits) / digits} ${["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"][power]}`;
}
