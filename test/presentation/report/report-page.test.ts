import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import {
  billByStage,
  billTable,
  bothWidths,
  queriesAgainstSize,
  type Report,
  reportPage,
} from "../../../src/presentation/index.ts";
import { billSample, quantumEntries, queriesSample } from "../../support/figure-samples.ts";

const report: Report = {
  title: "Two <bills>",
  lead: "Who asks *less*?",
  highlights: [
    { value: "3 000 000", text: "rows", role: "classical" },
    { value: "0.81", text: "least eigenvalue" },
  ],
  sections: [
    {
      heading: "Flights ⊗ weather",
      paragraphs: ["One & *two*.", "x_{i} <script>alert(1)</script>"],
      figures: [
        {
          svg: bothWidths(billByStage, billSample),
          caption: "The *bill*.",
          table: billTable(quantumEntries),
        },
        { svg: queriesAgainstSize(queriesSample), caption: "Sizes." },
      ],
      tables: [billTable(quantumEntries, "Open")],
    },
    { heading: "Flights ⊗ weather" },
    { heading: "Labels" },
  ],
  methods: ["Row queries."],
  generated: { version: "0.1.0", seed: 7, "a <key>": "&" },
};

const page = reportPage(report);
const { document } = parseHTML(page);
const all = (selector: string) => [...document.querySelectorAll(selector)];

describe("reportPage", () => {
  it("is one document that needs nothing else", () => {
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(all("script, link, img, iframe, object, embed, base, form")).toEqual([]);
    expect(page).not.toMatch(/@import|url\((?!#)|src=/);
    expect(all('meta[name="viewport"]')).toHaveLength(1);
    expect(all("h1")).toHaveLength(1);
  });

  it("shows all text as text and marks up only what inlineMarkup knows", () => {
    expect(document.querySelector("title")?.textContent).toBe("Two <bills>");
    expect(document.querySelector("h1")?.textContent).toBe("Two <bills>");
    expect(document.querySelector(".lead em")?.textContent).toBe("less");
    expect(document.querySelector("main p:nth-of-type(2)")?.textContent).toBe("xi <script>alert(1)</script>");
    expect(document.querySelector("footer")?.textContent).toContain("a <key>");
  });

  it("leads from the contents to every section", () => {
    const targets = all("nav a").map((link) => link.getAttribute("href")?.slice(1));
    expect(targets).toEqual(["flights-weather", "flights-weather-2", "labels-2", "methods", "labels"]);
    expect(all("main > section").map((section) => section.id)).toEqual(targets);
  });

  it("has no id twice and no reference without its target", () => {
    const ids = all("[id]").map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...all("[aria-labelledby]").flatMap(
        (element) => element.getAttribute("aria-labelledby")?.split(" ") ?? [],
      ),
      ...all('[href^="#"]').map((element) => element.getAttribute("href")?.slice(1) ?? ""),
      ...[...page.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]),
    ];
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(references.length).toBeGreaterThan(8);
  });

  it("carries both drawings of a figure and folds its numbers away", () => {
    expect(all("figure")).toHaveLength(2);
    expect(all("figure .wide svg, figure .narrow svg")).toHaveLength(2);
    expect(all("figure details table")).toHaveLength(1);
    expect(all("section > .scroll table caption").map((caption) => caption.textContent)).toEqual(["Open"]);
  });

  it("explains every label of a count, and what solid and dashed mean", () => {
    const terms = all("#labels dt").map((term) => term.textContent);
    expect(terms).toEqual(["measured", "exact", "expected", "upper-bound", "asymptotic", "unavailable"]);
    expect(document.querySelector("#labels")?.textContent).toMatch(
      /Solid with marks: counted.*Dashed: predicted/s,
    );
  });

  it("follows the light or dark setting and can be printed", () => {
    expect(page).toContain("prefers-color-scheme:dark");
    expect(page).toContain("@media print");
  });

  it("refuses what is not a drawing", () => {
    const withFigure = (svg: string) => () =>
      reportPage({ ...report, sections: [{ heading: "A", figures: [{ svg, caption: "" }] }] });
    expect(withFigure("<img src=x>")).toThrow(TypeError);
    expect(withFigure("<svg><script>alert(1)</script></svg>")).toThrow(/a-figure-1/);
  });

  it("refuses tables with missing cells", () => {
    const table = { columns: [{ heading: "a" }, { heading: "b" }], rows: [{ cells: ["1"] }] };
    expect(() => reportPage({ ...report, sections: [{ heading: "A", tables: [table] }] })).toThrow(
      RangeError,
    );
  });
});
