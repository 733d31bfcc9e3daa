import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import { flatten } from "../../src/circuit/flatten.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { runAsync } from "../../src/simulator/run.ts";
import { simulate, simulateAsync } from "../../src/simulator/simulate.ts";
import { isQuick, sliceOperations } from "../../src/simulator/slice-operations.ts";

const layer = new Circuit(14).onEach("h", Array(14).keys()).cp(0.3, 0, 1);
const long = layer.repeat(8);

describe("sliceOperations", () => {
  it("gives all steps in order, boxes opened, in parts that are quick", () => {
    const circuit = new Circuit(14).append(long).box("layers", layer.repeat(10)).append(long);
    const parts = [...sliceOperations(circuit.operations, 14)];
    expect(parts.flatMap(({ operations }) => operations)).toEqual(flatten(circuit).operations);
    expect(parts.length).toBeGreaterThan(2);
    for (const { operations } of parts) expect(isQuick(operations, 14)).toBe(true);
    expect(parts.at(-1)?.done).toBe(circuit.length);
    expect([...sliceOperations([], 3)]).toEqual([]);
  });

  it("takes one step at a time where each is long", () => {
    expect([...sliceOperations(new Circuit(24).h(0).h(1).operations, 24)]).toHaveLength(2);
  });
});

/** Long for every engine: no two of its gates make one. */
const turning = new Circuit(14)
  .onEach("h", Array(14).keys())
  .append(
    Array.from({ length: 14 }, (_, q) => q).reduce(
      (body, q) => body.ry(1, q).cx(q, (q + 1) % 14),
      new Circuit(14),
    ),
  )
  .repeat(100);

describe("simulateAsync and runAsync", () => {
  it("give what their synchronous forms give, with progress in between", async () => {
    const stages: string[] = [];
    const state = await simulateAsync(turning, { onProgress: ({ stage }) => stages.push(stage) });
    expect(stages.length).toBeGreaterThan(1);
    expect(Math.abs(state.fidelity(simulate(turning)) - 1)).toBeLessThan(1e-12);
  });

  it("stop in the middle of a long part without measurements, and start from a given state", async () => {
    for (const start of [
      (signal: AbortSignal, onProgress: () => void) => simulateAsync(turning, { signal, onProgress }),
      (signal: AbortSignal, onProgress: () => void) =>
        runAsync(turning, { shots: 10, random: seededRandom(1), signal, onProgress }),
    ]) {
      const stop = new AbortController();
      await expect(start(stop.signal, () => stop.abort(new Error("enough")))).rejects.toThrow("enough");
    }
    const initial = simulate(new Circuit(14).x(3));
    const before = initial.clone();
    await simulateAsync(turning, { initial });
    expect(initial).toEqual(before);
    expect(
      Math.abs(simulate(turning.append(turning.inverse()), { initial }).fidelity(initial) - 1),
    ).toBeLessThan(1e-9);
  });
});
