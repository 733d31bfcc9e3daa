import { compareOutcome } from "../../circuits/support/compare-outcome.ts";
import type { NumberedProgram } from "../../circuits/support/read-programs.ts";
import { circuitSummary, exportQasm, seededRandom } from "../../src/index.ts";
import { circuitSvg, escapeText, inlineMarkup, numberText, tableHtml } from "../../src/presentation/index.ts";
import { withUniqueIds } from "../../src/presentation/report/unique-ids.ts";
import { codeHtml } from "./code-html.ts";
import { outcomeFigure } from "./outcome-figure.ts";
import { outcomeTable } from "./outcome-table.ts";
import { verdict } from "./outcome-words.ts";

/** One program as a part of the page, and whether it came out as expected. */
export interface ProgramCard {
  readonly html: string;
  readonly agrees: boolean;
}

/** The name of a program's place on the page. */
export function programAnchor({ number }: Pick<NumberedProgram, "number">): string {
  return `program-${numberLabel(number)}`;
}

/** The number as it is shown, two digits. */
export function numberLabel(number: number): string {
  return String(number).padStart(2, "0");
}

/** Runs a program and writes everything about it: drawing, outcome, counts, text. */
export function programCard(program: NumberedProgram, shots: number, seed: number): ProgramCard {
  const { number, title, explanation, source, circuit, expect } = program;
  const anchor = programAnchor(program);
  const random = seededRandom(seed).split(program.file);
  const outcomes = expect.map((expectation, k) => ({
    expectation,
    comparison: compareOutcome(circuit, expectation, { shots, random: random.split("expectation", k) }),
  }));
  const agrees = outcomes.every(({ comparison }) => comparison.deviation <= comparison.allowed);
  const words = { title: `Circuit: ${title}` };
  const drawing = bothDrawings(
    circuitSvg(circuit, { width: 760, ...words }),
    circuitSvg(circuit, { width: 296, ...words }),
    `${anchor}-circuit`,
  );
  const picture = outcomeFigure(circuit, outcomes[0].expectation, outcomes[0].comparison);
  const results = outcomes.map(({ expectation, comparison }) => {
    const table = tableHtml(outcomeTable(expectation, comparison));
    return `<div class="result"><div class="scroll" tabindex="0" role="region" aria-label="Expected and obtained">${table}</div><p class="verdict">${escapeText(verdict(expectation, comparison))}</p></div>`;
  });
  return {
    agrees,
    html: [
      `<article id="${anchor}">`,
      `<h3><span class="number-mark">${numberLabel(number)}</span> ${escapeText(title)}</h3>`,
      `<p>${inlineMarkup(explanation)}</p>`,
      `<figure class="circuit">${drawing}</figure>`,
      countsHtml(program),
      `<div class="outcome"><div class="results">${results.join("\n")}</div>`,
      ...(picture === undefined
        ? []
        : [
            `<figure class="picture">${bothDrawings(picture.svg.wide, picture.svg.narrow, `${anchor}-outcome`)}`,
            `<figcaption>${inlineMarkup(picture.caption)}</figcaption></figure>`,
          ]),
      "</div>",
      ...texts(program),
      `<p class="source">Source: ${inlineMarkup(source)}</p>`,
      "</article>",
    ].join("\n"),
  };
}

function texts({ file, text, circuit }: NumberedProgram): string[] {
  const listing = (summary: string, content: string, isExport = false) =>
    `<details${isExport ? ' class="export"' : ""}><summary>${escapeText(summary)}</summary>${codeHtml(content, summary)}</details>`;
  if (file.endsWith(".qasm")) {
    return [listing(`Program: circuits/${file}`, text.slice(text.indexOf("OPENQASM")))];
  }
  return [
    listing(`Program: circuits/${file}`, text),
    listing("The same circuit in OpenQASM 3", exportQasm(circuit, { version: 3 }), true),
  ];
}

function countsHtml({ circuit }: NumberedProgram): string {
  const { qubits, bits, operations, depth, twoQubitDepth, gates } = circuitSummary(circuit);
  const facts: [string, number][] = [
    ["qubits", qubits],
    ["bits", bits],
    ["steps", operations],
    ["depth", depth],
    ["two-qubit depth", twoQubitDepth],
  ];
  const kinds = Object.entries(gates).map(([name, count]) => `${count} × ${name}`);
  const items = facts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `<div><dd>${numberText(count)}</dd><dt>${name}</dt></div>`);
  return `<dl class="facts">${items.join("")}</dl><p class="kinds">${escapeText(kinds.join(", "))}</p>`;
}

function bothDrawings(wide: string, narrow: string, name: string): string {
  return (
    `<div class="drawing wide">${withUniqueIds(wide, `${name}-wide`)}</div>` +
    `<div class="drawing narrow">${withUniqueIds(narrow, `${name}-narrow`)}</div>`
  );
}
