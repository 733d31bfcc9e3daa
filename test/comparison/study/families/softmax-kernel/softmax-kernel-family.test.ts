import { describe, expect, it } from "vitest";
import { softmaxKernelFamily as family } from "../../../../../src/comparison/study/families/softmax-kernel/softmax-kernel-family.ts";
import { runFamily, settingOf } from "../../../../support/run-family.ts";

describe("the family softmax-kernel", () => {
  it("compares kernel evaluations, several for each score call on both sides", () => {
    const runs = runFamily(family, { n: 64, lambda: 1 });
    const scores = runs["all-scores"].counted;
    // n scores of ⌈s⌉ evaluations each; a coherent call takes twice as many.
    expect(scores % 64).toBe(0);
    expect(runs["amplified-scores"].counted % (2 * (scores / 64))).toBe(0);
    expect(runs["whole-kernel"].counted).toBe(64 * 64);
    expect(runs["whole-kernel"].counted).toBe(runs["whole-kernel"].predicted);
  });

  it("has reading cheaper where s is a large part of n, and amplified scores where it is a small one", () => {
    const large = runFamily(family, { n: 64, lambda: 1 });
    expect(large["amplified-scores"].counted).toBeGreaterThan(large["all-scores"].counted);
    const small = runFamily(family, { n: 256, lambda: 100 });
    expect(small["amplified-scores"].counted).toBeLessThan(small["all-scores"].counted);
  });

  it("chooses columns that leave an error of the same size by both kinds of sampling", () => {
    const runs = runFamily(family, { n: 128, lambda: 1 });
    const errors = ["amplified-scores", "all-scores"].map((name) => runs[name].error ?? 1);
    for (const error of errors) expect(error).toBeLessThan(0.3);
    expect(runs["whole-kernel"].error).toBe(0);
  });

  it("knows no prediction, since s depends on the data, and says how score calls are converted", () => {
    expect(runFamily(family, { n: 16 })["amplified-scores"].predicted).toBeNaN();
    expect(family.remarks?.([])[0]).toContain("A score call is not a kernel evaluation");
  });

  it("refuses an odd number of neurons", () => {
    expect(() => family.require(settingOf(family, { m: 5 }), [])).toThrow(/even number of neurons/);
  });
});
