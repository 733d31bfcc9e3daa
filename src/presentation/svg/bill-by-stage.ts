import type { LedgerEntry, Unit } from "../../oracles/ledger-entry.ts";
import { numberText } from "../format/number-text.ts";
import { billBlock } from "./bill-block.ts";
import { type BillBar, billSegments } from "./bill-segments.ts";
import { segmentTone, segmentWords } from "./bill-tones.ts";
import { figureFrame } from "./figure-frame.ts";
import { lineHeight } from "./plot-part.ts";
import { requireWidth } from "./require-width.ts";
import { svgElement, svgText } from "./svg-elements.ts";
import { textWidth } from "./text-width.ts";

/** One algorithm's bill. */
export interface BillSide {
  readonly name: string;
  readonly role: "quantum" | "classical";
  readonly entries: readonly LedgerEntry[];
}

/** The bills of one problem, side by side. */
export interface BillByStage {
  /** The inputs, by the name their oracle has in the ledgers. `rows` draws a line at n, the price of reading everything. */
  readonly factors: readonly { readonly oracle: string; readonly name: string; readonly rows?: number }[];
  readonly sides: readonly BillSide[];
  /** Only entries of this unit are drawn. Default `row`. */
  readonly unit?: Unit;
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
}

/**
 * Draws bills as horizontal stacked bars: per factor one bar for each side, its measured row queries as segments by
 * stage. Coherent queries, checks and reads have tones of their own and are never added up in words. A prediction is a dashed tick.
 * Each factor has its own axis, since factors differ in size by orders of magnitude.
 *
 * Errors: RangeError when there is no factor or no side.
 */
export function billByStage(data: BillByStage): string {
  const { factors, sides, unit = "row", width = 760 } = data;
  if (factors.length === 0 || sides.length === 0) {
    throw new RangeError(
      `bill-by-stage: expected at least one factor and one side, got ${factors.length} and ${sides.length}; pass both.`,
    );
  }
  requireWidth("bill-by-stage", width);
  const bars = factors.map(({ oracle }) => sides.map(({ entries }) => billSegments(entries, oracle, unit)));
  const key = colourKey(sides, bars, width);
  let y = key.height + 10;
  const parts = [{ x: 0, y: 0, content: key.content }];
  factors.forEach((factor, index) => {
    const block = billBlock({
      name: factor.name,
      ...(factor.rows === undefined ? {} : { rows: factor.rows }),
      sides: sides.map(({ name, role }, k) => ({ name, role, bar: bars[index][k] })),
      unit,
      width,
    });
    parts.push({ x: 0, y, content: block.content });
    y += block.height + 18;
  });
  return figureFrame({
    name: "bill-by-stage",
    title: data.title ?? "The bill, factor by factor and stage by stage",
    description: data.description ?? described(data, bars),
    width,
    height: y - 14,
    parts,
  });
}

function colourKey(
  sides: readonly BillSide[],
  bars: readonly (readonly BillBar[])[],
  width: number,
): { content: string; height: number } {
  const items = sides.flatMap(({ role, name }, k) => {
    const kinds = (["coherent", "check", "read"] as const).filter((kind) =>
      bars.some((row) => row[k].segments.some((segment) => segment.kind === kind)),
    );
    return kinds.map((kind) => ({ text: `${name}: ${segmentWords[kind]}`, colour: segmentTone(role, kind) }));
  });
  let [x, y] = [4, 12];
  let content = "";
  for (const { text, colour } of items) {
    const space = 18 + textWidth(text) + 16;
    if (x > 4 && x + space > width) [x, y] = [4, y + lineHeight + 3];
    content += svgElement("rect", { x, y: y - 9, width: 12, height: 12, fill: colour });
    content += svgText(text, { x: x + 18, y: y + 1 });
    x += space;
  }
  return { content, height: items.length === 0 ? 0 : y + 10 };
}

function described({ factors, sides }: BillByStage, bars: readonly (readonly BillBar[])[]): string {
  return factors
    .flatMap(({ name }, f) =>
      sides.map((side, s) => {
        const counts = bars[f][s].counts.map(
          ({ kind, count }) => `${numberText(count)} ${segmentWords[kind]}`,
        );
        return `${name}, ${side.name}: ${counts.length === 0 ? "nothing measured" : counts.join(", ")}.`;
      }),
    )
    .join(" ");
}
