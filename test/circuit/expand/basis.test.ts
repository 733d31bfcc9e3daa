import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { off } from "../../../src/circuit/control.ts";
import { countGates } from "../../../src/circuit/counts/count-gates.ts";
import { rotationCount } from "../../../src/circuit/counts/rotation-count.ts";
import { tCount } from "../../../src/circuit/counts/t-count.ts";
import { gateRules } from "../../../src/circuit/expand/gate-rules.ts";
import { expand } from "../../../src/circuit/expand.ts";
import { type GateName, gateOf, gateTable } from "../../../src/circuit/gate-table.ts";
import { type GateSetName, gateSets } from "../../../src/circuit/gates/gate-sets.ts";
import { parameter } from "../../../src/circuit/parameter.ts";
import { unitary } from "../../../src/circuit/unitary.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { definedMatrix } from "../../support/gate-definitions.ts";
import { randomCircuit } from "../../support/random-circuit.ts";

const angles = [0.4, -2.2, 1.3, 0.9];
const bases: [string, GateSetName | readonly GateName[]][] = [
  ...Object.keys(gateSets).map((name): [string, GateSetName] => [name, name as GateSetName]),
  ["h, p, cz", ["h", "p", "cz"]],
  ["rx, rz, cz", ["rx", "rz", "cz"]],
  ["u3, cx", ["u3", "cx"]],
];

function onItsQubits(name: string): Circuit {
  const gate = gateOf(name);
  const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
  return new Circuit(gate.qubits).gate(name as GateName, angles.slice(0, gate.parameters.length), qubits);
}

describe("gate rules", () => {
  const rules = Object.entries(gateRules).flatMap(([name, list]) =>
    list.map((rule, k) => ({ name, number: k + 1, rule })),
  );

  it.each(rules)("way $number to write $name is exact, phase included", ({ name, rule }) => {
    const { qubits, parameters } = gateOf(name);
    const values = angles.slice(0, parameters.length);
    const circuit = rule(...values).reduce(
      (before, [gate, places, ...inner]) => before.gate(gate, inner, places),
      new Circuit(qubits),
    );
    const wanted = definedMatrix(name, values, qubits);
    expect(largestDifference(unitary(circuit), wanted)).toBeLessThan(1e-14);
  });
});

