import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { countGates } from "../../../src/circuit/counts/count-gates.ts";
import { gateTable } from "../../../src/circuit/gate-table.ts";
import type { Operation } from "../../../src/circuit/operation.ts";
import { operationBits, operationQubits } from "../../../src/circuit/operation-qubits.ts";
import { circuitLayout } from "../../../src/presentation/diagram/circuit-layout.ts";
import type { CircuitLayout } from "../../../src/presentation/diagram/layout-types.ts";
import { diagramSamples, everythingCircuit } from "../../support/diagram-samples.ts";

const seeds = Array.from({ length: 40 }, (_, k) => k + 1);

/** All operations, those inside branches, loops and (if open) boxes included. */
function allOperations(operations: readonly Operation[], open: boolean): Operation[] {
  return operations.flatMap((step) => {
    if (step.kind === "conditional") {
      return [step, ...allOperations([...step.operations, ...step.otherwise], open)];
    }
    if (step.kind === "while" || (open && step.kind === "box"))
      return [step, ...allOperations(step.operations, open)];
    return [step];
  });
}

function drawnOperations({ cells, frames }: CircuitLayout): Operation[] {
  return [
    ...cells.flatMap(({ operation, condition }) =>
      condition === undefined ? [operation] : [operation, condition],
    ),
    ...frames.map(({ operation }) => operation),
  ];
}

