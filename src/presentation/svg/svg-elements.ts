import { escapeText } from "../format/escape-text.ts";

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

/** Writes one line of text; its baseline is at y. */
export function svgText(text: string, attributes: Attributes): string {
  return svgElement("text", { "text-anchor": "start", ...attributes }, escapeText(text));
}
