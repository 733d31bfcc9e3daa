import type { FigureTheme } from "../svg/themed-figure.ts";

/** What all pictures of states can be told. */
export interface StateFigure {
  /** What a screen reader says first. */
  readonly title?: string;
  /** What a screen reader says next. */
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
  /** Colours: for a light page that may replace them, for a dark one, or as the reader's system says. Default `light`. */
  readonly theme?: FigureTheme;
}
