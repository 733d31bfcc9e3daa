import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { circuitLayout } from "../../../src/presentation/diagram/circuit-layout.ts";
import { circuitQuantikz } from "../../../src/presentation/diagram/circuit-quantikz.ts";
import { quantikzFaults } from "../../support/check-quantikz.ts";
import { diagramSamples, everythingCircuit } from "../../support/diagram-samples.ts";

const body = (code: string) => code.split("\n").slice(1).join("\n");

describe("circuitQuantikz", () => {
  it("writes gates, controls and wires", () => {
    expect(circuitQuantikz(diagramSamples.bell)).toBe(
      [
        "% \\usepackage{tikz} \\usetikzlibrary{quantikz2}",
        "\\begin{quantikz}[wire types={q,q}]",
        "\\lstick{q0} & \\gate{H} & \\ctrl{1} & \\\\",
        "\\lstick{q1} &          & \\targ{}  &",
        "\\end{quantikz}",
        "",
      ].join("\n"),
    );
  });

  it("writes controlled phases, swaps and angles", () => {
    const code = body(circuitQuantikz(diagramSamples.fourier)).replaceAll("[label style={anchor=west}]", "");
    expect(code.replaceAll(/ +/g, " ")).toBe(
      `\\begin{quantikz}[wire types={q,q,q}]
\\lstick{q0} & & & \\ctrl{2} & & \\ctrl{1} & \\gate{H} & \\swap{2} & \\\\
\\lstick{q1} & & \\ctrl{1} & & \\gate{H} & \\phase{P(\\pi/2)} & & & \\\\
\\lstick{q2} & \\gate{H} & \\phase{P(\\pi/2)} & \\phase{P(\\pi/4)} & & & & \\targX{} &
\\end{quantikz}
`,
    );
  });

  it("writes measurements and classical wires", () => {
    const code = circuitQuantikz(diagramSamples.teleportation);
    expect(code).toContain("wire types={q,q,q,c}");
    expect(code).toContain('\\meter{}\\wire[d][3]["0"{right,pos=0.8}]{c}');
    expect(code).toContain("\\phase[label style={anchor=west}]{1}\\wire[u][1]{c}");
    expect(code).toContain("\\qwbundle{2}");
  });

  it("writes frames with their conditions, and boxes with what passes through", () => {
    const flow = circuitQuantikz(diagramSamples.flow);
    expect(flow).toContain("{if $\\text{c[0]} = 1$}");
    expect(flow).toContain("{else}");
    expect(flow).toContain("{while $\\text{c} < 2$}");
    const boxes = circuitQuantikz(diagramSamples.boxes);
    expect(boxes).toContain("\\linethrough");
    expect(boxes).toContain("\\gateinput{$\\bullet$}");
  });

  it("is faultless for every sample and for generated circuits of all gates", () => {
    for (const circuit of Object.values(diagramSamples)) {
      for (const options of [
        {},
        { boxes: "open" },
        { foldAt: 2 },
        { reverse: true, initialStates: true, momentNumbers: true },
      ] as const) {
        expect(quantikzFaults(circuitQuantikz(circuit, options))).toEqual([]);
      }
    }
    for (let seed = 1; seed <= 40; seed++) {
      const circuit = everythingCircuit(seed, 40);
      for (const options of [{}, { boxes: "open", foldAt: 3 }] as const) {
        expect(quantikzFaults(circuitQuantikz(circuit, options)), `seed ${seed}`).toEqual([]);
      }
    }
  });

  it("has as many meters as the layout", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const circuit = everythingCircuit(seed, 40);
      const meters = circuitLayout(circuit).cells.filter(({ symbol }) => symbol === "measure").length;
      expect(circuitQuantikz(circuit).match(/\\meter/g) ?? []).toHaveLength(meters);
    }
  });

  it("writes one environment a line", () => {
    const code = circuitQuantikz(new Circuit(1).h(0).repeat(10), { foldAt: 4 });
    expect(code.match(/\\begin\{quantikz\}/g)).toHaveLength(3);
  });

  it("writes circuits without wires or steps", () => {
    expect(quantikzFaults(circuitQuantikz(new Circuit(0)))).toEqual([]);
    expect(quantikzFaults(circuitQuantikz(new Circuit(2, 2)))).toEqual([]);
  });

  it("is checked by something that finds faults", () => {
    const code = (cells: string) => `\\begin{quantikz}[wire types={q,q}]\n${cells}\n\\end{quantikz}\n`;
    for (const cells of [
      "\\lstick{a} & \\gate{H \\\\ \\lstick{b} &",
      "\\lstick{a_1} & \\\\ \\lstick{b} &",
      "\\lstick{a} & \\ctrl{2} \\\\ \\lstick{b} &",
      "\\lstick{a} & & \\\\ \\lstick{b} &",
      "\\lstick{a} & \\unknown{} \\\\ \\lstick{b} &",
      "\\lstick{$a} & \\\\ \\lstick{b} &",
      "\\lstick{a} & \\gate[3]{H} \\\\ \\lstick{b} &",
      "\\lstick{a} & \\targ \\\\ \\lstick{b} &",
      "\\lstick{a} & \\gate{H}\\ctrl{1} \\\\ \\lstick{b} &",
    ]) {
      expect(quantikzFaults(code(cells)), cells).not.toEqual([]);
    }
  });
});
