import { describe, expect, it } from "vitest";
import { Circuit, type Operation, off, seededRandom, simulate } from "../../../../src/index.ts";
import {
  moveStep,
  placedSteps,
  placeStep,
  removeStep,
  replaceStep,
  stepAt,
  toggleControl,
  withQubits,
} from "../../../../src/web/panels/circuit/edit-circuit.ts";

const h = (qubit: number): Operation => ({
  kind: "gate",
  gate: "h",
  parameters: [],
  qubits: [qubit],
  controls: [],
});

/** Gates on random wires, some of them over several. */
function randomCircuit(seed: number): Circuit {
  const random = seededRandom(seed);
  let circuit = new Circuit(4);
  for (let k = 0; k < 20; k++) {
    const [a, b] = [random.integer(4), random.integer(3)];
    const other = b >= a ? b + 1 : b;
    circuit =
      random.uniform() < 0.5 ? circuit.rx(random.uniform(), a) : circuit.cry(random.uniform(), a, other);
  }
  return circuit;
}

describe("editing a diagram", () => {
  it("finds every step at its place", () => {
    const circuit = randomCircuit(1);
    for (const { index, from, top } of placedSteps(circuit)) {
      expect(stepAt(circuit, { qubit: top, column: from })?.index).toBe(index);
    }
  });

  it("leaves the state as it is when a step takes its own place, whatever the order of columns", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const circuit = randomCircuit(seed);
      const again = replaceStep(circuit, 7, [circuit.operations[7]]);
      expect(simulate(again).fidelity(simulate(circuit))).toBeCloseTo(1, 12);
    }
  });

  it("counts a branch as one step and looks past what is inside", () => {
    const circuit = new Circuit(3, 2)
      .measure(0, 0)
      .if({ kind: "compare", bits: [0], operator: "!=", value: 0 }, (body) => body.h(1).cx(1, 2))
      .x(2)
      .h(0);
    const steps = placedSteps(circuit);
    expect(steps.map(({ operation }) => operation)).toEqual([...circuit.operations]);
    expect(stepAt(circuit, { qubit: 1, column: steps[1].from + 1 })?.index).toBe(1);
    expect(stepAt(circuit, { qubit: 2, column: steps[2].from })?.index).toBe(2);
  });

  it("puts a gate between what stands left and right of it, or in the place of what stands there", () => {
    const circuit = new Circuit(2).x(0).z(0);
    const between = placeStep(circuit, { qubit: 1, column: 0 }, h(1));
    expect(between.length).toBe(3);
    const instead = placeStep(circuit, { qubit: 0, column: 1 }, h(0));
    expect(simulate(instead).fidelity(simulate(new Circuit(2).x(0).h(0)))).toBeCloseTo(1, 12);
    expect(removeStep(circuit, { qubit: 0, column: 0 }).operations).toEqual(new Circuit(2).z(0).operations);
    expect(removeStep(circuit, { qubit: 1, column: 0 })).toBe(circuit);
  });

  it("adds a control and takes it away again; a gate has none on its own wire", () => {
    const circuit = new Circuit(2).x(0);
    const controlled = toggleControl(circuit, { qubit: 1, column: 0 }, 0);
    expect(controlled.operations).toEqual(new Circuit(2).control([off(1)], (body) => body.x(0)).operations);
    expect(toggleControl(controlled, { qubit: 1, column: 0 }, 0).operations).toEqual(circuit.operations);
    expect(toggleControl(circuit, { qubit: 0, column: 0 }, 1)).toBe(circuit);
    expect(toggleControl(circuit, { qubit: 1, column: 4 }, 1)).toBe(circuit);
  });

  it("moves a step with all its wires, and not over the edge", () => {
    const circuit = new Circuit(3).cx(0, 1);
    const moved = moveStep(circuit, { qubit: 0, column: 0 }, { qubit: 1, column: 0 });
    expect(moved.operations).toEqual(new Circuit(3).cx(1, 2).operations);
    expect(moveStep(moved, { qubit: 1, column: 0 }, { qubit: 2, column: 0 })).toBe(moved);
  });

  it("adds a wire, and takes one away that nothing stands on", () => {
    const circuit = Circuit.withRegisters([["a", 2]]).h(0);
    expect(withQubits(circuit, 3)?.qubits).toBe(3);
    expect(withQubits(circuit, 1)?.qubits).toBe(1);
    expect(withQubits(circuit, 0)).toBeUndefined();
  });
});
