import { contour, dot, frame } from "@observablehq/plot";
import { numberText } from "../format/number-text.ts";
import { colourBar, colourBarHeight } from "./colour-bar.ts";
import { type ColourSteps, divergingSteps, sequentialSteps } from "./colour-steps.ts";
import { figureFrame } from "./figure-frame.ts";
import { palette } from "./palette.ts";
import { fontSize, lineHeight, plotPart } from "./plot-part.ts";
import { requireWidth } from "./require-width.ts";
import { svgElement, svgText } from "./svg-elements.ts";
import { wrappedText } from "./text-width.ts";

/** One map of a small multiple. */
export interface SurfacePanel {
  readonly name: string;
  /** A line below the name, for example `largest deviation 4.1 m`. */
  readonly note?: string;
  /** Heights row by row, row 0 at the top: entry (row, column) is `values[row·columns + column]`. */
  readonly values: ArrayLike<number>;
  /** `value` panels share one scale from least to greatest, `difference` panels one that is symmetric around zero. */
  readonly scale: "value" | "difference";
  /** Grid points to mark with small dots, for example those a sketch kept. */
  readonly samples?: readonly { readonly row: number; readonly column: number }[];
}

/** Maps of surfaces over one grid, side by side. */
export interface SurfacePanels {
  readonly rows: number;
  readonly columns: number;
  readonly panels: readonly SurfacePanel[];
  /** The unit of the values, for example `m`. */
  readonly unit: string;
  /** What values are, for example `height`. Default `value`. */
  readonly quantity?: string;
  /** The distance of neighbouring grid points; draws a scale bar. */
  readonly cell?: { readonly size: number; readonly unit: string };
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760: two panels side by side; below 520 they stand under each other. */
  readonly width?: number;
}

const gap = 20;

/**
 * Draws a height field several times side by side as filled contours (original, full fit, sketched fit, residual),
 * with the ratio of width to height that the grid has.
 *
 * Errors: RangeError when a panel has not rows · columns finite values, or a sample lies outside the grid.
 */
export function surfacePanels(data: SurfacePanels): string {
  const { rows, columns, panels, unit, width = 760 } = requireSurfaces(data);
  const across = width < 520 || panels.length === 1 ? 1 : 2;
  const panelWidth = (width - gap * (across - 1)) / across;
  const mapHeight = (panelWidth * rows) / columns;
  const heads = panels.map(({ note }) => (note === undefined ? [] : wrappedText(note, panelWidth)));
  const steps = { value: valueSteps(panels), difference: differenceSteps(panels) };

  const parts: { x: number; y: number; content: string }[] = [];
  let y = 0;
  for (let first = 0; first < panels.length; first += across) {
    const line = panels.slice(first, first + across);
    const head = 22 + Math.max(...line.map((_, k) => heads[first + k].length)) * lineHeight;
    line.forEach((panel, k) => {
      const x = k * (panelWidth + gap);
      const words =
        svgText(panel.name, { x: 0, y: 14, "font-weight": 600, "font-size": fontSize + 1 }) +
        heads[first + k]
          .map((text, n) => svgText(text, { x: 0, y: 30 + n * lineHeight, fill: palette.muted.light }))
          .join("");
      const map = mapContent(data, panel, steps[panel.scale], panelWidth, mapHeight, first + k === 0);
      parts.push({ x, y, content: words }, { x, y: y + head, content: map });
    });
    y += head + mapHeight + 14;
  }
  y += 4;
  const bars = (["value", "difference"] as const).filter((kind) =>
    panels.some(({ scale }) => scale === kind),
  );
  bars.forEach((kind, k) => {
    const quantity = data.quantity ?? "value";
    const content = colourBar({
      ...steps[kind],
      label: `${kind === "value" ? quantity : `difference of ${quantity}`} in ${unit}`,
      text: (value) => (kind === "difference" && value > 0 ? `+${numberText(value)}` : numberText(value)),
      width: panelWidth - 24,
    });
    const row = Math.floor(k / across);
    parts.push({ x: (k % across) * (panelWidth + gap) + 12, y: y + row * (colourBarHeight + 10), content });
  });
  return figureFrame({
    name: "surface-panels",
    title: data.title ?? panels.map(({ name }) => name).join(", "),
    description: data.description ?? described(data),
    width,
    height: y + Math.ceil(bars.length / across) * (colourBarHeight + 10),
    decimals: 1,
    parts,
  });
}

