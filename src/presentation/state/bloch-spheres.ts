import { escapeText } from "../format/escape-text.ts";
import { numberText } from "../format/number-text.ts";
import { figureFrame } from "../svg/figure-frame.ts";
import { naturalSize } from "../svg/natural-size.ts";
import { palette } from "../svg/palette.ts";
import { requireWidth } from "../svg/require-width.ts";
import { halo, svgElement, svgText } from "../svg/svg-elements.ts";
import { themedFigure } from "../svg/themed-figure.ts";
import { cutMiddle } from "./ket-labels.ts";
import type { StateFigure } from "./state-figure.ts";

/** Bloch vectors of single qubits. */
export interface BlochSpheres extends StateFigure {
  /** x, y and z of each qubit: length 1 for pure states, less for mixed ones. */
  readonly vectors: readonly (readonly [x: number, y: number, z: number])[];
  /** What the qubits are called. Default q0, q1, … */
  readonly labels?: readonly string[];
}

const radius = 52;
const cellWidth = 146;
const cellHeight = 2 * radius + 84;

/** The eye is turned by this about z, and raised by that above the equator. */
const turn = (28 * Math.PI) / 180;
const raise = (20 * Math.PI) / 180;

/**
 * Draws one sphere a qubit with its Bloch vector: x towards the reader, y to the right, z up, |0⟩ at the top. A vector that
 * points away from the reader is dashed; a dotted line shows where its tip stands over the equator.
 *
 * Errors: RangeError for vectors that are not finite or longer than 1, for labels that are not as many, and for a width
 * outside 240 to 4000.
 *
 * @example blochSpheres({ vectors: [[1, 0, 0], [0, 0, 0]] }) // |+⟩ and a maximally mixed qubit
 */
