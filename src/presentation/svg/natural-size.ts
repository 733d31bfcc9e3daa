/**
 * Keeps a figure from growing beyond its own width on pages that stretch figures to their column; it may still shrink.
 */
export function naturalSize(svg: string): string {
  return svg.replace(/ width="(\d+)"/, (found, size: string) => `${found} style="max-width:${size}px"`);
}
