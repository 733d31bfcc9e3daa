import type { Label } from "../../oracles/ledger-entry.ts";
import { palette } from "../svg/palette.ts";
import { countedOpacity, countedWidth, dashes } from "../svg/series-key.ts";

const meanings: readonly (readonly [Label, string])[] = [
  ["measured", "counted while the algorithm ran, one by one"],
  ["exact", "a closed form that equals what a run would count"],
  ["expected", "the mean over the algorithm’s own random choices, from a formula"],
  ["upper-bound", "a proven limit; runs stay below it"],
  ["asymptotic", "growth only, constants dropped; never compared with the others"],
  ["unavailable", "not known, with the reason; never written as 0"],
];

/** Explains the labels of counts and how they are drawn, as HTML. */
export function labelLegend(): string {
  const colour = palette.ink.light;
  const svg = (content: string) =>
    `<svg class="kronket-figure sample" width="44" height="14" viewBox="0 0 44 14" aria-hidden="true">${content}</svg>`;
  const solid = svg(
    `<path d="M2 7H42" stroke="${colour}" stroke-width="${countedWidth}" stroke-opacity="${countedOpacity}"/><circle cx="22" cy="7" r="4" fill="${colour}"/>`,
  );
  const dashed = svg(
    `<path d="M2 7H42" stroke="${colour}" stroke-width="1.75" stroke-dasharray="${dashes}"/>`,
  );
  const terms = meanings.map(([label, meaning]) => `<div><dt>${label}</dt><dd>${meaning}</dd></div>`);
  return [
    `<p class="samples">${solid} Solid with marks: counted. ${dashed} Dashed: predicted by a formula.</p>`,
    `<dl class="labels">${terms.join("")}</dl>`,
    "<p>Counts with different labels are never added up.</p>",
  ].join("\n");
}
