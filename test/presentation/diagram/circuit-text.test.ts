import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { circuitLayout } from "../../../src/presentation/diagram/circuit-layout.ts";
import { circuitText } from "../../../src/presentation/diagram/circuit-text.ts";
import { textColumns } from "../../../src/presentation/diagram/text-canvas.ts";
import { diagramSamples, everythingCircuit } from "../../support/diagram-samples.ts";

/** The drawing as written between backquotes, without the first line end. */
const drawing = (text: string) => text.replace(/^\n/, "");

describe("circuitText", () => {
  it("draws gates, controls and wires", () => {
    expect(circuitText(diagramSamples.bell)).toBe(
      drawing(`
     ┌───┐
q0: ─┤ H ├─●─
     └───┘ │
q1: ───────⊕─
`),
    );
  });

  it("draws measurements and gates under conditions", () => {
    expect(circuitText(diagramSamples.teleportation)).toBe(
      drawing(`
        ┌─────────┐     ┌───┐ ┌─┐
q0: ────┤ Ry(0.7) ├───●─┤ H ├─┤M├─────────────────
        └─────────┘   │ └───┘ └╥┘
           ┌───┐      │        ║  ┌─┐
q1: ───────┤ H ├────●─⊕────────╫──┤M├─────────────
           └───┘    │          ║  └╥┘
                    │          ║   ║  ┌───┐ ┌───┐
q2: ────────────────⊕──────────╫───╫──┤ X ├─┤ Z ├─
                               ║   ║  └─╥─┘ └─╥─┘
 c: ═/2════════════════════════╩═══╩════●═════●═══
                               0   1    1     0
`),
    );
  });

  it("draws branches and loops as frames with their conditions", () => {
    expect(circuitText(diagramSamples.flow)).toBe(
      drawing(`
        ┌───┐ ┌─┐
q0: ────┤ H ├─┤M├─────────────────────────────»
        └───┘ └╥┘
               ║  ╭┄ if c[0] = 1 ┄┄┄ else ┄┄╮
               ║  ┆ ┌───┐ ┌───┐   ┆  ┌───┐  ┆
q1: ───────────╫────┤ X ├─┤ H ├─●────┤ Z ├────»
               ║  ┆ └───┘ └───┘ │ ┆  └───┘  ┆
               ║  ┆             │ ┆ ┌─────┐ ┆
q2: ───────────╫────────────────⊕───┤ |0⟩ ├───»
               ║  ┆               ┆ └─────┘ ┆
               ║  ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╯
 c: ═/2════════╩══■═══════════════════════════»
               0

     ╭┄ while c < 2 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╮
     ┆ ┌───┐ ┌─┐                                   ┆
q0: «──┤ H ├─┤M├─────────────────────────────────────»
     ┆ └───┘ └╥┘                                   ┆
     ┆        ║  ╭┄ if (c[0] = 1) ⊕ (c[1] = 0) ┄┄╮ ┆
     ┆        ║  ┆      ┌───┐           ┌─┐      ┆ ┆
q1: «─────────╫─────────┤ X ├───────────┤M├──────────»
     ┆        ║  ┆      └───┘           └╥┘      ┆ ┆
q2: «─────────╫──────────────────────────╫───────────»
     ┆        ║  ┆                       ║       ┆ ┆
 c: «■════════╩══■═══════════════════════╩═══════════»
     ┆        0  ┆                       1       ┆ ┆
     ┆           ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╯ ┆
     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╯

q0: «───────────░─────────────●──
                ░             │
q1: «───────────░─────────────●──
                ░             │
q2: «───────────░─────────────⊕──
     ┌─────────────────────┐  ║
 c: «╡ c[1] := ¬(c[0] = 1) ╞══■══
     └─────────────────────┘ = 3
`),
    );
  });

  it("shows in boxes which wire is which bit, and which pass through", () => {
    expect(circuitText(diagramSamples.boxes, { width: 60 })).toBe(
      drawing(`
phase:     0.4
        ┌───────┐ ┌─────┐ ┌──────┐ ┌───────────┐
   q0: ─┤1      ├─┤0    ├─┤0     ├─┤x0         ├─»
        │  bell │ │  Uψ │ │      │ │           │
   q1: ─┼───────┼─┼──●──┼─┤1     ├─┤x1         ├─»
        │       │ │     │ │  QFT │ │   look-up │
   q2: ─┤0      ├─┤1    ├─┤2     ├─┼───────────┼─»
        └───────┘ └──┬──┘ │      │ │           │
   q3: ──────────────○────┤3     ├─┤z0         ├─»
                          └──────┘ └───────────┘

        ┌─────────┐ ┌─────────────┐ phase(π/8)
   q0: «┤0        ├─┤             ├─────●──────
        │         │ │             │     │
   q1: «┤1 oracle ├─┤ 2|s⟩⟨s| − 1 ├─────┼──────
        │         │ │             │     │
   q2: «┤2        ├─┤             ├─────○──────
        └─────────┘ └─────────────┘
   q3: «───────────────────────────────────────
`),
    );
  });

  it("draws open boxes, reversed order, initial states and numbers of moments on request", () => {
    const circuit = new Circuit(3)
      .control([2], (c) => c.box("bell", diagramSamples.bell, [0, 1]))
      .measure(0, 0);
    expect(
      circuitText(circuit, {
        boxes: "open",
        reverse: true,
        initialStates: true,
        momentNumbers: true,
        ascii: true,
      }),
    ).toBe(
      drawing(`
            0    1     2
q2: |0>-@-----------------
        .~ bell ~~~~.
q1: |0>---------(+)-------
        : .---.  |  : .-.
q0: |0>---| H |--@----|M|-
        : '---'     : '-'
        '~~~~~~~~~~~'  "
 c: 0==================v==
`),
    );
  });

  it("keeps every line within the width and writes all operations, whatever the circuit", () => {
    for (let seed = 1; seed <= 4; seed++) {
      const circuit = everythingCircuit(seed, 30);
      for (const width of [24, 40, 80, 200]) {
        for (const boxes of ["closed", "open"] as const) {
          const text = circuitText(circuit, { width, boxes });
          const widest = Math.max(...text.split("\n").map((line) => textColumns(line)));
          expect(widest).toBeLessThanOrEqual(width);
          const meters = circuitLayout(circuit, { boxes }).cells.filter(({ symbol }) => symbol === "measure");
          expect(text.match(/┤M├/g) ?? []).toHaveLength(meters.length);
        }
      }
    }
  });

  it("writes ASCII only if told so, labels included", () => {
    for (let seed = 1; seed <= 20; seed++) {
      expect(circuitText(everythingCircuit(seed, 40), { ascii: true })).toMatch(/^[\n -~]*$/);
    }
  });

  it("marks where wires are folded", () => {
    const text = circuitText(new Circuit(2).h(0).repeat(30), { width: 40 });
    const lines = text.split("\n").filter((line) => line.includes("q0"));
    expect(lines.length).toBeGreaterThan(1);
    lines.forEach((line, k) => {
      expect(line.includes("«")).toBe(k > 0);
      expect(line.endsWith("»")).toBe(k < lines.length - 1);
    });
    expect(circuitText(new Circuit(2).h(0).repeat(30), { width: Number.POSITIVE_INFINITY })).not.toMatch(
      /[«»]/,
    );
  });

  it("aligns signs that are two cells wide", () => {
    const lines = circuitText(new Circuit(1).unitary(hadamard, [0], "量子")).split("\n");
    expect(new Set(lines.slice(0, 3).map((line) => textColumns(line.trimEnd().replace(/─$/, ""))))).toEqual(
      new Set([13]),
    );
  });

  it("draws circuits without qubits or steps", () => {
    expect(circuitText(new Circuit(0))).toBe("");
    expect(circuitText(new Circuit(1))).toBe("q0: ─\n");
    expect(circuitText(new Circuit(0).gate("gphase", [Math.PI], []))).toContain("π");
  });

  it("refuses a width that holds nothing", () => {
    expect(() => circuitText(diagramSamples.bell, { width: 10 })).toThrow(/at least 24/);
    expect(() => circuitText(diagramSamples.bell, { width: Number.NaN })).toThrow(RangeError);
  });
});

const hadamard = {
  size: 2,
  re: Float64Array.of(Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2, -Math.SQRT1_2),
  im: new Float64Array(4),
};
