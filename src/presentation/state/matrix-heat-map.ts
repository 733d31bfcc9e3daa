import { numberText } from "../format/number-text.ts";
import { colourBar, colourBarHeight } from "../svg/colour-bar.ts";
import { type ColourSteps, divergingSteps } from "../svg/colour-steps.ts";
import { figureFrame } from "../svg/figure-frame.ts";
import { naturalSize } from "../svg/natural-size.ts";
import { palette } from "../svg/palette.ts";
import { lineHeight } from "../svg/plot-part.ts";
import { requireWidth } from "../svg/require-width.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import { textWidth, wrappedText } from "../svg/text-width.ts";
import { themedFigure } from "../svg/themed-figure.ts";
import { reducedMatrix } from "./reduced-matrix.ts";
import type { StateFigure } from "./state-figure.ts";

/** A real matrix, such as the amplitudes of |A⟩ = Σ Aᵢⱼ|i⟩|j⟩ / ‖A‖. */
export interface MatrixHeatMap extends StateFigure {
  /** The rows, all of one length. */
  readonly matrix: readonly ArrayLike<number>[];
  /** What the values are. Default `amplitude`. */
  readonly label?: string;
  /** What rows and columns are called. Default `row i` and `column j`. */
  readonly axes?: readonly [rows: string, columns: string];
}

const largestCell = 46;

/**
 * Draws a matrix as a heat map: row 0 on top, red above zero, blue below, pale at zero, with a key of colours. Values are
 * written into cells that are large enough.
 *
 * A matrix with more cells than can be seen is drawn in blocks; each shows its value of greatest size, and the figure says so.
 *
 * Errors: RangeError for a matrix without cells, rows of different lengths and values that are not finite; for a width
 * outside 240 to 4000.
 *
 * @example matrixHeatMap({ matrix: [[0.5, -0.5], [0.5, 0.5]] })
 */
export function matrixHeatMap(data: MatrixHeatMap): string {
  const { matrix, label = "amplitude", axes = ["row i", "column j"], width = 760, theme = "light" } = data;
  requireWidth("matrixHeatMap", width);
  const size = requireMatrix(matrix);
  const columns = matrix[0].length;
  const left = 14 + textWidth(numberText(matrix.length - 1), 11);
  const room = width - left - 14;
  // Cells below two units cannot be told apart; the map is at most about as high as it is wide.
  const { blocks, block } = reducedMatrix(
    matrix,
    Math.max(1, Math.floor(room / 2)),
    Math.max(1, Math.floor(Math.min(room, 900) / 2)),
  );
  const [high, wide] = [blocks.length, blocks[0].length];
  const cell = Math.min(largestCell, room / wide, Math.max(2, Math.min(room, 900) / high));
  const [mapWidth, mapHeight] = [cell * wide, cell * high];
  const steps = divergingSteps(size, 10);
  const top = 42;
  const map =
    filled(blocks, steps, cell) +
    svgElement("rect", { width: mapWidth, height: mapHeight, fill: "none", stroke: palette.muted.light }) +
    written(blocks, steps, cell);
  const ticks =
    indexTicks(wide, block.columns, columns, cell, "x") +
    indexTicks(high, block.rows, matrix.length, cell, "y");
  const natural = Math.min(width, Math.max(240, left + Math.max(mapWidth, 210) + 14));
  const words =
    svgText(`↓ ${axes[0]}`, { x: 2, y: 14 }) +
    svgText(`${axes[1]} →`, { x: natural - 14, y: 14, "text-anchor": "end" });
  const noteLines =
    block.rows * block.columns > 1
      ? wrappedText(
          `blocks of ${block.rows} × ${block.columns} cells show the value of greatest size`,
          natural - left - 24,
        )
      : [];
  const blockNote = noteLines
    .map((text, k) =>
      svgText(text, { x: left, y: top + mapHeight + 18 + k * lineHeight, fill: palette.muted.light }),
    )
    .join("");
  const keyTop = top + mapHeight + 16 + noteLines.length * lineHeight;
  const key = colourBar({
    ...steps,
    label,
    text: (value) => (value > 0 ? `+${numberText(value)}` : numberText(value)),
    width: Math.min(420, natural - left - 26),
  });
  return themedFigure(
    naturalSize(
      figureFrame({
        name: "matrix-heat-map",
        width: natural,
        height: keyTop + colourBarHeight + 8,
        title: data.title ?? `Matrix of ${numberText(matrix.length)} × ${numberText(columns)} values`,
        description: data.description ?? described(matrix, label),
        parts: [
          { x: left, y: top, content: map + ticks },
          { x: 0, y: 0, content: words + blockNote },
          { x: left + 6, y: keyTop, content: key },
        ],
      }),
    ),
    theme,
  );
}

