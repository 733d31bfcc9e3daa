import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Circuit } from "../../src/circuit/circuit.ts";
import {
  type ComplexMatrix,
  identityMatrix,
  kroneckerProduct,
  largestDifference,
  multiply,
} from "../../src/circuit/complex-matrix.ts";
import { countGates } from "../../src/circuit/counts/count-gates.ts";
import { expand } from "../../src/circuit/expand.ts";
import { flatten } from "../../src/circuit/flatten.ts";
import { unitary } from "../../src/circuit/unitary.ts";
import { anyAngle, anyCircuit, names } from "../support/circuit-arbitrary.ts";
import { engineMatrix } from "../support/engine-matrix.ts";

const runs = { numRuns: 60, seed: 7 };

function expectSame(a: ComplexMatrix, b: ComplexMatrix): void {
  expect(largestDifference(a, b)).toBeLessThan(1e-12);
}

/** The matrix that exchanges basis states as qubits are renumbered, k to `to[k]`. */
function renumbered(matrix: ComplexMatrix, to: readonly number[]): ComplexMatrix {
  const moved = (state: number) => to.reduce((sum, place, k) => sum + ((state >> k) & 1) * 2 ** place, 0);
  const result = identityMatrix(matrix.size);
  for (let r = 0; r < matrix.size; r++) {
    for (let c = 0; c < matrix.size; c++) {
      const at = moved(r) * matrix.size + moved(c);
      result.re[at] = matrix.re[r * matrix.size + c];
      result.im[at] = matrix.im[r * matrix.size + c];
    }
  }
  return result;
}

describe("circuits of any steps", () => {
  it("act the same multiplied out and on the engine", () => {
    fc.assert(
      fc.property(anyCircuit(4), (circuit) => {
        expectSame(engineMatrix(circuit), unitary(circuit));
      }),
      runs,
    );
  });

  it("are undone by their inverse, whose inverse they are", () => {
    fc.assert(
      fc.property(anyCircuit(3), (circuit) => {
        expectSame(unitary(circuit.append(circuit.inverse())), identityMatrix(8));
        expectSame(unitary(circuit.inverse().inverse()), unitary(circuit));
        expect(countGates(circuit.inverse().inverse(), { boxes: "closed" })).toEqual(
          countGates(circuit, { boxes: "closed" }),
        );
      }),
      runs,
    );
  });

  it("give the same matrix whether parameters are bound before or in two goes, and none unbound", () => {
    fc.assert(
      fc.property(anyCircuit(3, { open: true }), anyAngle, anyAngle, (circuit, alpha, beta) => {
        const values = Object.fromEntries(
          [alpha, beta]
            .map((value, k) => [names[k], value] as const)
            .filter(([name]) => circuit.parameters.includes(name)),
        );
        const bound = circuit.bind(values);
        expect(bound.parameters).toEqual([]);
        const [first] = circuit.parameters;
        if (first !== undefined) {
          const half = circuit.bind({ [first]: values[first] });
          const rest = Object.fromEntries(half.parameters.map((name) => [name, values[name]]));
          expectSame(unitary(half.bind(rest)), unitary(bound));
          expect(() => unitary(circuit)).toThrow(/use bind/);
        }
        const inverse = circuit.inverse();
        const left = Object.fromEntries(inverse.parameters.map((name) => [name, values[name]]));
        expectSame(multiply(unitary(inverse.bind(left)), unitary(bound)), identityMatrix(8));
      }),
      runs,
    );
  });

  it("act the same with boxes opened, and lowered to two gate sets", () => {
    fc.assert(
      fc.property(anyCircuit(3, {}, 4), (circuit) => {
        const wanted = unitary(circuit);
        const flat = flatten(circuit);
        expect(flat.operations.some(({ kind }) => kind === "box")).toBe(false);
        expectSame(unitary(flat), wanted);
        expectSame(unitary(expand(circuit)), wanted);
        expectSame(unitary(expand(circuit, { basis: "clifford+t" })), wanted);
        expectSame(unitary(expand(circuit, { basis: "u+cx", boxes: "closed" })), wanted);
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  it("act the same in a box, and under controls on the box or on its steps", () => {
    fc.assert(
      fc.property(anyCircuit(3), fc.constantFrom(0 as const, 1 as const), (circuit, value) => {
        const boxed = new Circuit(3).box("all", circuit);
        expectSame(unitary(boxed), unitary(circuit));
        const controls = [{ qubit: 3, value }];
        expectSame(unitary(boxed.controlled(controls)), unitary(circuit.controlled(controls)));
      }),
      runs,
    );
  });

  it("act where the control holds and nowhere else", () => {
    fc.assert(
      fc.property(anyCircuit(2), (circuit) => {
        const { re, im } = unitary(circuit);
        const wanted = identityMatrix(8);
        for (let r = 0; r < 4; r++) {
          for (let c = 0; c < 4; c++) {
            wanted.re[(4 + r) * 8 + 4 + c] = re[r * 4 + c];
            wanted.im[(4 + r) * 8 + 4 + c] = im[r * 4 + c];
          }
        }
        expectSame(unitary(circuit.controlled([2])), wanted);
      }),
      runs,
    );
  });

  it("have the power of their matrix, for negative exponents too", () => {
    fc.assert(
      fc.property(anyCircuit(2), fc.integer({ min: -4, max: 4 }), (circuit, n) => {
        const step = unitary(n < 0 ? circuit.inverse() : circuit);
        let wanted = identityMatrix(4);
        for (let k = 0; k < Math.abs(n); k++) wanted = multiply(step, wanted);
        expectSame(unitary(circuit.power(n)), wanted);
        expectSame(unitary(new Circuit(2).unitary(unitary(circuit), [0, 1]).power(n)), wanted);
      }),
      runs,
    );
  });

  it("have the Kronecker product for a tensor product", () => {
    fc.assert(
      fc.property(anyCircuit(2), anyCircuit(2), (a, b) => {
        expectSame(unitary(a.tensor(b)), kroneckerProduct(unitary(a), unitary(b)));
      }),
      runs,
    );
  });

  it("have the renumbered matrix on renumbered qubits", () => {
    const anyOrder = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    fc.assert(
      fc.property(anyCircuit(3), anyOrder, (circuit, order) => {
        const wanted = renumbered(unitary(circuit), order);
        expectSame(unitary(circuit.remap(order)), wanted);
        expectSame(unitary(new Circuit(3).compose(circuit, order)), wanted);
      }),
      runs,
    );
  });

  it("survive JSON unchanged", () => {
    fc.assert(
      fc.property(anyCircuit(3, { open: true }), (circuit) => {
        const named = circuit.withRegisters({ qubitRegisters: [{ name: "data", start: 1, size: 2 }] });
        const back = Circuit.fromJSON(JSON.parse(JSON.stringify(named)));
        expect(back.operations).toEqual(withoutMinusZero(named.operations));
        expect(back.registers).toEqual(named.registers);
        expect([back.qubits, back.bits]).toEqual([named.qubits, named.bits]);
      }),
      runs,
    );
  });
});

/** JSON has no −0. */
function withoutMinusZero<T>(value: T): T {
  if (typeof value === "number") return (value === 0 ? 0 : value) as T;
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(withoutMinusZero) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutMinusZero(item)])) as T;
}
