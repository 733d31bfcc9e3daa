import { palette } from "./palette.ts";

/**
 * The page that a figure is for: `light` carries light colours that `paletteStyle` of a page may replace, `dark` carries
 * dark ones, and `auto` brings a style of its own that follows `prefers-color-scheme` wherever the figure is shown.
 */
export type FigureTheme = "light" | "dark" | "auto";

const attributes = ["fill", "stroke", "color"] as const;

/**
 * Turns a figure with the light colours of the palette into one for a theme.
 *
 * Errors: RangeError for an unknown theme.
 */
export function themedFigure(svg: string, theme: FigureTheme): string {
  const tones = Object.values(palette).filter(({ light, dark }) => light !== dark);
  switch (theme) {
    case "light":
      return svg;
    case "dark": {
      const dark = new Map<string, string>(tones.map((tone) => [tone.light, tone.dark]));
      return svg.replace(/<[a-zA-Z][^>]*>/g, (tag) =>
        tag.replace(/ (fill|stroke|color)="(#[0-9a-f]{6})"/g, (whole, name: string, colour: string) => {
          const other = dark.get(colour);
          return other === undefined ? whole : ` ${name}="${other}"`;
        }),
      );
    }
    case "auto": {
      const rules = tones.flatMap(({ light, dark }) =>
        attributes
          .filter((name) => svg.includes(`${name}="${light}"`))
          .map(
            (name) =>
              `.kronket-figure[${name}="${light}"],.kronket-figure [${name}="${light}"]{${name}:${dark}}`,
          ),
      );
      const style = `<style>@media screen and (prefers-color-scheme:dark){${rules.join("")}}</style>`;
      return svg.replace(/<\/desc>/, (end) => `${end}\n${style}`);
    }
    default:
      throw new RangeError(
        `themedFigure: expected a theme light, dark or auto, got ${String(theme)}; use light on pages with paletteStyle.`,
      );
  }
}
