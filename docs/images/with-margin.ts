/**
 * Gives a stand-alone figure a margin of its own paper, so that it does not end at its letters on a page of another
 * colour.
 *
 * Errors: Error for a text that does not begin like a figure of kronket.
 */
export function withMargin(svg: string, margin: number): string {
  const size = /width="(\d+)" height="(\d+)" viewBox="0 0 \1 \2"/;
  const found = size.exec(svg);
  const paper = found === null ? "" : `<rect width="${found[1]}" height="${found[2]}" fill="`;
  if (found === null || !svg.includes(paper)) {
    throw new Error(
      "withMargin: expected a figure with a paper rectangle, got another text; pass a drawing.",
    );
  }
  const [width, height] = [Number(found[1]) + 2 * margin, Number(found[2]) + 2 * margin];
  return svg
    .replace(size, `width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}"`)
    .replace(paper, `<rect x="${-margin}" y="${-margin}" width="${width}" height="${height}" rx="6" fill="`);
}
