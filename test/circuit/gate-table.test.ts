import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import {
  adjoint,
  type ComplexEntry,
  complexMatrix,
  identityMatrix,
  largestDifference,
  multiply,
  unitarityDefect,
} from "../../src/circuit/complex-matrix.ts";
import { gateMatrix } from "../../src/circuit/gate-matrix.ts";
import { type GateName, gateOf, gateTable } from "../../src/circuit/gate-table.ts";
import { type GateAlias, gateAliases } from "../../src/circuit/gates/gate-aliases.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { definedMatrix } from "../support/gate-definitions.ts";

const angles = [0.3, -1.1, 2.7, 0.8];
const gates = Object.entries(gateTable);

describe("every gate of the table", () => {
  it.each(gates)("%s is filed under its name, with a description", (name, gate) => {
    expect(gate.name).toBe(name);
    expect(gate.description.length).toBeGreaterThan(3);
  });

  it.each(gates)("%s has a unitary matrix of 2^qubits rows", (name, gate) => {
    const matrix = gateMatrix(name, angles.slice(0, gate.parameters.length));
    expect(matrix.size).toBe(2 ** gate.qubits);
    expect(unitarityDefect(matrix)).toBeLessThan(1e-15);
  });

  it.each(gates)("%s is undone by its inverse, which is in the table", (name, gate) => {
    const parameters = angles.slice(0, gate.parameters.length);
    const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
    const circuit = new Circuit(gate.qubits).gate(name as GateName, parameters, qubits);
    const product = multiply(unitary(circuit.inverse()), gateMatrix(name, parameters));
    expect(largestDifference(product, identityMatrix(product.size))).toBeLessThan(1e-15);
    expect(gateOf(gate.inverse.gate).controls).toBe(gate.controls);
  });

  it.each(gates)(
    "%s acts as the libraries of OpenQASM and Qiskit define it, phase included",
    (name, gate) => {
      for (const turn of [0, 1, 2]) {
        const parameters = gate.parameters.map((_, k) => angles[(k + turn) % 4] + turn);
        const wanted = definedMatrix(name, parameters, gate.qubits);
        expect(largestDifference(gateMatrix(name, parameters), wanted)).toBeLessThan(1e-14);
      }
    },
  );

  it.each(gates.filter(([, gate]) => gate.controls > 0))("%s is its base under controls", (name, gate) => {
    const parameters = angles.slice(0, gate.parameters.length);
    const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
    const [controls, targets] = [qubits.slice(0, gate.controls), qubits.slice(gate.controls)];
    const base = parameters.slice(0, gateOf(gate.base).parameters.length);
    // Of all controlled gates only cu has a parameter more than its base: a phase of its own.
    const phase = parameters
      .slice(base.length)
      .reduce((c, angle) => c.gphase(angle), new Circuit(gate.qubits));
    const circuit = phase.gate(gate.base as GateName, base, targets).controlled(controls);
    expect(largestDifference(unitary(circuit), gateMatrix(name, parameters))).toBeLessThan(1e-15);
  });

  it.each(gates)("%s says truly whether it is Hermitian", (name, gate) => {
    const matrix = gateMatrix(name, angles.slice(0, gate.parameters.length));
    expect(largestDifference(matrix, adjoint(matrix)) < 1e-15).toBe(gate.hermitian);
  });

  it.each(gates)("%s says truly how it treats basis states", (name, gate) => {
    const { size, re, im } = gateMatrix(name, angles.slice(0, gate.parameters.length));
    const entries = Array.from(re, (value, k) => ({
      row: Math.floor(k / size),
      column: k % size,
      re: value,
      im: im[k],
    }));
    const nonzero = entries.filter((entry) => entry.re !== 0 || entry.im !== 0);
    const diagonal = nonzero.every(({ row, column }) => row === column);
    const permutation = nonzero.every((entry) => entry.re === 1 && entry.im === 0);
    expect(gate.action).toBe(diagonal ? "diagonal" : permutation ? "permutation" : "general");
  });
});

