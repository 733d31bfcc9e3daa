import { describe, expect, it } from "vitest";
import { figureFrame } from "../../../src/presentation/svg/figure-frame.ts";
import { expectFigure } from "../../support/expect-figure.ts";

const frame = (content: string) =>
  figureFrame({
    name: "sample",
    width: 300.2,
    height: 99.5,
    title: "A title <1>",
    description: "A description & more",
    parts: [{ x: 0.12345, y: 2, content }],
  });

describe("figureFrame", () => {
  it("gives a labelled document of whole size", () => {
    const root = expectFigure(frame("<g/>"));
    expect(root.getAttribute("viewBox")).toBe("0 0 301 100");
    expect(root.querySelector("title")?.textContent).toBe("A title <1>");
    expect(root.querySelector("desc")?.textContent).toBe("A description & more");
  });

  it("rounds coordinates and leaves words and colours as they are", () => {
    const svg = frame(
      '<path d="M1.23456,-0.001L1e-7,2.5e-7" fill="#1e1e1e"/><text x="3.14159">3.14159</text>',
    );
    expect(svg).toContain('d="M1.23,0L0,0" fill="#1e1e1e"');
    expect(svg).toContain('<text x="3.14">3.14159</text>');
    expect(svg).toContain("translate(0.12,2)");
  });

  it("numbers clip paths from 1, whatever was drawn before", () => {
    const svg = frame(
      '<clipPath id="plot-clip-17"/><g clip-path="url(#plot-clip-17)"/><clipPath id="plot-clip-9"/>',
    );
    expect(svg).toContain('id="sample-clip-1"');
    expect(svg).toContain("url(#sample-clip-1)");
    expect(svg).toContain('id="sample-clip-2"');
  });
});
