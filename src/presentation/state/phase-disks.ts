import { numberText } from "../format/number-text.ts";
import { figureFrame } from "../svg/figure-frame.ts";
import { naturalSize } from "../svg/natural-size.ts";
import { palette } from "../svg/palette.ts";
import { requireWidth } from "../svg/require-width.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import { textWidth } from "../svg/text-width.ts";
import { themedFigure } from "../svg/themed-figure.ts";
import { cutMiddle, stateLabels } from "./ket-labels.ts";
import { phaseColour, phaseSectors } from "./phase-colours.ts";
import { requireMost, shownStates } from "./shown-states.ts";
import type { StateFigure } from "./state-figure.ts";

/** Amplitudes of basis states. */
export interface PhaseDisks extends StateFigure {
  readonly amplitudes: { readonly re: ArrayLike<number>; readonly im: ArrayLike<number> };
  /** What the states are called. Default: kets, where there are 2ⁿ states. */
  readonly labels?: readonly string[];
  /** At most so many disks. Default 64. */
  readonly most?: number;
}

const radius = 26;
const lineHeight = 2 * radius + 40;
const wheelSize = 34;

/**
 * Draws amplitudes as disks: the ring stands for size 1, the disk inside for the size of the amplitude (its radius), hand
 * and colour for the phase, counted from the right against the clock.
 *
 * Errors: RangeError for amplitudes that are not finite or larger than 1, for lists of different lengths, and for a width
 * outside 240 to 4000.
 *
 * @example phaseDisks({ amplitudes: { re: [Math.SQRT1_2, 0], im: [0, Math.SQRT1_2] } }) // "<svg …", hands to the right and up
 */
export function phaseDisks(data: PhaseDisks): string {
  const { amplitudes, most = 64, width = 760, theme = "light" } = data;
  const { re, im } = amplitudes;
  requireWidth("phaseDisks", width);
  requireMost("phaseDisks", most);
  const probabilities = requireAmplitudes(re, im);
  const label = stateLabels("phaseDisks", re.length, data.labels);
  const { states, others, rest } = shownStates(probabilities, most);
  const signs = 16;
  const names = states.map((state) => cutMiddle(label(state), signs));
  const pitch = Math.max(2 * radius + 10, ...names.map((name) => textWidth(name, 11) + 12));
  const across = Math.max(1, Math.min(states.length, Math.floor((width - 12) / pitch)));
  const natural = Math.max(238, 12 + across * pitch);
  const disks = states
    .map((state, k) => {
      const x = 6 + ((k % across) + 0.5) * pitch;
      const y = 8 + Math.floor(k / across) * lineHeight + radius;
      return disk(re[state], im[state], names[k], label(state), x, y);
    })
    .join("");
  let y = 8 + Math.ceil(states.length / across) * lineHeight;
  let note = "";
  if (others > 0) {
    const text = `and ${numberText(others)} more, together of probability ${numberText(rest, { style: "significant" })}`;
    note = svgText(text, {
      x: 10,
      y: y + 8,
      fill: palette.muted.light,
      "font-size": textWidth(text) > natural - 16 ? 10 : 12,
    });
    y += 22;
  }
  return themedFigure(
    naturalSize(
      figureFrame({
        name: "phase-disks",
        width: Math.min(width, natural),
        height: y + 2 * wheelSize + 44,
        title: data.title ?? `Amplitudes of ${numberText(re.length)} states`,
        description: data.description ?? described(amplitudes, states, label, others),
        parts: [
          { x: 0, y: 0, content: disks + note },
          { x: 10, y: y + 2, content: wheel() },
        ],
      }),
    ),
    theme,
  );
}