describe("gate matrices, as they stand in textbooks", () => {
  const i: ComplexEntry = [0, 1];
  const r = Math.SQRT1_2;
  const [c, s] = [Math.cos(0.15), Math.sin(0.15)];
  const known: [string, number[], ComplexEntry[][]][] = [
    [
      "cx",
      [],
      [
        [1, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 1, 0],
        [0, 1, 0, 0],
      ],
    ],
    [
      "ch",
      [],
      [
        [1, 0, 0, 0],
        [0, r, 0, r],
        [0, 0, 1, 0],
        [0, r, 0, -r],
      ],
    ],
    [
      "cy",
      [],
      [
        [1, 0, 0, 0],
        [0, 0, 0, [0, -1]],
        [0, 0, 1, 0],
        [0, i, 0, 0],
      ],
    ],
    [
      "cz",
      [],
      [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, -1],
      ],
    ],
    [
      "swap",
      [],
      [
        [1, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 1, 0, 0],
        [0, 0, 0, 1],
      ],
    ],
    [
      "iswap",
      [],
      [
        [1, 0, 0, 0],
        [0, 0, i, 0],
        [0, i, 0, 0],
        [0, 0, 0, 1],
      ],
    ],
    [
      "ry",
      [0.3],
      [
        [c, -s],
        [s, c],
      ],
    ],
    [
      "rx",
      [0.3],
      [
        [c, [0, -s]],
        [[0, -s], c],
      ],
    ],
    [
      "rz",
      [0.3],
      [
        [[c, -s], 0],
        [0, [c, s]],
      ],
    ],
    [
      "cry",
      [0.3],
      [
        [1, 0, 0, 0],
        [0, c, 0, -s],
        [0, 0, 1, 0],
        [0, s, 0, c],
      ],
    ],
    [
      "sx",
      [],
      [
        [
          [0.5, 0.5],
          [0.5, -0.5],
        ],
        [
          [0.5, -0.5],
          [0.5, 0.5],
        ],
      ],
    ],
    ["gphase", [0.15], [[[c, s]]]],
  ];
  it.each(known)("%s(%j)", (name, parameters, rows) => {
    expect(largestDifference(gateMatrix(name, parameters), complexMatrix(rows))).toBeLessThan(1e-15);
  });

  const squares: [string, string][] = [
    ["sx", "x"],
    ["s", "z"],
    ["t", "s"],
    ["sdg", "z"],
    ["csx", "cx"],
    ["cs", "cz"],
  ];
  it.each(squares)("%s squared is %s", (root, square) => {
    const matrix = gateMatrix(root);
    expect(largestDifference(multiply(matrix, matrix), gateMatrix(square))).toBeLessThan(1e-15);
  });
});

describe("gateAliases", () => {
  it.each(Object.entries(gateAliases))("%s is another name of %s", (alias, name) => {
    const gate = gateOf(name);
    const parameters = angles.slice(0, gate.parameters.length);
    const qubits = Array.from({ length: gate.qubits }, (_, k) => k);
    const circuit = new Circuit(gate.qubits).gate(alias as GateAlias, parameters, qubits);
    expect(circuit.operations).toEqual([{ kind: "gate", gate: name, parameters, qubits, controls: [] }]);
    expect(Object.hasOwn(gateTable, alias)).toBe(false);
  });

  it("reach all gates of the standard libraries", () => {
    const qelib1 = `u3 u2 u1 cx id u0 u p x y z h s sdg t tdg rx ry rz sx sxdg cz cy swap ch ccx cswap crx cry crz cu1
      cp cu3 csx cu rxx rzz rccx rc3x c3x c3sqrtx c4x U CX`;
    const stdgates = `p x y z h s sdg t tdg sx rx ry rz cx cy cz cp crx cry crz ch swap ccx cswap cu CX phase cphase id
      u1 u2 u3 U gphase`;
    const qiskit = "dcx ecr iswap r ryy rzx xx_minus_yy xx_plus_yy cs csdg ccz rcccx c3sx";
    const names = `${qelib1} ${stdgates} ${qiskit}`.split(/\s+/);
    const known = (name: string) => Object.hasOwn(gateTable, name) || Object.hasOwn(gateAliases, name);
    expect(names.filter((name) => !known(name))).toEqual([]);
  });
});

describe("gateOf", () => {
  it("refuses a name that is not in the table, also one that every object has", () => {
    expect(() => gateOf("cnot")).toThrow(/expected the name of a gate, got "cnot"/);
    expect(() => gateOf("toString")).toThrow(RangeError);
  });
});
