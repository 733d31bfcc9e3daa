import { escapeText } from "../format/escape-text.ts";
import { inlineMarkup } from "../format/inline-markup.ts";
import { paletteStyle } from "../svg/palette.ts";
import type { Table } from "../tables/table.ts";
import { tableHtml } from "../tables/table-html.ts";
import { labelLegend } from "./label-legend.ts";
import { pageStyle } from "./page-style.ts";
import { sectionNames } from "./section-names.ts";
import { withUniqueIds } from "./unique-ids.ts";

/**
 * A figure as this library draws it. Two drawings of the same data let a page show the wide one on wide screens and
 * in print, and the narrow one on a phone; see `bothWidths`.
 */
export type FigureSvg = string | { readonly wide: string; readonly narrow: string };

/** A figure of a report with its caption and the numbers behind it. */
export interface ReportFigure {
  /** Trusted: an SVG string of the functions in `presentation/svg`. */
  readonly svg: FigureSvg;
  /** Inline markup. */
  readonly caption: string;
  /** The numbers behind the figure, folded away below it. */
  readonly table?: Table;
}

/** A part of a report under one heading: paragraphs first, then figures, then tables. */
export interface ReportSection {
  readonly heading: string;
  /** Inline markup, see `inlineMarkup`. */
  readonly paragraphs?: readonly string[];
  readonly figures?: readonly ReportFigure[];
  /** Tables that are shown openly. */
  readonly tables?: readonly Table[];
}

/** A number that is to be seen first. */
export interface ReportHighlight {
  readonly value: string;
  /** Inline markup. */
  readonly text: string;
  readonly role?: "quantum" | "classical";
}

/** Everything that a report page shows. */
export interface Report {
  readonly title: string;
  /** One or a few sentences below the title; inline markup. */
  readonly lead: string;
  readonly highlights?: readonly ReportHighlight[];
  readonly sections: readonly ReportSection[];
  /** How the numbers came about and what they assume; inline markup, one paragraph each. */
  readonly methods: readonly string[];
  /** What is needed to get the same page again: version, seed, machine, … */
  readonly generated: Readonly<Record<string, string | number>>;
  /** Language of the text. Default `en`. */
  readonly language?: string;
}

/**
 * Puts a report on one HTML page that needs nothing else: no script, no font, no image from elsewhere.
 *
 * The page follows the reader's light or dark setting, can be printed, and is readable from 320 pixels of width. All
 * text is escaped; paragraphs, captions, the lead and highlights know the markup of `inlineMarkup`.
 *
 * Errors: TypeError when a figure is not an SVG string; RangeError when a table row has not one cell per column.
 *
 * @example
 * reportPage({ title: "Two bills", lead: "Who asks *less*?", sections: [], methods: [], generated: { seed: 7 } })
 */
export function reportPage(report: Report): string {
  const names = sectionNames(report.sections.map(({ heading }) => heading));
  const sections = report.sections.map((section, index) => sectionHtml(section, names[index]));
  const contents = [
    ...report.sections.map(({ heading }, index) => [names[index], heading]),
    ["methods", "Methods and assumptions"],
    ["labels", "How we know each number"],
  ].map(([name, heading]) => `<li><a href="#${name}">${escapeText(heading)}</a></li>`);
  return `${[
    "<!doctype html>",
    `<html lang="${escapeText(report.language ?? "en")}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(report.title)}</title>`,
    `<style>\n${paletteStyle()}\n${pageStyle}\n</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#content">Skip to the content</a>',
    "<header>",
    `<h1>${escapeText(report.title)}</h1>`,
    `<p class="lead">${inlineMarkup(report.lead)}</p>`,
    highlightsHtml(report.highlights ?? []),
    "</header>",
    `<nav aria-labelledby="contents-heading"><h2 id="contents-heading">Contents</h2><ol>${contents.join("")}</ol></nav>`,
    '<main id="content">',
    ...sections,
    '<section id="methods"><h2>Methods and assumptions</h2>',
    ...report.methods.map(paragraph),
    "</section>",
    `<section id="labels"><h2>How we know each number</h2>${labelLegend()}</section>`,
    "</main>",
    `<footer>${generatedHtml(report.generated)}</footer>`,
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

function sectionHtml(section: ReportSection, name: string): string {
  return [
    `<section id="${name}"><h2>${escapeText(section.heading)}</h2>`,
    ...(section.paragraphs ?? []).map(paragraph),
    ...(section.figures ?? []).map((figure, index) => figureHtml(figure, `${name}-figure-${index + 1}`)),
    ...(section.tables ?? []).map(scrollingTable),
    "</section>",
  ].join("\n");
}

function figureHtml({ svg, caption, table }: ReportFigure, name: string): string {
  const drawings =
    typeof svg === "string"
      ? `<div class="drawing">${drawing(svg, name)}</div>`
      : `<div class="drawing wide">${drawing(svg.wide, `${name}-wide`)}</div>` +
        `<div class="drawing narrow">${drawing(svg.narrow, `${name}-narrow`)}</div>`;
  const numbers =
    table === undefined
      ? ""
      : `<details><summary>The numbers of this figure</summary>${scrollingTable(table)}</details>`;
  return `<figure id="${name}">\n${drawings}\n<figcaption>${inlineMarkup(caption)}</figcaption>\n${numbers}</figure>`;
}

function drawing(svg: string, name: string): string {
  if (typeof svg !== "string" || !svg.startsWith("<svg") || /<script/i.test(svg)) {
    throw new TypeError(
      `reportPage: expected an SVG string of presentation/svg for ${name}, got something else; pass what a chart returned.`,
    );
  }
  return withUniqueIds(svg, name);
}

function scrollingTable(table: Table): string {
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeText(table.caption ?? "Table")}">${tableHtml(table)}</div>`;
}

function highlightsHtml(highlights: readonly ReportHighlight[]): string {
  if (highlights.length === 0) return "";
  const items = highlights.map(
    ({ value, text, role }) =>
      `<div${role === undefined ? "" : ` class="${role}"`}><dt>${inlineMarkup(text)}</dt><dd>${escapeText(value)}</dd></div>`,
  );
  return `<dl class="highlights">${items.join("")}</dl>`;
}

function generatedHtml(generated: Report["generated"]): string {
  const items = Object.entries(generated).map(
    ([key, value]) => `<div><dt>${escapeText(key)}</dt><dd>${escapeText(String(value))}</dd></div>`,
  );
  return `<dl>${items.join("")}</dl>`;
}

function paragraph(text: string): string {
  return `<p>${inlineMarkup(text)}</p>`;
}