function byName(operations: readonly Operation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const step of operations) {
    const name = step.kind === "gate" ? step.gate : step.kind;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe("circuitLayout", () => {
  it("shows every operation once, by name, with boxes closed and open", () => {
    for (const seed of seeds) {
      const circuit = everythingCircuit(seed, 60);
      for (const boxes of ["closed", "open"] as const) {
        const layout = circuitLayout(circuit, { boxes });
        expect(byName(drawnOperations(layout)), `seed ${seed}`).toEqual(
          byName(allOperations(circuit.operations, boxes === "open")),
        );
      }
    }
  });

  it("shows as many gates as countGates counts", () => {
    const circuit = diagramSamples.fourier.tensor(diagramSamples.bell);
    expect(byName(circuitLayout(circuit).cells.map(({ operation }) => operation))).toEqual(
      countGates(circuit),
    );
  });

  it("draws every gate of the table", () => {
    const names = Object.keys(gateTable);
    const drawn = new Set(
      seeds.flatMap((seed) =>
        circuitLayout(everythingCircuit(seed * 17, 60), { boxes: "open" }).cells.map(({ operation }) =>
          operation.kind === "gate" ? operation.gate : "",
        ),
      ),
    );
    expect(names.filter((name) => !drawn.has(name as never))).toEqual([]);
  });

  it("lets no two symbols of a column meet, nor a symbol the side of a frame", () => {
    for (const seed of seeds) {
      const { cells, frames, rows, columns } = circuitLayout(everythingCircuit(seed, 60), { boxes: "open" });
      const taken = new Set<number>();
      const take = (column: number, top: number, bottom: number) => {
        for (let row = top; row <= bottom; row++) {
          const place = column * rows.length + row;
          expect(taken.has(place), `seed ${seed}, column ${column}, row ${row}`).toBe(false);
          taken.add(place);
        }
      };
      for (const { column, top, bottom } of cells) {
        expect(column).toBeLessThan(columns);
        take(column, top, bottom);
      }
      for (const { from, to, divider, top, bottom } of frames) {
        for (const side of [from, divider, to]) if (side !== undefined) take(side, top, bottom);
      }
    }
  });

  it("keeps the order of operations that share a qubit or a bit", () => {
    for (const seed of seeds) {
      const circuit = everythingCircuit(seed, 60);
      const { cells, frames } = circuitLayout(circuit);
      const columns = new Map<Operation, [number, number]>();
      for (const { operation, condition, column } of cells) {
        columns.set(condition ?? operation, [column, column]);
      }
      for (const { operation, from, to } of frames) columns.set(operation, [from, to]);
      const last = new Map<string, number>();
      for (const step of circuit.operations) {
        const [from, to] = columns.get(step) as [number, number];
        const bits = step.kind === "gate" || "controls" in step ? [] : operationBits(step);
        const wires = new Set([...operationQubits(step).map((k) => `q${k}`), ...bits.map((k) => `c${k}`)]);
        for (const wire of wires) {
          expect(from, `seed ${seed}`).toBeGreaterThan(last.get(wire) ?? -1);
          last.set(wire, to);
        }
      }
    }
  });

  it("keeps what is inside a frame between its sides", () => {
    const { frames, cells } = circuitLayout(diagramSamples.flow);
    const [outer, inner] = frames.slice(1);
    expect(inner.from).toBeGreaterThan(outer.from);
    expect(inner.to).toBeLessThan(outer.to);
    expect(outer.below).toBe(1);
    const divider = frames[0].divider as number;
    const column = (name: string) =>
      cells.find(({ operation }) => operation.kind === "gate" && operation.gate === name)?.column ?? -1;
    expect(column("x")).toBeLessThan(divider);
    expect(column("z")).toBeGreaterThan(divider);
  });

  it("draws one gate under a condition on equality as a symbol, anything more as a frame", () => {
    const layout = circuitLayout(diagramSamples.teleportation);
    expect(layout.frames).toEqual([]);
    expect(layout.cells.filter(({ condition }) => condition !== undefined)).toHaveLength(2);
    const two = new Circuit(1).measure(0).when([0], 1, (c) => c.x(0).z(0));
    expect(circuitLayout(two).frames).toHaveLength(1);
  });

  it("puts qubit 0 on top, or the last qubit if reversed, and classical registers below", () => {
    const names = (reverse: boolean) =>
      circuitLayout(diagramSamples.registers, { reverse }).rows.map(({ name }) => name);
    expect(names(false)).toEqual([
      "counting_register[0]",
      "counting_register[1]",
      "counting_register[2]",
      "target[0]",
      "target[1]",
      "out",
      "flag",
    ]);
    expect(names(true).slice(0, 2)).toEqual(["target[1]", "target[0]"]);
    expect(circuitLayout(diagramSamples.teleportation).rows.map(({ name }) => name)).toEqual([
      "q0",
      "q1",
      "q2",
      "c",
    ]);
  });

  it("gives phases of no qubit a row of their own, only where there are some", () => {
    const kinds = (circuit: Circuit) => circuitLayout(circuit).rows.map(({ kind }) => kind);
    expect(kinds(new Circuit(1).gate("gphase", [1], []))).toEqual(["phase", "qubit"]);
    expect(kinds(new Circuit(1).gate("gphase", [1], [], [0]))).toEqual(["qubit"]);
    expect(kinds(new Circuit(0).gate("gphase", [1], []))).toEqual(["phase"]);
    expect(kinds(new Circuit(1, 1).when([0], 1, (c) => c.gate("gphase", [1], [])))).toEqual([
      "phase",
      "qubit",
      "bits",
    ]);
    expect(kinds(new Circuit(1).box("b", new Circuit(1).h(0).gate("gphase", [1], []), [0]))).toEqual([
      "qubit",
    ]);
  });

  it("numbers moments and leaves out the sides of frames", () => {
    const { moments } = circuitLayout(
      new Circuit(1)
        .measure(0)
        .when([0], 1, (c) => c.x(0).z(0))
        .h(0),
    );
    expect(moments).toEqual([0, undefined, 1, 2, undefined, 3]);
  });

  it("starts a new line after so many moments", () => {
    const circuit = new Circuit(1).onEach("h", [0]).repeat(10);
    expect(circuitLayout(circuit, { foldAt: 4 }).lines).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 8 },
      { from: 8, to: 10 },
    ]);
    expect(circuitLayout(circuit).lines).toEqual([{ from: 0, to: 10 }]);
  });

  it("lays out empty circuits", () => {
    expect(circuitLayout(new Circuit(0))).toMatchObject({ rows: [], columns: 0, cells: [] });
    expect(circuitLayout(new Circuit(3, 2))).toMatchObject({ columns: 0, cells: [], frames: [] });
    const nothing = {
      kind: "conditional",
      condition: { kind: "constant", value: true },
      operations: [],
      otherwise: [],
    } as const;
    expect(circuitLayout(new Circuit(0, 0, [nothing])).frames).toHaveLength(1);
    expect(circuitLayout(new Circuit(2, 0, [nothing])).frames).toHaveLength(1);
  });

  it("lays out ten thousand operations, on one line or on ten thousand", () => {
    let circuit = new Circuit(12);
    for (let k = 0; k < 10_000; k++) circuit = circuit.cx(k % 12, (k + 1 + (k % 11)) % 12);
    const layout = circuitLayout(circuit, { foldAt: 1 });
    expect(layout.cells).toHaveLength(10_000);
    expect(layout.lines).toHaveLength(layout.columns);
  });

  it("refuses options that mean nothing", () => {
    expect(() => circuitLayout(diagramSamples.bell, { foldAt: 0 })).toThrow(/whole number of moments/);
    expect(() => circuitLayout(diagramSamples.bell, { foldAt: 2.5 })).toThrow(RangeError);
    expect(() => circuitLayout(diagramSamples.bell, { boxes: "ajar" as never })).toThrow(/closed or open/);
  });
});
