import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../src/oracles/ledger-entry.ts";
import { billByStage } from "../../../src/presentation/svg/bill-by-stage.ts";
import { palette } from "../../../src/presentation/svg/palette.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { billSample } from "../../support/figure-samples.ts";

const entry = (change: Partial<LedgerEntry>): LedgerEntry => ({
  oracle: "A",
  access: "quantum",
  unit: "row",
  use: "forward",
  stage: "search",
  count: 100,
  label: "measured",
  ...change,
});

const drawn = (entries: LedgerEntry[], rows?: number) =>
  expectFigure(
    billByStage({
      factors: [{ oracle: "A", name: "factor", ...(rows === undefined ? {} : { rows }) }],
      sides: [{ name: "quantum", role: "quantum", entries }],
    }),
  );

/** Width of the bars of one colour; the square of the key is 12 wide and left out. */
const widths = (root: Element, colour: string) =>
  [...root.querySelectorAll("rect")]
    .filter((bar) => (bar.getAttribute("fill") ?? bar.parentElement?.getAttribute("fill")) === colour)
    .filter((bar) => bar.getAttribute("height") === "20")
    .map((bar) => Number(bar.getAttribute("width")));

describe("billByStage", () => {
  it("draws the golden figure, wide and narrow", () => {
    for (const [name, width] of [
      ["wide", 760],
      ["narrow", 320],
    ] as const) {
      const svg = billByStage({ ...billSample, width });
      expectFigure(svg);
      expectGolden(`bill-by-stage-${name}`, svg);
    }
  });

  it("makes bars as long as their counts", () => {
    const root = drawn([
      entry({ count: 300 }),
      entry({ access: "classical", use: "check", count: 100 }),
      entry({ access: "classical", use: "read", count: 50 }),
    ]);
    const [coherent] = widths(root, palette.quantum.light);
    expect(widths(root, palette.quantumSoft.light)[0] / coherent).toBeCloseTo(1 / 3, 2);
    expect(widths(root, palette.quantumPale.light)[0] / coherent).toBeCloseTo(1 / 6, 2);
  });

  it("says each kind's count and never their sum", () => {
    const text = drawn([
      entry({ count: 300 }),
      entry({ access: "classical", use: "check", count: 45 }),
    ]).textContent;
    expect(text).toContain("300 coherent queries + 45 checks");
    expect(text).not.toContain("345");
  });

  it("adds up uses within a stage, in the words as in the bar", () => {
    const root = drawn([
      entry({ count: 300 }),
      entry({ use: "inverse", count: 300 }),
      entry({ use: "controlled", count: 1 }),
    ]);
    expect(root.textContent).toContain("601 coherent queries");
    expect(widths(root, palette.quantum.light)).toHaveLength(1);
  });

  it("keeps predictions out of the bars and draws them dashed", () => {
    const root = drawn([entry({}), entry({ label: "expected", count: 120 })]);
    expect(root.textContent).toContain("expected 120");
    expect(widths(root, palette.quantum.light)).toHaveLength(1);
    expect(root.querySelectorAll('[stroke-dasharray="3 2"] line')).toHaveLength(1);
  });

  it("leaves other units, other oracles and growth rates away", () => {
    const text = drawn([
      entry({ unit: "lookup", count: 77 }),
      entry({ oracle: "B", count: 78 }),
      entry({ label: "asymptotic", count: 79 }),
    ]).textContent;
    expect(text).toContain("nothing asked");
    expect(text).not.toMatch(/77|78|79/);
  });

  it("says unavailable with the reason, not 0", () => {
    const text = drawn([entry({ count: null, label: "unavailable", note: "never ran" })]).textContent;
    expect(text).toContain("unavailable: never ran");
    expect(text).not.toContain("0 coherent");
  });

  it("draws the price of reading everything", () => {
    const root = drawn([entry({ count: 10 })], 1000);
    expect(root.textContent).toContain("n = 1\u202f000");
    expect(widths(root, palette.quantum.light)[0]).toBeCloseTo(7.34, 2);
  });

  it("refuses a bill without factors or sides", () => {
    expect(() => billByStage({ factors: [], sides: billSample.sides })).toThrow(RangeError);
    expect(() => billByStage({ factors: billSample.factors, sides: [] })).toThrow(RangeError);
    expect(() => billByStage({ ...billSample, width: 10 })).toThrow(/width/);
  });
});
