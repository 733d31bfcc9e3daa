import { axisX, dot, rect, ruleX } from "@observablehq/plot";
import { numberText } from "../format/number-text.ts";
import { figureFrame } from "./figure-frame.ts";
import { palette, type Role, roleColour } from "./palette.ts";
import { fontSize, plotPart } from "./plot-part.ts";
import { requireWidth } from "./require-width.ts";
import { svgText } from "./svg-elements.ts";
import { boldWidth, textWidth } from "./text-width.ts";

/** Certificates of one matrix: for each run the least and greatest eigenvalue of the sketch against the original. */
export interface CertificateGroup {
  readonly name: string;
  /** The accuracy that was asked for: an interval should lie inside [1 − ε, 1 + ε]. */
  readonly epsilon: number;
  /** One per seed; the true spectrum is 1 throughout. */
  readonly intervals: readonly { readonly lower: number; readonly upper: number }[];
  /** Default `quantum`. */
  readonly role?: Role;
}

/** Certified intervals in groups, each beside what was asked for. */
export interface ErrorBudget {
  readonly groups: readonly CertificateGroup[];
  /** What the intervals are of; eigenvalues of the sketch relative to the matrix when left out. */
  readonly quantity?: { readonly long: string; readonly short: string };
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
}

const eigenvalues = {
  long: "eigenvalues of the sketch relative to the matrix",
  short: "relative eigenvalues",
};

/** Room for half a number of the axis. */
const side = 14;

/**
 * Draws certified intervals inside what was asked for: per group a shaded band [1 − ε, 1 + ε] and one line per seed
 * from the least to the greatest relative eigenvalue. A line that leaves its band is drawn in the warning colour.
 *
 * Errors: RangeError without groups or intervals, for ε ≤ 0 and for lower > upper.
 */
