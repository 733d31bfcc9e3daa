/**
 * Cuts the name of a wire so that its place in the register stays: `counting_register[2]` becomes `coun…[2]`.
 *
 * `fits` says whether a text is short enough; at least one sign of the name is kept.
 */
export function cutWireName(name: string, ellipsis: string, fits: (text: string) => boolean): string {
  if (fits(name)) return name;
  const [, stem, place] = /^(.*?)(\[\d+\])?$/s.exec(name) as RegExpExecArray;
  const signs = [...stem];
  for (let kept = signs.length - 1; kept >= 1; kept--) {
    const text = `${signs.slice(0, kept).join("").trimEnd()}${ellipsis}${place ?? ""}`;
    if (kept === 1 || fits(text)) return text;
  }
  return name;
}
