import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { circuitLayout } from "../../../src/presentation/diagram/circuit-layout.ts";
import { foldColumns } from "../../../src/presentation/diagram/fold-columns.ts";
import { everythingCircuit } from "../../support/diagram-samples.ts";

describe("foldColumns", () => {
  it("covers all columns in order, and keeps to the room unless one column alone is wider", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const layout = circuitLayout(everythingCircuit(seed, 60), { boxes: "open" });
      const width = (column: number) => 1 + ((column * 7) % 11);
      const lines = foldColumns(layout, width, 30);
      let next = 0;
      for (const { from, to } of lines) {
        expect(from).toBe(next);
        expect(to).toBeGreaterThan(from);
        let used = 0;
        for (let column = from; column < to; column++) used += width(column);
        if (to > from + 1) expect(used).toBeLessThanOrEqual(30);
        next = to;
      }
      expect(next).toBe(layout.columns);
    }
  });

  it("keeps a frame in one piece where that leaves no large gap", () => {
    const circuit = new Circuit(1, 1)
      .onEach("h", [0])
      .repeat(6)
      .when([0], 1, (c) => c.x(0).y(0).z(0));
    const layout = circuitLayout(circuit);
    expect(foldColumns(layout, () => 1, 8)).toEqual([
      { from: 0, to: 6 },
      { from: 6, to: 11 },
    ]);
    expect(foldColumns(layout, () => 1, 4)).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 8 },
      { from: 8, to: 11 },
    ]);
  });

  it("keeps ranges that are given apart", () => {
    const layout = circuitLayout(new Circuit(1).h(0).repeat(6));
    const ranges = [
      { from: 0, to: 3 },
      { from: 3, to: 6 },
    ];
    expect(foldColumns(layout, () => 1, 2, ranges).map(({ to }) => to)).toEqual([2, 3, 5, 6]);
  });
});