export function errorBudget(data: ErrorBudget): string {
  const { groups, width = 760, quantity = eigenvalues } = requireGroups(data);
  const [lows, highs] = [
    groups.flatMap(({ epsilon, intervals }) => [1 - epsilon, ...intervals.map(({ lower }) => lower)]),
    groups.flatMap(({ epsilon, intervals }) => [1 + epsilon, ...intervals.map(({ upper }) => upper)]),
  ];
  const room = (Math.max(...highs) - Math.min(...lows)) * 0.04;
  const domain: [number, number] = [Math.min(...lows) - room, Math.max(...highs) + room];

  let y = 0;
  const bands: { name: string; low: number; high: number; left: number; right: number }[] = [];
  const lines: {
    lower: number;
    upper: number;
    middle: number;
    radius: number;
    low: number;
    high: number;
    fill: string;
  }[] = [];
  let words = "";
  for (const { name, epsilon, intervals, role = "quantum" } of groups) {
    const pitch = intervals.length <= 12 ? 9 : intervals.length <= 60 ? 4 : 2;
    const outside = intervals.filter((interval) => !inside(interval, epsilon)).length;
    const detail =
      intervals.length === 1
        ? `[${intervals[0].lower.toFixed(3)}, ${intervals[0].upper.toFixed(3)}], asked 1 ± ${numberText(epsilon)}`
        : `${numberText(intervals.length - outside)} of ${numberText(intervals.length)} inside 1 ± ${numberText(epsilon)}`;
    const stacked = boldWidth(name, fontSize + 1) + 14 + textWidth(detail) > width - 2;
    words += svgText(name, { x: 2, y: y + 14, "font-weight": 600, "font-size": fontSize + 1 });
    words += svgText(detail, {
      x: stacked ? 2 : width - 2,
      y: stacked ? y + 30 : y + 14,
      "text-anchor": stacked ? "start" : "end",
      fill: palette.muted.light,
    });
    const top = y + (stacked ? 38 : 22);
    const bottom = top + intervals.length * pitch + 12;
    bands.push({ name, low: top, high: bottom, left: 1 - epsilon, right: 1 + epsilon });
    intervals.forEach((interval, k) => {
      const middle = top + 6 + (k + 0.5) * pitch;
      const half = pitch === 2 ? 0.5 : pitch * 0.22;
      lines.push({
        ...interval,
        middle,
        radius: inside(interval, epsilon) ? Math.min(3.5, pitch * 0.6) : 3.5,
        low: middle - half,
        high: middle + half,
        fill: inside(interval, epsilon) ? roleColour(role) : palette.classical.light,
      });
    });
    y = bottom + 14;
  }
  const height = y + 40;
  const part = plotPart({
    width,
    height,
    marginLeft: side,
    marginRight: side,
    marginTop: 0,
    marginBottom: 40,
    r: { type: "identity" },
    x: { domain, label: null },
    y: { domain: [0, height - 40], range: [0, height - 40], axis: null },
    marks: [
      axisX({
        ticks: Math.max(3, Math.floor(width / 90)),
        tickSize: 4,
        tickFormat: (value: number) => numberText(value),
        label: null,
      }),
      rect(bands, { x1: "left", x2: "right", y1: "low", y2: "high", fill: palette.shade.light }),
      ruleX(bands, { x: 1, y1: "low", y2: "high", stroke: palette.muted.light }),
      ruleX(
        [
          ...bands.map((band) => ({ ...band, at: band.left })),
          ...bands.map((band) => ({ ...band, at: band.right })),
        ],
        {
          x: "at",
          y1: "low",
          y2: "high",
          stroke: palette.ink.light,
          strokeDasharray: "3 2",
        },
      ),
      rect(lines, { x1: "lower", x2: "upper", y1: "low", y2: "high", fill: "fill", fillOpacity: 0.4 }),
      dot(
        [
          ...lines.map((line) => ({ ...line, at: line.lower })),
          ...lines.map((line) => ({ ...line, at: line.upper })),
        ],
        {
          x: "at",
          y: "middle",
          r: "radius",
          fill: "fill",
        },
      ),
    ],
  });
  const axis = svgText(`${width < 520 ? quantity.short : quantity.long} (1 is exact) →`, {
    x: width - 2,
    y: height - 4,
    "text-anchor": "end",
    fill: palette.muted.light,
  });
  return figureFrame({
    name: "error-budget",
    title: data.title ?? "Certified accuracy against what was asked for",
    description: data.description ?? described(groups),
    width,
    height,
    parts: [{ x: 0, y: 0, content: part.content + words + axis }],
  });
}

function inside({ lower, upper }: { lower: number; upper: number }, epsilon: number): boolean {
  return lower >= 1 - epsilon && upper <= 1 + epsilon;
}

function described(groups: readonly CertificateGroup[]): string {
  return groups
    .map(({ name, epsilon, intervals }) => {
      const [low, high] = [
        Math.min(...intervals.map(({ lower }) => lower)),
        Math.max(...intervals.map(({ upper }) => upper)),
      ];
      const good = intervals.filter((interval) => inside(interval, epsilon)).length;
      return `${name}: ${good} of ${intervals.length} certificates inside 1 ± ${numberText(epsilon)}, extremes ${numberText(low)} and ${numberText(high)}.`;
    })
    .join(" ");
}

function requireGroups(data: ErrorBudget): ErrorBudget {
  const { groups, width = 760 } = data;
  requireWidth("error-budget", width);
  if (groups.length === 0)
    throw new RangeError("error-budget: expected at least one group, got none; pass one.");
  for (const { name, epsilon, intervals } of groups) {
    if (!(epsilon > 0 && Number.isFinite(epsilon))) {
      throw new RangeError(
        `error-budget: expected ε > 0 in "${name}", got ${epsilon}; pass what was asked for.`,
      );
    }
    if (intervals.length === 0) {
      throw new RangeError(`error-budget: expected intervals in "${name}", got none; leave the group out.`);
    }
    for (const { lower, upper } of intervals) {
      if (!(Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper)) {
        throw new RangeError(
          `error-budget: expected finite lower ≤ upper in "${name}", got [${lower}, ${upper}]; pass a certificate.`,
        );
      }
    }
  }
  return data;
}
