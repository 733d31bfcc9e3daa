import type { LayoutFrame } from "./layout-types.ts";

/** A label on the upper line of a frame: which columns it may use, its sides included. */
export interface FrameLabel {
  readonly frame: LayoutFrame;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The labels of frames: `if …`, `else`, `while …`, or the name of an open box.
 *
 * `condition` and `name` write the words in the notation of the drawing.
 */
export function frameLabels(
  frames: readonly LayoutFrame[],
  condition: (frame: LayoutFrame) => string,
  name: (frame: LayoutFrame) => string,
): FrameLabel[] {
  return frames.flatMap((frame) => {
    const { operation, from, to, divider } = frame;
    if (operation.kind === "box") return [{ frame, from, to, text: name(frame) }];
    const text = `${operation.kind === "while" ? "while" : "if"} ${condition(frame)}`;
    if (divider === undefined) return [{ frame, from, to, text }];
    return [
      { frame, from, to: divider, text },
      { frame, from: divider, to, text: "else" },
    ];
  });
}

/** Widens the columns inside frames until each label has its room between the sides of the frame, inner frames first. */
export function widenForLabels(
  widths: number[],
  labels: readonly FrameLabel[],
  room: (label: FrameLabel) => number,
  whole: boolean,
): void {
  for (const label of [...labels].reverse()) {
    // A frame reaches from the middle of one column to the middle of another; both may be wide for other wires.
    let missing = room(label) - (widths[label.from] + widths[label.to]) / 2;
    for (let column = label.from + 1; column < label.to; column++) missing -= widths[column];
    const inner = label.to - label.from - 1;
    if (missing <= 0 || inner <= 0) continue;
    const share = whole ? Math.ceil(missing / inner) : missing / inner;
    for (let column = label.from + 1; column < label.to; column++) widths[column] += share;
  }
}
