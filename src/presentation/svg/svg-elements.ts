import { escapeText } from "../format/escape-text.ts";
import { palette } from "./palette.ts";

/** Attributes of an element; names as SVG writes them. Undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Writes one SVG element for the parts of a figure that Plot has no mark for (keys, leaders, colour bars).
 *
 * @example svgElement("rect", { width: 4, height: 2, fill: "#fff" }) // '<rect width="4" height="2" fill="#fff"/>'
 */
export function svgElement(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join("");
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Attributes that put a rim of paper around a text, so that it can be read across a line. */
export const halo = {
  stroke: palette.paper.light,
  "stroke-width": 3,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
} as const;

/** Writes one line of text; its baseline is at y. */
export function svgText(text: string, attributes: Attributes): string {
  return svgElement("text", { "text-anchor": "start", ...attributes }, escapeText(text));
}
