/**
 * Puts a prefix before every id of an SVG string and before every reference to one, so that many figures can stand
 * on one page.
 *
 * @example withUniqueIds('<g id="a" clip-path="url(#a)"/>', "x") // '<g id="x-a" clip-path="url(#x-a)"/>'
 */
export function withUniqueIds(svg: string, prefix: string): string {
  return svg.replace(/<[a-zA-Z][^>]*>/g, (tag) =>
    tag
      .replace(/ id="([^"]+)"/g, ` id="${prefix}-$1"`)
      .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
      .replace(/ ((?:xlink:)?href)="#([^"]+)"/g, ` $1="#${prefix}-$2"`)
      .replace(/ (aria-labelledby|aria-describedby)="([^"]+)"/g, (_, name: string, ids: string) => {
        const renamed = ids.split(/\s+/).map((id) => `${prefix}-${id}`);
        return ` ${name}="${renamed.join(" ")}"`;
      }),
  );
}
