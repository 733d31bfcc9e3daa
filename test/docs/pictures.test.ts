import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawGrowth, growthSetting, measureGrowth } from "../../docs/images/growth.ts";
import { systemPictures } from "../../docs/images/systems.ts";
import { drawVolcano } from "../../docs/images/volcano.ts";
import { withMargin } from "../../docs/images/with-margin.ts";
import type { SweepPoint } from "../../src/index.ts";
import { expectFigure } from "../support/expect-figure.ts";
import { root } from "./page.ts";

const folder = join(root, "docs/images");
const remedy = "look at what `npx tsx docs/images/make.ts` makes and commit it";
const points = JSON.parse(readFileSync(join(folder, "growth.json"), "utf8")) as SweepPoint[];

/** Compares a drawing with the committed picture, by its first line that differs. */
function expectCommitted(name: string, svg: string): void {
  const committed = readFileSync(join(folder, name), "utf8").split("\n");
  const made = svg.split("\n");
  const first = made.findIndex((line, k) => line !== committed[k]);
  expect(made[first], `${name}, line ${first + 1}: ${remedy}`).toBe(committed[first]);
  expect(made.length, `${name}: ${remedy}`).toBe(committed.length);
}

describe("the pictures of the documentation", () => {
  it("are what the script makes: growth.svg from the committed counts", () => {
    expectCommitted("growth.svg", drawGrowth(points));
  });

  it("are what the script makes: volcano.svg", () => {
    expectCommitted("volcano.svg", drawVolcano());
  });

  it.each(Object.entries(systemPictures))("are what the script makes: %s", (name, draw) => {
    expectCommitted(name, draw());
  });

  it("rest on counts for every size and seed, and a recomputed one is the same", () => {
    const { exponents, seeds } = growthSetting;
    expect(points.map(({ rows, seed }) => [rows, seed])).toEqual(
      exponents.flatMap((exponent) => seeds.map((seed) => [2 ** exponent, seed])),
    );
    const again = measureGrowth([22], [2]);
    const committed = points.filter(({ rows, seed }) => rows === 2 ** 22 && seed === 2);
    // The certificate is arithmetic on float64 and may differ in its last digits; counts may not.
    const counts = (list: readonly SweepPoint[]) =>
      list.map(({ quantum, checks, reads, nonzeros }) => ({ quantum, checks, reads, nonzeros }));
    expect(counts(again), remedy).toEqual(counts(committed));
    expect(again[0].certificate.lower).toBeCloseTo(committed[0].certificate.lower, 9);
    expect(again[0].predicted.quantum / committed[0].predicted.quantum, remedy).toBeCloseTo(1, 9);
  });

  it("show counts that the closed formula predicts within 3 %, certified all of them", () => {
    const asked = ({ quantum, checks, reads }: SweepPoint["predicted"]) => quantum + checks + reads;
    for (const point of points) {
      expect(Math.abs(asked(point) / asked(point.predicted) - 1)).toBeLessThan(0.03);
      expect(point.certificate.holds).toBe(true);
      expect(asked(point)).toBeLessThanOrEqual(point.classical);
    }
  });

  it("are below 300 kB each", () => {
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size, name).toBeLessThan(300_000);
    }
  });

  it("have a paper of their own with a margin, so that they read on a dark page", () => {
    const plain =
      '<svg width="10" height="5" viewBox="0 0 10 5"><rect width="10" height="5" fill="#fff"/></svg>';
    expect(withMargin(plain, 2)).toBe(
      '<svg width="14" height="9" viewBox="-2 -2 14 9"><rect x="-2" y="-2" width="14" height="9" rx="6" fill="#fff"/></svg>',
    );
    expect(() => withMargin("<svg></svg>", 2)).toThrow(/withMargin: expected a figure/);
    for (const name of ["growth.svg", "volcano.svg"]) {
      const svg = readFileSync(join(folder, name), "utf8");
      expect(svg).toMatch(/<rect x="-16" y="-16" width="\d+" height="\d+" rx="6" fill="#ffffff"\/>/);
      expectFigure(svg.replace(/viewBox="-16 -16 /, 'viewBox="0 0 '));
    }
  });
});
