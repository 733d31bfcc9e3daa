import type { FigureSvg } from "./report-page.ts";

/** The width of the wide drawing: the column of a report page. */
const wide = 760;
/** The width of the narrow drawing: a phone. */
const narrow = 320;

/**
 * Draws the same data twice, for wide and for narrow screens.
 *
 * @example bothWidths(queriesAgainstSize, { series }) // { wide: "<svg …", narrow: "<svg …" }
 */
export function bothWidths<Data extends { readonly width?: number }>(
  draw: (data: Data) => string,
  data: Omit<Data, "width">,
): FigureSvg {
  return { wide: draw({ ...data, width: wide } as Data), narrow: draw({ ...data, width: narrow } as Data) };
}
