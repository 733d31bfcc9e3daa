import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { circuitLayout } from "../../../src/presentation/diagram/circuit-layout.ts";
import { type CircuitSvgOptions, circuitSvg } from "../../../src/presentation/diagram/circuit-svg.ts";
import { palette } from "../../../src/presentation/svg/palette.ts";
import { diagramSamples, everythingCircuit } from "../../support/diagram-samples.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";

describe("circuitSvg", () => {
  it("draws the golden figures, wide and narrow, closed and open, light and dark", () => {
    const goldens: Record<string, [Circuit, CircuitSvgOptions]> = {
      bell: [diagramSamples.bell, {}],
      teleportation: [diagramSamples.teleportation, { initialStates: true }],
      fourier: [diagramSamples.fourier, { momentNumbers: true }],
      "boxes-closed": [diagramSamples.boxes, {}],
      "boxes-open": [diagramSamples.boxes, { boxes: "open", reverse: true, momentNumbers: true }],
      "flow-wide": [diagramSamples.flow, {}],
      "flow-narrow": [diagramSamples.flow, { width: 320 }],
      gates: [diagramSamples.gates, {}],
      "registers-dark": [diagramSamples.registers, { width: 320, theme: "dark", initialStates: true }],
    };
    for (const [name, [circuit, options]] of Object.entries(goldens)) {
      const svg = circuitSvg(circuit, options);
      expectFigure(svg);
      expectGolden(`circuit-${name}`, svg);
    }
  });

  it("draws one titled group for each symbol and each frame", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const circuit = everythingCircuit(seed, 40);
      const { cells, frames } = circuitLayout(circuit);
      const root = expectFigure(circuitSvg(circuit));
      expect(root.querySelectorAll("g > title")).toHaveLength(cells.length + frames.length);
    }
  });

  it("is well formed and keeps its width for any circuit, on phones and on wide screens", () => {
    for (let seed = 1; seed <= 6; seed++) {
      for (const width of [240, 320, 760, 2000]) {
        for (const boxes of ["closed", "open"] as const) {
          const root = expectFigure(circuitSvg(everythingCircuit(seed, 30), { width, boxes }));
          expect(Number(root.getAttribute("width"))).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  it("gives the same bytes for the same circuit", () => {
    expect(circuitSvg(everythingCircuit(3, 50))).toBe(circuitSvg(everythingCircuit(3, 50)));
  });

  it("is no wider than the circuit, and does not grow on a page", () => {
    const root = expectFigure(circuitSvg(diagramSamples.bell, { width: 4000 }));
    expect(Number(root.getAttribute("width"))).toBeLessThan(200);
    expect(root.getAttribute("style")).toBe(`max-width:${root.getAttribute("width")}px`);
  });

  it("tells the circuit in words", () => {
    const root = expectFigure(circuitSvg(diagramSamples.teleportation));
    expect(root.querySelector("title")?.textContent).toBe("Circuit of 9 steps on 3 qubits and 2 bits");
    expect(root.querySelector("desc")?.textContent).toBe(
      "Qubits q0, q1, q2, classical c (2 bits). From left to right: Ry(0.7) on q0; H on q1; X on q2 where q1 = 1; " +
        "X on q1 where q0 = 1; H on q0; measure q0 into c[0]; measure q1 into c[1]; if c[1] = 1 then (X on q2); " +
        "if c[0] = 1 then (Z on q2).",
    );
    const own = circuitSvg(diagramSamples.bell, { title: "A <pair>", description: 'of "qubits"' });
    expect(expectFigure(own).querySelector("title")?.textContent).toBe("A <pair>");
    const long = circuitSvg(new Circuit(1).h(0).repeat(100));
    expect(expectFigure(long).querySelector("desc")?.textContent).toContain("and 60 more steps");
  });

  it("carries light colours, dark ones, or a style that follows the reader", () => {
    const light = circuitSvg(diagramSamples.boxes);
    const dark = circuitSvg(diagramSamples.boxes, { theme: "dark" });
    expect(light).toContain(palette.quantum.light);
    for (const { light: colour, dark: other } of Object.values(palette)) {
      if (colour === other) continue;
      expect(dark).not.toContain(`"${colour}"`);
    }
    const auto = circuitSvg(diagramSamples.boxes, { theme: "auto" });
    expect(auto).toContain("prefers-color-scheme:dark");
    expect(auto.replace(/<style>.*<\/style>\n/, "")).toBe(light);
  });

  it("draws control and anti-control, ⊕, ×, meter, ring and double wires as many times as there are", () => {
    const circuit = new Circuit(3)
      .cx(0, 1)
      .control([{ qubit: 2, value: 0 }], (c) => c.x(1))
      .swap(0, 2)
      .measureAll();
    const root = expectFigure(circuitSvg(circuit));
    const circles = [...root.querySelectorAll("circle")];
    expect(
      circles.filter((c) => c.getAttribute("r") === "4.5" && c.getAttribute("stroke") === null),
    ).toHaveLength(1);
    expect(
      circles.filter((c) => c.getAttribute("r") === "4.5" && c.getAttribute("stroke") !== null),
    ).toHaveLength(1);
    expect(circles.filter((c) => c.getAttribute("r") === "10")).toHaveLength(2);
    expect(root.querySelectorAll('path[stroke-linecap="round"]')).toHaveLength(3);
  });

  it("writes labels as text, never as markup", () => {
    const svg = circuitSvg(new Circuit(2).box("<b>&\n\u0007ψ", diagramSamples.bell, [0, 1]));
    expectFigure(svg);
    expect(svg).toContain("&lt;b&gt;&amp; ψ");
  });

  it("draws circuits without wires or steps", () => {
    expectFigure(circuitSvg(new Circuit(0)));
    expectFigure(circuitSvg(new Circuit(2, 1)));
    expectFigure(circuitSvg(new Circuit(0).gate("gphase", [1], [])));
  });

  it("refuses widths and themes that it does not know", () => {
    expect(() => circuitSvg(diagramSamples.bell, { width: 100 })).toThrow(/240 to 4000/);
    expect(() => circuitSvg(diagramSamples.bell, { theme: "sepia" as never })).toThrow(/light, dark or auto/);
  });
});
