/** An amount with its unit; bytes in binary units with three digits, rounded up or down as `round` does. */
export function formatAmount(value: number, unit: string, round: (x: number) => number): string {
  if (unit !== "bytes") return `${value} ${unit}`;
  const power = value < 1024 ? 0 : Math.min(5, Math.floor(Math.log2(value) / 10));
  // Three digits; the limit is rounded down and the need up, so that they differ on paper too.
  const scaled = value / 1024 ** power;
  const digits = power === 0 ? 1 : 10 ** Math.max(0, 2 - Math.floor(Math.log10(scaled)));
  return `${round(scaled * digits) / digits} ${["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"][power]}`;
}
