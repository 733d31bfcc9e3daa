import { describe, expect, it } from "vitest";
import { acceleratedSgdFamily as family } from "../../../../../src/comparison/study/families/accelerated-sgd/accelerated-sgd-family.ts";
import { runFamily, settingOf } from "../../../../support/run-family.ts";

describe("the family accelerated-sgd", () => {
  it("counts the gradients up to the first true gradient that is short enough, and all of them where none is", () => {
    for (const { counted, error } of Object.values(runFamily(family, { lr: 0.1 }))) {
      expect(error).toBe(0);
      expect(counted).toBeLessThan(200);
    }
    for (const { counted, error } of Object.values(runFamily(family, { epsilon: 0.001, T: 50 }))) {
      expect([error, counted]).toEqual([1, 50]);
    }
  });

  it("has plain SGD at a longer step ask for fewer gradients than any method at a short one", () => {
    const short = runFamily(family, { lr: 0.01 });
    const { counted } = runFamily(family, { lr: 0.1 })["plain"];
    for (const name of ["plain", "reject", "random-vector", "momentum"])
      expect(counted).toBeLessThan(short[name].counted);
  });

  it("has no quantum side and says why, and claims no acceleration", () => {
    const remarks = family.remarks?.([settingOf(family, {})]).join(" ") ?? "";
    expect(remarks).toContain("No quantum method takes part");
    expect(remarks).toContain("are no acceleration");
    expect(JSON.stringify(family)).not.toMatch(/speed-up/i);
    expect(family.methods.every(({ side }) => side === "classical")).toBe(true);
  });
});