export function blochSpheres(data: BlochSpheres): string {
  const { vectors, width = 760, theme = "light" } = data;
  requireWidth("blochSpheres", width);
  const labels = data.labels ?? vectors.map((_, k) => `q${k}`);
  requireVectors(vectors, labels);
  const across = Math.min(vectors.length, Math.max(1, Math.floor(width / cellWidth)));
  const spheres = vectors.map((vector, k) => ({
    x: ((k % across) + 0.5) * cellWidth,
    y: Math.floor(k / across) * cellHeight,
    content: sphere(vector, labels[k]),
  }));
  return themedFigure(
    naturalSize(
      figureFrame({
        name: "bloch-spheres",
        width: across * cellWidth,
        height: Math.ceil(vectors.length / across) * cellHeight + 4,
        title:
          data.title ??
          (vectors.length === 1 ? "Bloch vector of a qubit" : `Bloch vectors of ${vectors.length} qubits`),
        description:
          data.description ??
          `${vectors.map((vector, k) => `${labels[k]}: ${vectorText(vector)}, ${purityText(vector)}`).join("; ")}.`,
        parts: spheres,
      }),
    ),
    theme,
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** Towards the eye. */
  readonly near: number;
}

/** Parallel projection; the sphere has its middle at the origin. */
function project([x, y, z]: readonly [number, number, number]): Point {
  const ahead = x * Math.cos(turn) + y * Math.sin(turn);
  const aside = y * Math.cos(turn) - x * Math.sin(turn);
  return {
    x: radius * aside,
    y: -radius * (z * Math.cos(raise) - ahead * Math.sin(raise)),
    near: ahead * Math.cos(raise) + z * Math.sin(raise),
  };
}

function sphere(vector: readonly [number, number, number], label: string): string {
  const middle = 26 + radius;
  const flat = radius * Math.sin(raise);
  const line = (d: string, more: Record<string, string | number> = {}) =>
    svgElement("path", { d, fill: "none", stroke: palette.muted.light, "stroke-width": 0.9, ...more });
  const axis = (end: readonly [number, number, number]) => {
    const [tip, back] = [project(end), project([-end[0], -end[1], -end[2]])];
    return line(`M0,0L${tip.x},${tip.y}`) + line(`M0,0L${back.x},${back.y}`, { "stroke-dasharray": "2 3" });
  };
  const name = (end: readonly [number, number, number], text: string) => {
    const tip = project([end[0] * 1.2, end[1] * 1.2, end[2] * 1.2]);
    return svgText(text, {
      x: tip.x,
      y: tip.y + 4,
      "text-anchor": "middle",
      "font-size": 11,
      fill: palette.muted.light,
      ...halo,
    });
  };
  const body =
    svgElement("circle", {
      r: radius,
      fill: palette.shade.light,
      "fill-opacity": 0.5,
      stroke: palette.muted.light,
    }) +
    line(`M${-radius},0A${radius},${flat} 0 0 0 ${radius},0`) +
    line(`M${-radius},0A${radius},${flat} 0 0 1 ${radius},0`, { "stroke-dasharray": "2 3" }) +
    axis([1, 0, 0]) +
    axis([0, 1, 0]) +
    axis([0, 0, 1]);
  const poles =
    svgText("|0⟩", { y: -radius - 7, "text-anchor": "middle", "font-size": 11, fill: palette.muted.light }) +
    svgText("|1⟩", { y: radius + 15, "text-anchor": "middle", "font-size": 11, fill: palette.muted.light }) +
    name([1, 0, 0], "x") +
    name([0, 1, 0], "y");
  const words =
    svgText(cutMiddle(label, 18), { y: 2 * radius + 60, "text-anchor": "middle", "font-weight": 600 }) +
    svgText(vectorText(vector), {
      y: 2 * radius + 75,
      "text-anchor": "middle",
      "font-size": 10.5,
      fill: palette.muted.light,
    });
  const title = `<title>${escapeText(`${label}: ${vectorText(vector)}, ${purityText(vector)}`)}</title>`;
  const drawn = svgElement("g", { transform: `translate(0,${middle})` }, body + poles + arrow(vector));
  return svgElement("g", {}, title + drawn + words);
}

function arrow(vector: readonly [number, number, number]): string {
  const tip = project(vector);
  const colour = palette.quantum.light;
  const foot = project([vector[0], vector[1], 0]);
  const drop =
    Math.abs(vector[2]) > 0.05 && Math.hypot(vector[0], vector[1]) > 0.05
      ? svgElement("path", {
          d: `M${tip.x},${tip.y}L${foot.x},${foot.y}L0,0`,
          fill: "none",
          stroke: colour,
          "stroke-width": 1,
          "stroke-dasharray": "1.5 2.5",
        })
      : "";
  const shaft = svgElement("path", {
    d: `M0,0L${tip.x},${tip.y}`,
    stroke: colour,
    "stroke-width": 2.25,
    "stroke-linecap": "round",
    "stroke-dasharray": tip.near < -1e-9 ? "5 3.5" : undefined,
  });
  return drop + shaft + svgElement("circle", { cx: tip.x, cy: tip.y, r: 4, fill: colour });
}

function vectorText(vector: readonly [number, number, number]): string {
  const parts = vector.map((part) =>
    numberText(Math.abs(part) < 5e-4 ? 0 : part, { style: "significant", digits: 2 }),
  );
  return `(${parts.join(", ")})`;
}

function purityText(vector: readonly [number, number, number]): string {
  const length = Math.hypot(...vector);
  return length > 1 - 1e-6
    ? "pure"
    : `mixed, length ${numberText(length < 5e-4 ? 0 : length, { style: "significant" })}`;
}

function requireVectors(vectors: BlochSpheres["vectors"], labels: readonly string[]): void {
  if (vectors.length === 0) {
    throw new RangeError("blochSpheres: expected at least one vector, got none; pass one for each qubit.");
  }
  if (labels.length !== vectors.length) {
    throw new RangeError(
      `blochSpheres: expected ${vectors.length} labels, one for each qubit, got ${labels.length}; leave them out for q0, q1, ….`,
    );
  }
  vectors.forEach((vector, k) => {
    if (vector.length !== 3 || !(Math.hypot(...vector) <= 1 + 1e-9)) {
      throw new RangeError(
        `blochSpheres: expected three coordinates within the unit sphere, got (${vector.join(", ")}) at ${k}; compute them from a normalised state.`,
      );
    }
  });
}
