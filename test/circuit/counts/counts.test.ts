import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { circuitSummary } from "../../../src/circuit/counts/circuit-summary.ts";
import { countGates } from "../../../src/circuit/counts/count-gates.ts";
import { depth, twoQubitDepth } from "../../../src/circuit/counts/depth.ts";
import { rotationCount } from "../../../src/circuit/counts/rotation-count.ts";
import { tCount } from "../../../src/circuit/counts/t-count.ts";
import { expand } from "../../../src/circuit/expand.ts";
import { flatten } from "../../../src/circuit/flatten.ts";
import type { Operation } from "../../../src/circuit/operation.ts";
import { operationQubits } from "../../../src/circuit/operation-qubits.ts";
import { parameter } from "../../../src/circuit/parameter.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { randomCircuit } from "../../support/random-circuit.ts";

const bell = new Circuit(2).h(0).cx(0, 1);

/** The longest chain of steps in which each shares a qubit with the one before, by trying every predecessor. */
function longestChain(steps: readonly Operation[], weight: (step: Operation) => number): number {
  const ends: number[] = [];
  steps.forEach((step, k) => {
    const own = new Set(operationQubits(step));
    const before = steps
      .slice(0, k)
      .map((other, j) => (operationQubits(other).some((q) => own.has(q)) ? ends[j] : 0));
    ends.push(Math.max(0, ...before) + weight(step));
  });
  return Math.max(0, ...ends);
}

describe("countGates", () => {
  it("counts gates by name, added controls apart", () => {
    const circuit = new Circuit(3).h(0).cx(0, 1).gate("x", [], [2], [0, 1]).measure(0).barrier().reset(1);
    expect(countGates(circuit)).toEqual({
      ...{ h: 1, cx: 1, "2-controlled x": 1 },
      ...{ measure: 1, barrier: 1, reset: 1 },
    });
  });

  it("opens boxes, with the controls of the box on every step, or counts them by their label", () => {
    const circuit = new Circuit(3).box("bell", bell).control([2], (body) => body.box("bell", bell));
    expect(countGates(circuit)).toEqual({ h: 1, cx: 1, "1-controlled h": 1, "1-controlled cx": 1 });
    expect(countGates(circuit, { boxes: "closed" })).toEqual({ bell: 1, "1-controlled bell": 1 });
    expect(countGates(circuit)).toEqual(countGates(flatten(circuit)));
  });

  it("counts what is inside branches and loops once, as written", () => {
    const circuit = new Circuit(2)
      .measure(0)
      .if(
        { kind: "equals", bits: [0], value: 1 },
        (body) => body.x(0).x(1),
        (body) => body.h(0),
      )
      .while({ kind: "equals", bits: [0], value: 1 }, (body) => body.box("bell", bell).measure(0));
    expect(countGates(circuit)).toEqual({ measure: 2, conditional: 1, x: 2, h: 2, while: 1, cx: 1 });
  });

  it("keeps a gate apart from what every object has", () => {
    const circuit = new Circuit(2).box("__proto__", bell).box("toString", bell);
    expect(Object.entries(countGates(circuit, { boxes: "closed" }))).toEqual([
      ["__proto__", 1],
      ["toString", 1],
    ]);
  });

  it("refuses other ways to treat boxes", () => {
    expect(() => countGates(bell, { boxes: "ajar" as never })).toThrow(
      /countGates: expected boxes to be open or closed, got ajar/,
    );
    expect(() => depth(bell, { boxes: "ajar" as never })).toThrow(RangeError);
  });
});

