/** A grid of signs to draw on. Signs that are two cells wide take their cell and an empty one after it. */
export class TextCanvas {
  readonly #cells: string[][];

  constructor(width: number, height: number) {
    this.#cells = Array.from({ length: height }, () => new Array<string>(width).fill(" "));
  }

  put(x: number, y: number, sign: string): void {
    const line = this.#cells[y];
    if (line !== undefined && x >= 0 && x < line.length) line[x] = sign;
  }

  at(x: number, y: number): string {
    return this.#cells[y]?.[x] ?? " ";
  }

  /** Writes a text that starts at x. */
  write(x: number, y: number, text: string): void {
    textCells(text).forEach((sign, k) => {
      this.put(x + k, y, sign);
    });
  }

  /** Writes a text with its middle at x. */
  writeAround(x: number, y: number, text: string): void {
    this.write(x - Math.floor((textColumns(text) - 1) / 2), y, text);
  }

  /** The drawing, without white space at the ends of lines. */
  toString(): string {
    return this.#cells.map((line) => line.join("").trimEnd()).join("\n");
  }
}

const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]|\ufe0f/u;

/** A text as a terminal shows it: one entry a cell, an empty one after each wide sign. */
export function textCells(text: string): string[] {
  if (/^[ -~]*$/.test(text)) return [...text];
  return Array.from(clusters.segment(text), ({ segment }) =>
    wide.test(segment) ? [segment, ""] : [segment],
  ).flat();
}

/** How many cells a text takes. */
export function textColumns(text: string): number {
  return textCells(text).length;
}

/** Cuts a text to so many cells; what is cut shows an ellipsis. */
export function cutText(text: string, most: number, ellipsis: string): string {
  const cells = textCells(text);
  if (cells.length <= most) return text;
  const kept = cells.slice(0, Math.max(0, most - ellipsis.length));
  if (kept.length > 0 && cells[kept.length] === "") kept.pop();
  return kept.join("").trimEnd() + ellipsis.slice(0, most);
}