/** One path a colour, of runs of equal colour along the rows. */
function filled(blocks: readonly Float64Array[], { limits, colours }: ColourSteps, cell: number): string {
  const step = (limits[limits.length - 1] - limits[0]) / colours.length;
  const paths = colours.map(() => [] as string[]);
  blocks.forEach((row, i) => {
    let start = 0;
    const index = (j: number) =>
      Math.min(colours.length - 1, Math.max(0, Math.floor((row[j] - limits[0]) / step + 1e-9)));
    for (let j = 1; j <= row.length; j++) {
      if (j < row.length && index(j) === index(start) && !(row[j] === 0) && !(row[start] === 0)) continue;
      if (row[start] !== 0) {
        const run = (j - start) * cell;
        paths[index(start)].push(`M${start * cell},${i * cell}h${run}v${cell}h${-run}z`);
      }
      start = j;
    }
  });
  // Zero is neither: it has the colour of no sign.
  const ground = svgElement("rect", {
    width: blocks[0].length * cell,
    height: blocks.length * cell,
    fill: zeroColour,
  });
  const cells = paths
    .map((path, k) => (path.length === 0 ? "" : svgElement("path", { d: path.join(""), fill: colours[k] })))
    .join("");
  return ground + cells;
}

const zeroColour = "#f7f7f7";

/** Values in their cells, where all of them fit. */
function written(blocks: readonly Float64Array[], steps: ColourSteps, cell: number): string {
  if (cell < 26 || blocks.length * blocks[0].length > 400) return "";
  const size = Math.min(11, cell * 0.3);
  const limit = steps.limits[steps.limits.length - 1] * 0.6;
  return blocks
    .map((row, i) =>
      Array.from(row, (value, j) =>
        value === 0
          ? ""
          : svgText(numberText(value, { style: "significant", digits: 2 }), {
              x: (j + 0.5) * cell,
              y: (i + 0.5) * cell + size * 0.36,
              "text-anchor": "middle",
              "font-size": size,
              fill: Math.abs(value) > limit ? palette.sample.light : palette.contour.light,
            }),
      ).join(""),
    )
    .join("");
}

/** Numbers of rows or columns beside the map, as many as fit. */
function indexTicks(count: number, block: number, total: number, cell: number, along: "x" | "y"): string {
  const space = along === "x" ? textWidth(numberText(total - 1), 11) + 10 : 22;
  const wish = Math.max(1, space / cell);
  const power = 10 ** Math.floor(Math.log10(wish));
  const every = Math.ceil(([1, 2, 5].find((factor) => factor * power >= wish) ?? 10) * power);
  let text = "";
  for (let k = 0; k < count; k += every) {
    const at = (k + 0.5) * cell;
    text += svgText(numberText(k * block), {
      ...(along === "x"
        ? { x: at, y: -6, "text-anchor": "middle" }
        : { x: -6, y: at + 4, "text-anchor": "end" }),
      "font-size": 11,
      fill: palette.muted.light,
    });
  }
  return text;
}

function described(matrix: readonly ArrayLike<number>[], label: string): string {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let zeros = 0;
  for (const row of matrix) {
    for (let j = 0; j < row.length; j++) {
      low = Math.min(low, row[j]);
      high = Math.max(high, row[j]);
      if (row[j] === 0) zeros++;
    }
  }
  const short = (value: number) => numberText(value, { style: "significant" });
  const cells = matrix.length * matrix[0].length;
  return `${numberText(cells)} values (${label}) in ${numberText(matrix.length)} rows and ${numberText(matrix[0].length)} columns, from ${short(low)} to ${short(high)}${zeros > 0 ? `; ${numberText(zeros)} are zero` : ""}.`;
}

/** Checks the matrix and gives the greatest size of a value. */
function requireMatrix(matrix: readonly ArrayLike<number>[]): number {
  const columns = matrix.length === 0 ? 0 : matrix[0].length;
  if (columns === 0) {
    throw new RangeError("matrixHeatMap: expected at least one row and one column, got none; pass a matrix.");
  }
  let size = 0;
  matrix.forEach((row, i) => {
    if (row.length !== columns) {
      throw new RangeError(
        `matrixHeatMap: expected rows of ${columns} values, got ${row.length} in row ${i}; fill up with zeros.`,
      );
    }
    for (let j = 0; j < columns; j++) {
      if (!Number.isFinite(row[j])) {
        throw new RangeError(
          `matrixHeatMap: expected finite values, got ${row[j]} at (${i}, ${j}); clean the matrix.`,
        );
      }
      size = Math.max(size, Math.abs(row[j]));
    }
  });
  return size;
}