function disk(re: number, im: number, name: string, full: string, x: number, y: number): string {
  const size = Math.min(1, Math.hypot(re, im));
  const phase = Math.atan2(im, re);
  const ring = svgElement("circle", {
    cx: x,
    cy: y,
    r: radius,
    fill: "none",
    stroke: palette.rule.light,
    "stroke-width": 1.25,
  });
  // Below a pixel there is no direction to see.
  const shown = size * radius >= 0.5;
  const inner = shown
    ? svgElement("circle", { cx: x, cy: y, r: size * radius, fill: phaseColour(phase) }) +
      svgElement("path", {
        d: `M${x},${y}L${x + radius * Math.cos(phase)},${y - radius * Math.sin(phase)}`,
        stroke: palette.ink.light,
        "stroke-width": 1.5,
        "stroke-linecap": "round",
      }) +
      svgElement("circle", { cx: x, cy: y, r: 1.75, fill: palette.ink.light })
    : "";
  const tip = `${full.replace(/[<&>]/g, "")}: ${sizeText(re, im)}`;
  const words = svgText(name, { x, y: y + radius + 14, "text-anchor": "middle", "font-size": 11 });
  const value = svgText(shown ? numberText(size, { style: "significant" }) : "0", {
    x,
    y: y + radius + 27,
    "text-anchor": "middle",
    "font-size": 10.5,
    fill: palette.muted.light,
  });
  return svgElement("g", {}, `<title>${tip}</title>${ring}${inner}${words}${value}`);
}

/** The key: the colour of each phase around a wheel. */
function wheel(): string {
  const [outer, inner] = [wheelSize - 8, wheelSize - 18];
  const centre = { x: 40, y: wheelSize + 6 };
  const at = (r: number, angle: number) =>
    `${centre.x + r * Math.cos(angle)},${centre.y - r * Math.sin(angle)}`;
  const sectors = phaseSectors()
    .map(({ from, to, colour }) => {
      // A hair wider, so that no paper shines through.
      const last = to + 0.01;
      return svgElement("path", {
        d: `M${at(outer, from)}A${outer},${outer} 0 0 0 ${at(outer, last)}L${at(inner, last)}A${inner},${inner} 0 0 1 ${at(inner, from)}z`,
        fill: colour,
      });
    })
    .join("");
  const text = (words: string, x: number, y: number, anchor = "middle") =>
    svgText(words, { x, y, "text-anchor": anchor, "font-size": 11, fill: palette.muted.light });
  return (
    sectors +
    text("0", centre.x + outer + 4, centre.y + 4, "start") +
    text("π/2", centre.x, centre.y - outer - 4) +
    text("π", centre.x - outer - 4, centre.y + 4, "end") +
    text("3π/2", centre.x, centre.y + outer + 12) +
    text("hand and colour: phase", centre.x + outer + 26, centre.y - 8, "start") +
    text("radius: size, ring at 1", centre.x + outer + 26, centre.y + 8, "start")
  );
}

function sizeText(re: number, im: number): string {
  const phase = Math.atan2(im, re) / Math.PI;
  const size = Math.hypot(re, im);
  if (size < 1e-12) return "0";
  return `size ${numberText(size, { style: "significant" })}, phase ${numberText(phase + 0, { style: "significant" })} π`;
}

function described(
  { re, im }: PhaseDisks["amplitudes"],
  states: readonly number[],
  label: (state: number) => string,
  others: number,
): string {
  const told = states.slice(0, 16).map((state) => `${label(state)}: ${sizeText(re[state], im[state])}`);
  const more = states.length - told.length + others;
  return `${told.join("; ")}${more > 0 ? `; and ${numberText(more)} more` : ""}.`;
}

function requireAmplitudes(re: ArrayLike<number>, im: ArrayLike<number>): Float64Array {
  if (re.length === 0 || re.length !== im.length) {
    throw new RangeError(
      `phaseDisks: expected real and imaginary parts of one length ≥ 1, got ${re.length} and ${im.length}; pass both for each state.`,
    );
  }
  return Float64Array.from(re, (part, k) => {
    const probability = part * part + im[k] * im[k];
    if (!(probability <= 1 + 1e-9)) {
      throw new RangeError(
        `phaseDisks: expected amplitudes of size at most 1, got ${part} + ${im[k]}i at ${k}; normalise the state.`,
      );
    }
    return probability;
  });
}
