import type { CircuitLayout, LayoutFrame } from "./layout-types.ts";

/** Columns `from` to `to`, the latter not included. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

/** A line that gives up its last columns, to keep a frame in one piece, is filled to this part at least. */
const leastFilled = 0.4;

/**
 * Divides columns of a layout into lines of a given room, greedily. A frame that fits into one line is not divided if
 * that leaves no large gap, and no line ends right after a side of a frame has opened nor begins with one that closes,
 * unless there is no other way. A line has at least one column.
 */
export function foldColumns(
  layout: Pick<CircuitLayout, "columns" | "frames" | "moments">,
  width: (column: number) => number,
  room: number,
  ranges: readonly ColumnRange[] = [{ from: 0, to: layout.columns }],
): ColumnRange[] {
  const { columns, frames, moments } = layout;
  const opens = new Uint8Array(columns + 1);
  const closes = new Uint8Array(columns + 1);
  for (const { from, to, divider } of frames) {
    if (moments[from] === undefined) opens[from] = 1;
    if (divider !== undefined && moments[divider] === undefined) opens[divider] = 1;
    if (moments[to] === undefined) closes[to] = 1;
  }
  const ends = new Float64Array(columns + 1);
  for (let column = 0; column < columns; column++) ends[column + 1] = ends[column] + width(column);
  const starting = [...frames].sort((a, b) => a.from - b.from);
  let next = 0;
  const lines: ColumnRange[] = [];
  for (const range of ranges) {
    let { from } = range;
    if (from >= range.to) lines.push(range);
    while (from < range.to) {
      let to = from + 1;
      while (to < range.to && ends[to + 1] - ends[from] <= room) to++;
      while (next < starting.length && starting[next].from <= from) next++;
      if (to < range.to) to = betterEnd(from, to);
      lines.push({ from, to });
      from = to;
    }
  }
  return lines;

  function betterEnd(from: number, full: number): number {
    let to = full;
    const filled = ends[from] + leastFilled * room;
    const whole = (frame: LayoutFrame) =>
      frame.to >= full && ends[frame.to + 1] - ends[frame.from] <= room && ends[frame.from] >= filled;
    for (let k = next; k < starting.length && starting[k].from < full; k++) {
      if (whole(starting[k])) {
        to = starting[k].from;
        break;
      }
    }
    let better = to;
    while (better > from + 1 && (opens[better - 1] === 1 || closes[better] === 1)) better--;
    // Moving back must leave more than the side of a frame.
    return opens[better - 1] !== 1 && closes[better] !== 1 ? better : to;
  }
}

/** Divides each line of a layout further, so that it fits into a room. */
export function foldLines(
  layout: CircuitLayout,
  width: (column: number) => number,
  room: number,
): ColumnRange[] {
  return foldColumns(layout, width, room, layout.lines);
}
