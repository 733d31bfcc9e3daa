import { type ColorScheme, scale } from "@observablehq/plot";

/** Colours for ranges of values: value v has colour k where limits[k] ≤ v < limits[k + 1]. */
export interface ColourSteps {
  readonly limits: readonly number[];
  readonly colours: readonly string[];
}

/**
 * Divides [low, high] at round values into about `count` steps along a sequential palette that stays ordered in
 * lightness, also for colour-blind eyes and in grey print.
 */
export function sequentialSteps(low: number, high: number, count: number): ColourSteps {
  const span = high - low || Math.abs(high) || 1;
  const step = roundStep(span / count);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil((low + span) / step));
  return stepped(first, last, step, "viridis");
}

/**
 * Divides [−size, size] into an even number of steps around zero: blue below, red above, pale at zero.
 *
 * The first and the last step may reach a little beyond; zero is always a limit.
 */
export function divergingSteps(size: number, count: number): ColourSteps {
  const step = roundStep((2 * (size || 1)) / count);
  const half = Math.ceil((size || 1) / step - 1e-9);
  return stepped(-half, half, step, "rdbu");
}

function stepped(first: number, last: number, step: number, scheme: ColorScheme): ColourSteps {
  const count = last - first;
  const tidy = (value: number) => Number(value.toPrecision(12));
  const limits = Array.from({ length: count + 1 }, (_, k) => tidy((first + k) * step));
  const { apply } = scale({ color: { type: "linear", scheme, domain: [0, 1] } });
  // The scheme runs from red to blue; red is to stand for what is too high.
  const position = (k: number) => (scheme === "rdbu" ? 1 - (k + 0.5) / count : (k + 0.5) / count);
  const colours = Array.from({ length: count }, (_, k) => hex(String(apply(position(k)))));
  return { limits, colours };
}

/** 1, 2, 2.5 or 5 times a power of ten, at least the wish. */
function roundStep(wish: number): number {
  const power = 10 ** Math.floor(Math.log10(wish));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= wish * (1 - 1e-9)) ?? 10) * power;
}

function hex(colour: string): string {
  const parts = colour.match(/\d+/g);
  if (colour.startsWith("#") || parts === null) return colour;
  return `#${parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
}
