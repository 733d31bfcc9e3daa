import { escapeText } from "../format/escape-text.ts";
import { palette } from "./palette.ts";
import { fontSize } from "./plot-part.ts";

/** A drawing that is ready to be framed. */
export interface Frame {
  /** Short name in kebab-case; ids inside the figure start with it. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** What a screen reader says first. */
  readonly title: string;
  /** What a screen reader says next: what the figure shows, in words. */
  readonly description: string;
  /** Decimals of coordinates. Default 2. */
  readonly decimals?: 1 | 2;
  readonly parts: readonly { readonly x: number; readonly y: number; readonly content: string }[];
}

/**
 * Puts drawn parts into one stand-alone SVG document with a title, a description and a paper of its own.
 *
 * Coordinates are rounded and ids are numbered from 1, so that the same data give the same text.
 */
export function figureFrame({ name, width, height, title, description, parts, decimals = 2 }: Frame): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const body = parts.map(({ x, y, content }) => `<g transform="translate(${x},${y})">${content}</g>`);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kronket-figure" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"`,
    ` role="img" aria-labelledby="${name}-title ${name}-description"`,
    ` font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-size="${fontSize}"`,
    ` text-anchor="middle" fill="${palette.ink.light}" color="${palette.ink.light}">`,
    `<title id="${name}-title">${escapeText(title)}</title>`,
    `<desc id="${name}-description">${escapeText(description)}</desc>`,
    `<rect width="${w}" height="${h}" fill="${palette.paper.light}"/>`,
    ...body,
    "</svg>",
  ].join("");
  return `${onePerLine(numberedClips(roundedTags(svg, 10 ** decimals), name))}\n`;
}

/** Rounds every decimal number inside tags; text between tags stays as it is. */
function roundedTags(svg: string, parts: number): string {
  return svg.replace(/<[a-zA-Z][^>]*>/g, (tag) =>
    tag.replace(/-?(?:\d*\.\d+|\d+(?=e-\d))(?:e[-+]?\d+)?/g, (number) =>
      String(Math.round(Number(number) * parts) / parts + 0),
    ),
  );
}

/** Plot numbers its clip paths through the life of the process; here they start at 1 again. */
function numberedClips(svg: string, name: string): string {
  const names = new Map<string, string>();
  return svg.replace(/plot-clip-\d+/g, (clip) => {
    const known = names.get(clip) ?? `${name}-clip-${names.size + 1}`;
    names.set(clip, known);
    return known;
  });
}

/** One element a line, for readable differences between versions. White space inside text elements is untouched. */
function onePerLine(svg: string): string {
  return svg.replace(/>(?=<(?!tspan|\/tspan|\/text|\/title|\/desc))/g, ">\n");
}
