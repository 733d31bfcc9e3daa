/** What a colour stands for. */
export type Role = "quantum" | "classical" | "third" | "fourth" | "muted";

interface Tone {
  readonly light: string;
  readonly dark: string;
}

/**
 * Every colour of the figures, for a light and a dark page.
 *
 * The four series colours stay apart for the common kinds of colour blindness (after Okabe and Ito, darkened until
 * each has a contrast of at least 4.5 : 1 on its page), and shape or dashes say the same thing again.
 * A figure carries the light values as plain attributes, so that any SVG viewer can draw it; `paletteStyle` lets a
 * page replace them.
 */
export const palette = {
  paper: { light: "#ffffff", dark: "#15181d" },
  ink: { light: "#1c2128", dark: "#e6e9ee" },
  muted: { light: "#5b6673", dark: "#a3adba" },
  rule: { light: "#d5dae1", dark: "#39414c" },
  shade: { light: "#e9edf2", dark: "#262c35" },
  quantum: { light: "#0b5cad", dark: "#72b3ff" },
  quantumSoft: { light: "#6ea6df", dark: "#35669c" },
  quantumPale: { light: "#b3d0ee", dark: "#27486a" },
  classical: { light: "#b4480a", dark: "#ff9f63" },
  classicalSoft: { light: "#e29a69", dark: "#9a5527" },
  third: { light: "#0a7358", dark: "#4fd1a9" },
  /** On maps, whose colours are the same on a dark page: nearly black and nearly white. */
  contour: { light: "#0c0f13", dark: "#0c0f13" },
  sample: { light: "#fdfdfb", dark: "#fdfdfb" },
  fourth: { light: "#8f3b80", dark: "#e69ad8" },
} as const satisfies Record<string, Tone>;

/** The light value of a role, as figures carry it. */
export function roleColour(role: Role): string {
  return palette[role].light;
}

/** A page on which the reader can choose the colours. */
export interface PaletteOptions {
  /** An attribute of the root element that says `light` or `dark`; without it the reader's system decides. */
  readonly attribute?: string;
}

/**
 * CSS that recolours figures below `.kronket-figure` by custom properties: each attribute value of the palette is
 * mapped to a property, and the properties follow `prefers-color-scheme`, or the reader's choice where there is one.
 * Print is always light.
 *
 * @example paletteStyle({ attribute: "data-theme" }) // <html data-theme="dark"> is dark, <html> as the system says
 */
export function paletteStyle(options: PaletteOptions = {}): string {
  const { attribute } = options;
  const names = Object.keys(palette) as (keyof typeof palette)[];
  const property = (name: string) => `--${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;
  const values = (theme: keyof Tone) =>
    names.map((name) => `${property(name)}:${palette[name][theme]}`).join(";");
  const rules = names.flatMap((name) =>
    ["fill", "stroke", "color"].map(
      (attribute) =>
        `.kronket-figure[${attribute}="${palette[name].light}"],.kronket-figure [${attribute}="${palette[name].light}"]` +
        `{${attribute}:var(${property(name)})}`,
    ),
  );
  const chosen = (theme: keyof Tone) =>
    `@media screen{:root[${attribute}="${theme}"]{color-scheme:${theme};${values(theme)}}}`;
  return [
    `:root{color-scheme:light dark;${values("light")}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${values("dark")}}}`,
    ...(attribute === undefined ? [] : [chosen("light"), chosen("dark")]),
    ...rules,
  ].join("\n");
}