function mapContent(
  { rows, columns, cell }: SurfacePanels,
  { values, samples = [], scale }: SurfacePanel,
  { limits, colours }: ColourSteps,
  width: number,
  height: number,
  withBar: boolean,
): string {
  const background = svgElement("rect", { width, height, fill: colours[0] });
  const part = plotPart({
    width,
    height,
    margin: 0,
    axis: null,
    x: { domain: [0, columns] },
    y: { domain: [rows, 0] },
    color: { type: "threshold", domain: limits.slice(1, -1), range: colours },
    marks: [
      contour(Array.from(values), {
        width: columns,
        height: rows,
        x1: 0,
        y1: 0,
        x2: columns,
        y2: rows,
        fill: (value: number) => value,
        thresholds: limits.slice(1, -1),
        stroke: scale === "value" ? palette.contour.light : "none",
        strokeWidth: 0.4,
        strokeOpacity: 0.45,
      }),
      dot(samples, {
        x: ({ column }: { column: number }) => column + 0.5,
        y: ({ row }: { row: number }) => row + 0.5,
        r: samples.length > 600 ? 1.1 : 1.7,
        fill: palette.contour.light,
        stroke: palette.sample.light,
        strokeWidth: 0.6,
      }),
      frame({ stroke: palette.muted.light, strokeOpacity: 0.6 }),
    ],
  });
  return (
    background + part.content + (withBar && cell !== undefined ? scaleBar(cell, columns, width, height) : "")
  );
}

/** A bar of a round length, about a fifth of the map, in its lower left corner. */
function scaleBar(
  cell: { size: number; unit: string },
  columns: number,
  width: number,
  height: number,
): string {
  const wish = (cell.size * columns) / 5;
  const power = 10 ** Math.floor(Math.log10(wish));
  const length = ([5, 2, 1].find((factor) => factor * power <= wish) ?? 1) * power;
  const [x, y, run] = [12, height - 12, (length / (cell.size * columns)) * width];
  const text = `${numberText(length)}\u202f${cell.unit}`;
  const light = palette.sample.light;
  return (
    svgElement("path", {
      d: `M${x},${y - 4}v4h${run}v-4`,
      fill: "none",
      stroke: light,
      "stroke-width": 1.5,
    }) + svgText(text, { x: x + run / 2, y: y - 5, "text-anchor": "middle", "font-size": 11, fill: light })
  );
}

function valueSteps(panels: readonly SurfacePanel[]): ColourSteps {
  const [low, high] = range(panels, "value");
  return sequentialSteps(low, high, 12);
}

function differenceSteps(panels: readonly SurfacePanel[]): ColourSteps {
  const [low, high] = range(panels, "difference");
  return divergingSteps(Math.max(-low, high), 10);
}

function range(panels: readonly SurfacePanel[], scale: SurfacePanel["scale"]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of panels.filter((panel) => panel.scale === scale)) {
    for (let k = 0; k < values.length; k++) {
      low = Math.min(low, values[k]);
      high = Math.max(high, values[k]);
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

function described({ rows, columns, panels, unit, quantity = "value" }: SurfacePanels): string {
  const texts = panels.map((panel) => {
    const [low, high] = range([panel], panel.scale);
    const points =
      panel.samples === undefined ? "" : `, ${numberText(panel.samples.length)} grid points marked`;
    return `${panel.name}: from ${numberText(low)} to ${numberText(high)} ${unit}${points}`;
  });
  return `Maps of ${quantity} on a grid of ${columns} by ${rows} points. ${texts.join("; ")}.`;
}

function requireSurfaces(data: SurfacePanels): SurfacePanels {
  const { rows, columns, panels, width = 760 } = data;
  requireWidth("surface-panels", width);
  if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows >= 2 && columns >= 2)) {
    throw new RangeError(
      `surface-panels: expected at least 2 × 2 grid points, got ${rows} × ${columns}; pass a grid.`,
    );
  }
  if (panels.length === 0)
    throw new RangeError("surface-panels: expected at least one panel, got none; pass one.");
  for (const { name, values, samples = [] } of panels) {
    if (values.length !== rows * columns || !Array.from(values).every(Number.isFinite)) {
      throw new RangeError(
        `surface-panels: expected ${rows} × ${columns} finite values in "${name}", got ${values.length} or some that are not; pass the rows one after the other.`,
      );
    }
    for (const { row, column } of samples) {
      if (!(row >= 0 && row < rows && column >= 0 && column < columns)) {
        throw new RangeError(
          `surface-panels: expected samples inside the grid in "${name}", got (${row}, ${column}); count from 0.`,
        );
      }
    }
  }
  return data;
}
