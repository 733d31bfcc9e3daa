const eighths = " ▏▎▍▌▋▊▉█";
const WIDTH = 24;

/**
 * A share of a whole (0 … 1) as a bar of at most 24 characters, to an eighth of a character.
 *
 * What is not 0 is at least an eighth.
 *
 * @example shareBar(0.5) // "████████████"
 */
export function shareBar(share: number): string {
  const parts = share <= 0 ? 0 : Math.max(1, Math.round(share * WIDTH * 8));
  const full = Math.floor(parts / 8);
  return `${"█".repeat(full)}${parts % 8 === 0 ? "" : eighths[parts % 8]}`;
}
