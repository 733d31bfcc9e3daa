import { describe, expect, it } from "vitest";
import { qdkRunner } from "../../../src/adapters/qsharp/index.ts";
import { Circuit, seededRandom } from "../../../src/index.ts";

const random = seededRandom(1);
const qdk = qdkRunner();

describe("qdkRunner", () => {
  it("counts bit 0 rightmost, and measures everything where nothing is measured", async () => {
    const measured = await qdk.run(new Circuit(2).x(0).measure(0, 2), { shots: 10, random });
    expect(measured).toEqual({ shots: 10, counts: { "100": 10 } });
    expect((await qdk.run(new Circuit(3).x(0), { shots: 10, random })).counts).toEqual({ "001": 10 });
  });

  it("runs branches, assignments, resets and loops", async () => {
    const circuit = new Circuit(2)
      .x(0)
      .measure(0, 0)
      .reset(0)
      .if(
        { kind: "compare", bits: [0], operator: ">", value: 0 },
        (steps) => steps.x(1),
        (steps) => steps.h(1),
      )
      .measure(1, 1)
      .add({
        kind: "assign",
        bit: 2,
        value: {
          kind: "xor",
          left: { kind: "equals", bits: [0], value: 1 },
          right: {
            kind: "or",
            left: { kind: "equals", bits: [1], value: 0 },
            right: { kind: "constant", value: false },
          },
        },
      })
      .while({ kind: "equals", bits: [0], value: 1 }, (steps) => steps.h(0).h(0).measure(0, 0), 3);
    expect((await qdk.run(circuit, { shots: 20, random })).counts).toEqual({ "110": 20 });
  });

  it("follows the law of independent shots", async () => {
    const { counts } = await qdk.run(new Circuit(1).ry(2 * Math.acos(Math.sqrt(0.3)), 0), {
      shots: 2000,
      random,
    });
    // Without a seed: 600 ± 6.5 standard deviations (20.5 each), a false alarm in 10^10 runs.
    expect(Math.abs((counts["0"] ?? 0) - 600)).toBeLessThan(134);
    expect((counts["0"] ?? 0) + (counts["1"] ?? 0)).toBe(2000);
  });

  it("reports a loop that passes its limit", async () => {
    const endless = new Circuit(1)
      .x(0)
      .measure(0)
      .while({ kind: "equals", bits: [0], value: 1 }, (steps) => steps.measure(0), 5);
    await expect(qdk.run(endless, { shots: 1, random })).rejects.toThrow(/limit of 5 rounds/);
  });

  it("stops when it is told to, before and between batches of shots", async () => {
    const reason = new Error("enough");
    await expect(
      qdk.run(new Circuit(1), { shots: 1, random, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    const controller = new AbortController();
    const run = qdk.run(new Circuit(1).h(0), { shots: 1e9, random, signal: controller.signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(run).rejects.toBe(reason);
  });

  it("refuses numbers of shots that are none", async () => {
    await expect(qdk.run(new Circuit(1), { shots: -1, random })).rejects.toThrow(RangeError);
    expect((await qdk.run(new Circuit(1), { shots: 0, random })).counts).toEqual({});
  });
});
