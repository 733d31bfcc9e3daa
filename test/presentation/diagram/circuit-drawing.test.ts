import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/index.ts";
import { circuitDrawing, circuitSvg } from "../../../src/presentation/index.ts";

describe("circuitDrawing", () => {
  it("draws what circuitSvg draws and names every column once, also when it is folded", () => {
    let circuit = new Circuit(3, 1);
    for (let k = 0; k < 30; k++) circuit = circuit.rx(k / 7, k % 3).cx(k % 3, (k + 1) % 3);
    const { svg, lines, layout, width, height } = circuitDrawing(circuit, { width: 500 });
    expect(svg).toBe(circuitSvg(circuit, { width: 500 }));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k))).toEqual(
      Array.from({ length: layout.columns }, (_, k) => k),
    );
    for (const { x, y, widths } of lines) {
      expect(x.length).toBe(widths.length);
      expect(y.length).toBe(layout.rows.length);
      expect(x.every((at, k) => at - widths[k] / 2 >= 0 && at + widths[k] / 2 <= width)).toBe(true);
      expect(y.every((at) => at > 0 && at < height)).toBe(true);
    }
  });

  it("puts a symbol where its column and its wire meet", () => {
    const { svg, lines } = circuitDrawing(new Circuit(2).x(1));
    const [line] = lines;
    const numbers = svg.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    expect(numbers.some((value) => Math.abs(value - line.x[0]) < 0.01)).toBe(true);
    expect(line.y[1] - line.y[0]).toBe(42);
  });
});
