import { palette } from "./palette.ts";
import { svgElement, svgText } from "./svg-elements.ts";

/** The key of a stepped colour scale. */
export interface ColourBar {
  /** The limits between colours, ascending; one more than there are colours. */
  readonly limits: readonly number[];
  readonly colours: readonly string[];
  readonly label: string;
  readonly text: (value: number) => string;
  readonly width: number;
}

/** How high a colour bar is, with its words. */
export const colourBarHeight = 44;

/** Draws a stepped colour bar with its label above and some of its limits below. */
export function colourBar({ limits, colours, label, text, width }: ColourBar): string {
  const [low, high] = [limits[0], limits[limits.length - 1]];
  const place = (value: number) => ((value - low) / (high - low)) * width;
  const steps = colours.map((fill, k) =>
    svgElement("rect", {
      x: place(limits[k]),
      y: 18,
      // A hair wider than the step, so that no paper shines through between two colours.
      width: place(limits[k + 1]) - place(limits[k]) + (k < colours.length - 1 ? 0.5 : 0),
      height: 10,
      fill,
    }),
  );
  const every = Math.max(1, Math.ceil((limits.length * 38) / width));
  // Counted from the middle, so that the middle of a symmetric bar (zero) has its number.
  const middle = Math.floor((limits.length - 1) / 2) % every;
  const numbers = limits
    .filter((_, k) => k % every === middle)
    .map((limit) => {
      const x = place(limit);
      return (
        svgElement("line", { x1: x, x2: x, y1: 28, y2: 31, stroke: palette.muted.light }) +
        svgText(text(limit), { x, y: 43, "text-anchor": "middle", "font-size": 11 })
      );
    });
  return svgText(label, { x: 0, y: 11, fill: palette.muted.light }) + steps.join("") + numbers.join("");
}
