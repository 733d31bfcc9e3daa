import { describe, expect, it } from "vitest";
import { complete, planStudy, pointText, runPointTask, studyFamilies } from "../../../src/index.ts";
import { tinyFamily } from "../../support/tiny-family.ts";

const point = {
  family: "tiny",
  revision: 1,
  setting: { n: 100, d: 2, epsilon: 0.5, shape: "round" },
  method: "root",
  seed: 4,
};
const families = [tinyFamily];

describe("runPointTask", () => {
  it("gives the same result in whatever order the parameters and the points come", () => {
    const turned = { ...point, setting: { shape: "round", epsilon: 0.5, d: 2, n: 100 } };
    expect(pointText(turned)).toBe(pointText(point));
    const first = complete(runPointTask(point, families));
    complete(runPointTask({ ...point, seed: 5 }, families));
    expect(complete(runPointTask(turned, families)).ledger).toEqual(first.ledger);
    expect(complete(runPointTask({ ...point, seed: 5 }, families)).ledger).not.toEqual(first.ledger);
  });

  it("sums levels of one kind up and keeps counts and predictions apart", () => {
    const { ledger, predicted, limit } = complete(runPointTask(point, families));
    expect(ledger).toMatchObject([{ stage: "halving", label: "measured" }]);
    expect(predicted).toMatchObject([{ stage: "all", label: "expected", count: 200 }]);
    expect(limit).toEqual([]);
  });

  it("refuses a method, family or revision that is not here", () => {
    for (const other of [{ method: "best" }, { family: "huge" }, { revision: 2 }]) {
      expect(() => complete(runPointTask({ ...point, ...other }, families))).toThrow(
        /expected a method of a known family, got .*; run the version of kronket that planned the study/,
      );
    }
  });

  it("runs every method of every family on the smallest settings of its default study, plain JSON throughout", () => {
    for (const { defaultStudy } of studyFamilies) {
      const { points } = planStudy({ ...defaultStudy, seeds: [1] });
      const first = points.filter(({ setting }) => setting === points[0].setting);
      expect(first.length).toBeGreaterThan(1);
      for (const one of first) {
        const result = complete(runPointTask(one));
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(result.ledger.length).toBeGreaterThan(0);
      }
    }
  });
});