describe("depth", () => {
  it("is the longest chain of steps that share qubits", () => {
    const random = seededRandom(31);
    for (let trial = 0; trial < 40; trial++) {
      const circuit = randomCircuit(5, 1 + random.integer(30), random);
      const { operations } = circuit;
      expect(depth(circuit)).toBe(
        longestChain(operations, (step) => Math.sign(operationQubits(step).length)),
      );
      expect(twoQubitDepth(circuit)).toBe(
        longestChain(operations, (step) => (operationQubits(step).length >= 2 ? 1 : 0)),
      );
    }
  });

  it("lets measured bits order what depends on them", () => {
    expect(
      depth(
        new Circuit(2)
          .h(0)
          .measure(0)
          .when([0], 1, (body) => body.x(1)),
      ),
    ).toBe(3);
    expect(
      depth(
        new Circuit(2)
          .h(0)
          .measure(0)
          .when([1], 1, (body) => body.x(1)),
      ),
    ).toBe(2);
    const assigned = new Circuit(2).measure(0).assign(5, { kind: "equals", bits: [0], value: 0 });
    expect(depth(assigned.when([5], 1, (body) => body.x(1)))).toBe(2);
  });

  it("takes the deeper body of a branch and one round of a loop", () => {
    const branch = new Circuit(1).if(
      { kind: "constant", value: true },
      (body) => body.x(0),
      (body) => body.x(0).y(0).z(0),
    );
    expect(depth(branch)).toBe(3);
    expect(depth(branch.while({ kind: "constant", value: false }, (body) => body.h(0).t(0)))).toBe(5);
  });

  it("gives no layer to barriers and global phases, and lets nothing pass a barrier", () => {
    expect(depth(new Circuit(2).h(0).h(0).h(1))).toBe(2);
    expect(depth(new Circuit(2).h(0).h(0).barrier().h(1))).toBe(3);
    expect(depth(new Circuit(1).gphase(1))).toBe(0);
    expect(depth(new Circuit(0))).toBe(0);
  });

  it("opens boxes unless they are to stay closed", () => {
    const circuit = new Circuit(2).box("bell", bell).box("bell", bell);
    expect([depth(circuit), depth(circuit, { boxes: "closed" })]).toEqual([4, 2]);
    expect([twoQubitDepth(circuit), twoQubitDepth(circuit, { boxes: "closed" })]).toEqual([2, 2]);
  });
});

describe("circuitSummary", () => {
  it("says what a circuit is made of", () => {
    const circuit = new Circuit(2, 1).box("bell", bell).rx(parameter("theta"), 1).measure(0);
    expect(circuitSummary(circuit)).toEqual({
      qubits: 2,
      bits: 1,
      operations: 3,
      gates: { h: 1, cx: 1, rx: 1, measure: 1 },
      tGates: 0,
      rotations: 1,
      depth: 3,
      twoQubitDepth: 1,
      parameters: ["theta"],
    });
  });

  it("counts in a gate set what the circuit written in it contains", () => {
    const circuit = new Circuit(4)
      .ccx(0, 1, 2)
      .box("turn", new Circuit(1).t(0).rz(0.3, 0), [3])
      .crz(0.7, 0, 1);
    for (const basis of [
      "clifford+t",
      "u+cx",
      "rz+sx+cx",
      ["h", "t", "tdg", "s", "sdg", "cx", "p"],
    ] as const) {
      const written = expand(circuit, { basis });
      const summary = circuitSummary(circuit, { basis });
      expect(summary).toEqual(circuitSummary(written));
      expect(summary.tGates).toBe(tCount(circuit, { basis }));
      expect(summary.rotations).toBe(rotationCount(circuit, { basis }));
      const angles = written.operations.filter((step) => step.kind === "gate" && step.parameters.length > 0);
      const phases = written.operations.filter((step) => step.kind === "gate" && step.gate === "gphase");
      expect(summary.rotations).toBe(angles.length - phases.length);
    }
    const closed = circuitSummary(circuit, { basis: "clifford+t", boxes: "closed" });
    expect([closed.gates["turn"], closed.rotations]).toEqual([1, 2]);
  });

  it("keeps open parameters open in a gate set", () => {
    const circuit = new Circuit(2).crx(parameter("theta"), 0, 1);
    expect(circuitSummary(circuit, { basis: "rz+sx+cx" }).parameters).toEqual(["theta"]);
  });

  it("refuses gate sets that are none, or that cannot express a gate", () => {
    expect(() => circuitSummary(bell, { basis: "clifford" as never })).toThrow(
      /expected a gate set, got "clifford"; use one of clifford\+t, u\+cx, rz\+sx\+cx/,
    );
    expect(() => circuitSummary(bell, { basis: ["cx"] })).toThrow(RangeError);
    expect(() => circuitSummary(bell, { basis: ["knot"] as never })).toThrow(/name of a gate/);
    expect(() => circuitSummary(bell, { basis: "u+cx", ancillas: [0] })).toThrow(
      /ancillas that nothing uses/,
    );
  });
});
