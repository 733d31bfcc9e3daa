import type { NumberedProgram } from "../../circuits/support/read-programs.ts";
import { escapeText, inlineMarkup, numberText, paletteStyle } from "../../src/presentation/index.ts";
import { pageStyle } from "../../src/presentation/report/page-style.ts";
import { grouped } from "./gallery-groups.ts";
import { galleryStyle } from "./gallery-style.ts";
import { numberLabel, programAnchor, programCard } from "./program-card.ts";

/** What the page is made from. */
export interface Gallery {
  readonly programs: readonly NumberedProgram[];
  readonly shots: number;
  readonly seed: number;
  readonly version: string;
}

/** Puts all programs on one HTML page that needs nothing else, and says which ones did not come out as expected. */
export function galleryPage({ programs, shots, seed, version }: Gallery): {
  html: string;
  failed: string[];
} {
  const cards = programs.map((program) => ({
    number: program.number,
    program,
    ...programCard(program, shots, seed),
  }));
  const failed = cards.filter(({ agrees }) => !agrees).map(({ program }) => program.file);
  const groups = grouped(cards).filter(({ items }) => items.length > 0);
  const contents = groups.map(({ heading, items }) => {
    const links = items.map(
      ({ program }) =>
        `<li><a href="#${programAnchor(program)}"><span class="number-mark">${numberLabel(program.number)}</span>${escapeText(program.title)}</a></li>`,
    );
    return `<h3>${escapeText(heading)}</h3><ol>${links.join("")}</ol>`;
  });
  const sections = groups.map(({ heading, items }) =>
    [
      `<section><h2>${escapeText(heading)}</h2>`,
      ...items.map(({ html: content }) => content),
      "</section>",
    ].join("\n"),
  );
  const title = "Quantum programs with known outcomes";
  const lead = `${numberText(programs.length)} small programs, each with the outcome that theory predicts beside the one that the simulator gives. ${failed.length === 0 ? "All agree." : `**${failed.length} do not agree.**`}`;
  const conventions = [
    "Bit strings have qubit 0, or classical bit 0, rightmost: in |011⟩ the qubits 0 and 1 are set. In drawings qubit 0 is the top wire, and time runs from left to right; a dotted wire goes on in the next line. A filled dot is a control on 1, an open one on 0.",
    `Values are exact and compared to 10^{−12}; where a program measures before its end, all branches are followed. Only programs with loops are judged by rates: of ${numberText(shots)} seeded runs, within a bound that a correct program misses with probability 10^{−6}.`,
  ];
  const html = `${[
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<style>\n${paletteStyle()}\n${pageStyle}\n${galleryStyle}\n</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#content">Skip to the programs</a>',
    "<header>",
    `<h1>${escapeText(title)}</h1>`,
    `<p class="lead">${inlineMarkup(lead)}</p>`,
    ...conventions.map((text) => `<p>${inlineMarkup(text)}</p>`),
    "</header>",
    `<nav aria-label="Contents">${contents.join("\n")}</nav>`,
    '<main id="content">',
    ...sections,
    "</main>",
    `<footer><dl><div><dt>kronket</dt><dd>${escapeText(version)}</dd></div><div><dt>seed</dt><dd>${seed}</dd></div><div><dt>runs</dt><dd>${shots}</dd></div></dl></footer>`,
    "</body>",
    "</html>",
  ].join("\n")}\n`;
  return { html, failed };
}
