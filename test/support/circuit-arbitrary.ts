import fc from "fast-check";
import { Circuit } from "../../src/circuit/circuit.ts";
import type { Control } from "../../src/circuit/control.ts";
import { type GateName, gateTable } from "../../src/circuit/gate-table.ts";
import type { Operation } from "../../src/circuit/operation.ts";
import {
  minus,
  negative,
  over,
  type Parameter,
  parameter,
  plus,
  times,
} from "../../src/circuit/parameter.ts";

/** The names that occur in open parameters. */
export const names = ["alpha", "beta"] as const;

/** An angle between −7 and 7, often a multiple of π/4. */
export const anyAngle: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -9, max: 9 }).map((k) => (k * Math.PI) / 4),
  fc.double({ min: -7, max: 7, noNaN: true }),
);

/** An expression over the names that is finite for all values. */
export const anyExpression: fc.Arbitrary<Parameter> = fc.letrec<{ node: Parameter }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...names).map((name): Parameter => parameter(name)),
    anyAngle,
    fc
      .tuple(fc.constantFrom(plus, minus, times), tie("node"), tie("node"))
      .map(([operation, a, b]) => operation(a, b)),
    tie("node").map(negative),
    tie("node").map((a) => over(a, 2)),
  ),
})).node;

/** What kinds of steps a generated circuit may have. */
export interface CircuitKinds {
  /** Angles with open parameters (default false). */
  readonly open?: boolean;
  /** Tables, oracles, reflections, Fourier transforms (default true). */
  readonly wide?: boolean;
  /** How many boxes may be nested (default 2). */
  readonly boxes?: number;
}

/** A circuit of unitary steps on so many qubits. */
export function anyCircuit(qubits: number, kinds: CircuitKinds = {}, maxLength = 6): fc.Arbitrary<Circuit> {
  return fc.array(anyStep(qubits, kinds), { maxLength }).map((steps) => new Circuit(qubits, 0, steps));
}

/** A unitary step on so many qubits, often under controls. */
export function anyStep(qubits: number, kinds: CircuitKinds = {}): fc.Arbitrary<Operation> {
  const { open = false, wide = true, boxes = 2 } = kinds;
  const list: fc.Arbitrary<Operation>[] = [anyGate(qubits, open)];
  if (wide && qubits > 0) list.push(anyWide(qubits));
  if (boxes > 0) list.push(anyBox(qubits, { ...kinds, boxes: boxes - 1 }));
  return fc.oneof(...list);
}

function anyGate(qubits: number, open: boolean): fc.Arbitrary<Operation> {
  const fitting = (Object.keys(gateTable) as GateName[]).filter((name) => gateTable[name].qubits <= qubits);
  return fc.constantFrom(...fitting).chain((gate) => {
    const { parameters, qubits: needed } = gateTable[gate];
    const angle = open ? anyExpression : anyAngle;
    return fc
      .tuple(
        fc.array(angle, { minLength: parameters.length, maxLength: parameters.length }),
        placesAndControls(qubits, needed),
      )
      .map(([angles, [places, controls]]) => ({
        kind: "gate",
        gate,
        parameters: angles,
        qubits: places,
        controls,
      }));
  });
}

function anyWide(qubits: number): fc.Arbitrary<Operation> {
  return fc.integer({ min: 1, max: Math.min(3, qubits) }).chain((width) =>
    fc
      .tuple(
        placesAndControls(qubits, width),
        fc.constantFrom("qft", "reflectUniform", "phaseOracle", "lookup"),
        anyAngle,
        fc.array(fc.nat(2 ** width - 1), { minLength: 4, maxLength: 4 }),
      )
      .map(([[places, controls], kind, angle, values]): Operation => {
        switch (kind) {
          case "qft":
            return { kind, qubits: places, inverse: angle < 0, controls };
          case "reflectUniform":
            return { kind, qubits: places, alpha: angle, controls };
          case "phaseOracle": {
            const marked = Uint32Array.from(new Set(values)).sort();
            return { kind, qubits: places, marked, phase: angle, controls };
          }
          default: {
            const inputs = places.slice(0, width - 1);
            const table = Uint32Array.from({ length: 2 ** inputs.length }, (_, k) => values[k] % 2);
            return { kind: "lookup", inputs, outputs: places.slice(width - 1), table, controls };
          }
        }
      }),
  );
}

function anyBox(qubits: number, kinds: CircuitKinds): fc.Arbitrary<Operation> {
  return fc.integer({ min: 0, max: Math.min(3, qubits) }).chain((width) =>
    fc
      .tuple(
        placesAndControls(qubits, width),
        anyCircuit(width, kinds, 3),
        fc.constantFrom("A", "step", "B†"),
      )
      .map(
        ([[places, controls], body, label]): Operation => ({
          kind: "box",
          label,
          qubits: places,
          operations: body.operations,
          controls,
        }),
      ),
  );
}

/** Distinct qubits for a step, and controls of either sign on some of the others. */
function placesAndControls(qubits: number, needed: number): fc.Arbitrary<[number[], Control[]]> {
  const order = fc.shuffledSubarray(
    Array.from({ length: qubits }, (_, k) => k),
    { minLength: qubits },
  );
  const signs = fc.array(fc.constantFrom(undefined, undefined, 0 as const, 1 as const), {
    minLength: qubits,
    maxLength: qubits,
  });
  return fc.tuple(order, signs).map(([places, values]) => [
    places.slice(0, needed),
    places.slice(needed).flatMap((qubit, k) => {
      const value = values[k];
      return value === undefined ? [] : [{ qubit, value }];
    }),
  ]);
}