describe("expand to a gate set", () => {
  it.each(bases)("%s expresses every gate of the table, phase included", (_, basis) => {
    const allowed = new Set<string>([...(typeof basis === "string" ? gateSets[basis] : basis), "gphase"]);
    for (const name of Object.keys(gateTable)) {
      const circuit = onItsQubits(name);
      const written = expand(circuit, { basis });
      expect(Object.keys(countGates(written)).filter((gate) => !allowed.has(gate))).toEqual([]);
      expect(largestDifference(unitary(written), unitary(circuit)), name).toBeLessThan(1e-13);
      expect(countGates(written)["gphase"] ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it.each(bases)("%s expresses circuits with controls, boxes and wide operations", (_, basis) => {
    const random = seededRandom(51);
    const inner = randomCircuit(2, 4, random);
    const circuit = randomCircuit(4, 8, random)
      .box("inner", inner, [3, 1])
      .control([off(0)], (body) => body.box("inner", inner, [2, 3]))
      .qft([0, 2, 3])
      .phaseOracle({ qubits: [1, 2], marked: [2], phase: 0.3 });
    const written = expand(circuit, { basis });
    expect(largestDifference(unitary(written), unitary(circuit))).toBeLessThan(1e-12);
  });

  it("keeps open parameters open, under controls too", () => {
    const [a, b] = [parameter("a"), parameter("b")];
    const circuit = new Circuit(4)
      .rx(a, 0)
      .cu(a, b, 0.3, a, 1, 2)
      .control([0], (body) => body.rxx(b, 1, 3).u(a, b, a, 2).u2(a, b, 1).r(a, b, 3))
      .control([0, off(3)], (body) => body.ry(a, 2).p(b, 1).rz(a, 1).gphase(b).rzz(a, 1, 2));
    const values = { a: 0.7, b: -1.9 };
    for (const options of [{ controls: "lower" }, { basis: "clifford+t" }, { basis: "u+cx" }] as const) {
      const written = expand(circuit, options);
      expect(written.parameters).toEqual(["a", "b"]);
      const wanted = unitary(circuit.bind(values));
      expect(largestDifference(unitary(written.bind(values)), wanted)).toBeLessThan(1e-13);
    }
  });

  it("expands inside branches and loops, and inside boxes that are to stay", () => {
    const box = new Circuit(2).swap(0, 1);
    const circuit = new Circuit(2)
      .box("exchange", box)
      .if(
        { kind: "constant", value: true },
        (body) => body.swap(0, 1),
        (body) => body.cz(0, 1),
      )
      .while({ kind: "constant", value: false }, (body) => body.box("exchange", box));
    const written = expand(circuit, { basis: "u+cx", boxes: "closed" });
    expect(countGates(written, { boxes: "closed" })).toEqual({
      exchange: 2,
      conditional: 1,
      cx: 4,
      u: 2,
      while: 1,
    });
    expect(countGates(written)).toEqual({ cx: 10, conditional: 1, u: 2, while: 1 });
  });

  it("refuses a set that cannot express a gate, unknown names and contradictions", () => {
    const circuit = new Circuit(2).ryy(0.3, 0, 1);
    expect(() => expand(circuit, { basis: ["u"] })).toThrow(
      /basis that can express ryy, got u, gphase; add cx/,
    );
    expect(() => expand(circuit, { basis: "braids" as GateSetName })).toThrow(
      /expected a gate set, got "braids"/,
    );
    expect(() => expand(circuit, { basis: ["braid" as GateName] })).toThrow(/name of a gate/);
    expect(() => expand(circuit, { basis: "u+cx", controls: "keep" })).toThrow(
      /lower, as a basis needs, got keep/,
    );
    expect(() => expand(circuit, { boxes: "ajar" as "open" })).toThrow(/open or closed, got ajar/);
    expect(() => expand(circuit, { controls: "drop" as "keep" })).toThrow(/keep or lower, got drop/);
  });

  it("refuses more than can be written out", () => {
    const controls = Array.from({ length: 22 }, (_, k) => k + 1);
    expect(() => expand(new Circuit(23).gate("z", [], [0], controls), { controls: "lower" })).toThrow(
      LimitError,
    );
    expect(() => expand(new Circuit(23).gate("ry", [1], [0], controls), { controls: "lower" })).toThrow(
      /at most 20 controls without ancillas, got 22/,
    );
  });
});

describe("tCount", () => {
  const known: [string, Circuit, number][] = [
    ["Toffoli", new Circuit(3).ccx(0, 1, 2), 7],
    ["Z under two controls", new Circuit(3).ccz(0, 1, 2), 7],
    ["Fredkin", new Circuit(3).cswap(0, 1, 2), 7],
    ["Margolus", new Circuit(3).rccx(0, 1, 2), 4],
    ["X under three controls up to phases", new Circuit(4).rc3x(0, 1, 2, 3), 8],
    ["controlled S", new Circuit(2).cs(0, 1), 3],
    ["controlled Hadamard", new Circuit(2).ch(0, 1), 2],
    ["phases by eighths of a turn", new Circuit(1).p((3 * Math.PI) / 4, 0).rz(-Math.PI / 4, 0), 2],
    ["Clifford gates", new Circuit(2).h(0).s(1).cx(0, 1).sx(0).iswap(0, 1).ecr(0, 1).p(-Math.PI, 1), 0],
    ["the rotation of the Fourier transform that is a T gate", new Circuit(3).qft([0, 1, 2]), 6],
  ];
  it.each(known)("of %s", (_, circuit, count) => {
    expect(tCount(circuit)).toBe(count);
  });

  it("of Z under b controls with ancillas is seven for each Toffoli gate", () => {
    const circuit = new Circuit(8).gate("z", [], [4], [0, 1, 2, 3]);
    expect(tCount(circuit, { ancillas: [5, 6] })).toBe(7 * 5);
    expect(rotationCount(circuit, { ancillas: [5, 6] })).toBe(0);
    expect(rotationCount(circuit)).toBeGreaterThan(0);
  });
});

describe("rotationCount", () => {
  it("counts angles that are no multiples of π/4, open parameters among them", () => {
    const circuit = new Circuit(2)
      .rx(0.3, 0)
      .ry(Math.PI / 2, 0)
      .cp(0.3, 0, 1)
      .rz(parameter("a"), 1)
      .gphase(0.1);
    expect(rotationCount(circuit)).toBe(5);
    expect(tCount(circuit)).toBe(0);
  });

  it("counts all gates with angles in a set without names for them", () => {
    expect(rotationCount(new Circuit(2).h(0).cx(0, 1).t(1), { basis: "u+cx" })).toBe(2);
    expect(rotationCount(new Circuit(1).rx(parameter("a"), 0), { basis: "u+cx" })).toBe(1);
  });
});
