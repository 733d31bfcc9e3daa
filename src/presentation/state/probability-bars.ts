import { numberText } from "../format/number-text.ts";
import { linearTicks } from "../svg/axis-ticks.ts";
import { figureFrame } from "../svg/figure-frame.ts";
import { palette } from "../svg/palette.ts";
import { fontSize } from "../svg/plot-part.ts";
import { requireWidth } from "../svg/require-width.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import { textWidth } from "../svg/text-width.ts";
import { themedFigure } from "../svg/themed-figure.ts";
import { cutMiddle, stateLabels } from "./ket-labels.ts";
import { requireMost, shownStates } from "./shown-states.ts";
import type { StateFigure } from "./state-figure.ts";

/** Probabilities of basis states, or of any outcomes. */
export interface ProbabilityBars extends StateFigure {
  /** One for each state; state k of a register of qubits is |k⟩ in binary. */
  readonly probabilities: ArrayLike<number>;
  /** Relative frequencies that were measured, drawn as rings beside the bars. */
  readonly measured?: ArrayLike<number>;
  /** What the states are called. Default: kets, where there are 2ⁿ states. */
  readonly labels?: readonly string[];
  /** At most so many bars; the other states are added up in one. Default 16. */
  readonly most?: number;
}

const pitch = 22;
const barHeight = 14;

/**
 * Draws the probabilities of basis states as bars, one line a state. Of many states the most probable are shown, and what
 * the others add up to.
 *
 * Errors: RangeError for values that are no probabilities or add up to more than 1, for lists of different lengths, and
 * for a width outside 240 to 4000.
 *
 * @example probabilityBars({ probabilities: [0.5, 0, 0, 0.5] }) // "<svg …", bars at |00⟩ and |11⟩
 */
export function probabilityBars(data: ProbabilityBars): string {
  const { probabilities, measured, most = 16, width = 760, theme = "light" } = data;
  requireWidth("probabilityBars", width);
  requireMost("probabilityBars", most);
  requireProbabilities("probabilities", probabilities);
  if (measured !== undefined) {
    requireProbabilities("measured", measured);
    if (measured.length !== probabilities.length) {
      throw new RangeError(
        `probabilityBars: expected as many measured values as probabilities, got ${measured.length} and ${probabilities.length}; pass 0 for what did not occur.`,
      );
    }
  }
  const label = stateLabels("probabilityBars", probabilities.length, data.labels);
  const { states, others, rest } = shownStates(probabilities, most);
  const lines = states.map((state) => ({
    label: label(state),
    value: probabilities[state],
    ring: measured?.[state],
    isRest: false,
  }));
  if (others > 0) {
    const ring =
      measured === undefined ? undefined : Math.max(0, sum(measured) - sum(states.map((k) => measured[k])));
    lines.push({ label: othersText(others), value: rest, ring, isRest: true });
  }
  const signs = Math.max(8, Math.floor((width * 0.42) / (fontSize * 0.6)));
  const names = lines.map((line) => (line.isRest ? line.label : cutMiddle(line.label, signs)));
  const values = lines.map(({ value }) => numberText(value, { style: "significant" }));
  const left = 10 + Math.max(...names.map((name) => labelWidth(name)));
  const right = 16 + Math.max(...values.map((text) => textWidth(text)));
  const greatest = Math.max(...lines.map(({ value, ring = 0 }) => Math.max(value, ring)));
  const ticks = linearTicks(greatest || 1, Math.max(3, Math.floor((width - left - right) / 70)));
  const scale = (value: number) => left + (value / (greatest || 1)) * (width - left - right);
  const top = measured === undefined ? 8 : 32;
  const bottom = top + lines.length * pitch;
  const grid = ticks
    .map((tick) => {
      const x = scale(tick);
      return (
        svgElement("line", {
          x1: x,
          x2: x,
          y1: top,
          y2: bottom,
          stroke: tick === 0 ? palette.muted.light : palette.rule.light,
        }) +
        svgText(numberText(tick), { x, y: bottom + 16, "text-anchor": "middle", fill: palette.muted.light })
      );
    })
    .join("");
  const bars = lines
    .map(({ value, ring, isRest }, k) => {
      const y = top + k * pitch + (pitch - barHeight) / 2;
      const colour = isRest ? palette.muted.light : palette.quantum.light;
      const bar = svgElement("rect", {
        x: left,
        y,
        width: scale(value) - left,
        height: barHeight,
        fill: colour,
      });
      const mark =
        ring === undefined
          ? ""
          : svgElement("circle", {
              cx: scale(ring),
              cy: y + barHeight / 2,
              r: 4.5,
              fill: palette.paper.light,
              stroke: palette.classical.light,
              "stroke-width": 2,
            });
      const end = Math.max(scale(value), ring === undefined ? 0 : scale(ring) + 5);
      return (
        bar +
        mark +
        svgText(names[k], {
          x: left - 7,
          y: y + 11,
          "text-anchor": "end",
          fill: isRest ? palette.muted.light : undefined,
        }) +
        svgText(values[k], { x: end + 6, y: y + 11, fill: palette.muted.light })
      );
    })
    .join("");
  const key = measured === undefined ? "" : measuredKey(left);
  const axis = svgText("probability →", { x: width - 10, y: bottom + 34, "text-anchor": "end" });
  return themedFigure(
    figureFrame({
      name: "probability-bars",
      width,
      height: bottom + 42,
      title: data.title ?? `Probabilities of ${numberText(probabilities.length)} states`,
      description:
        data.description ??
        `${lines.map((line, k) => `${line.label}: ${values[k]}${measuredText(line.ring)}`).join(", ")}.`,
      parts: [{ x: 0, y: 0, content: grid + bars + key + axis }],
    }),
    theme,
  );
}

function othersText(others: number): string {
  return `${numberText(others)} other${others === 1 ? "" : "s"}`;
}

function measuredText(ring: number | undefined): string {
  return ring === undefined ? "" : ` (measured ${numberText(ring, { style: "significant" })})`;
}

function measuredKey(left: number): string {
  const x = left + 18 + textWidth("predicted") + 22;
  return (
    svgElement("rect", { x: left, y: 8, width: 12, height: 12, fill: palette.quantum.light }) +
    svgText("predicted", { x: left + 18, y: 18 }) +
    svgElement("circle", {
      cx: x + 5,
      cy: 14,
      r: 4.5,
      fill: palette.paper.light,
      stroke: palette.classical.light,
      "stroke-width": 2,
    }) +
    svgText("measured", { x: x + 16, y: 18 })
  );
}

/** Digits all have one width; kets are mostly digits. */
function labelWidth(text: string): number {
  return textWidth(text) + 0.05 * fontSize * text.length;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total;
}

function requireProbabilities(name: string, values: ArrayLike<number>): void {
  if (values.length === 0) {
    throw new RangeError(
      `probabilityBars: expected at least one value in ${name}, got none; pass one for each state.`,
    );
  }
  for (let k = 0; k < values.length; k++) {
    if (!(values[k] >= 0 && values[k] <= 1 + 1e-9)) {
      throw new RangeError(
        `probabilityBars: expected ${name} from 0 to 1, got ${values[k]} at ${k}; divide counts by their sum.`,
      );
    }
  }
  const total = sum(values);
  if (total > 1 + 1e-6) {
    throw new RangeError(
      `probabilityBars: expected ${name} that add up to at most 1, got ${total}; divide counts by their sum.`,
    );
  }
}
