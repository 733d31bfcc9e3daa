import {
  add,
  bignumber,
  type Complex,
  complex,
  expm,
  fraction,
  identity,
  type MathCollection,
  type Matrix,
  matrix,
  multiply,
  sparse,
  unit,
} from "mathjs";
import { describe, expect, it } from "vitest";
import {
  complexFromMathjs,
  fromMathjs,
  stateToMathjs,
  toMathjs,
} from "../../../src/adapters/mathjs/index.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import {
  Circuit,
  DenseMatrix,
  gateMatrix,
  LimitError,
  RowClassMatrix,
  seededRandom,
  simulate,
  unitary,
} from "../../../src/index.ts";
import { randomCircuit } from "../../support/random-circuit.ts";

describe("toMathjs and back", () => {
  it("keeps every bit of a complex matrix, row by row", () => {
    const source = unitary(randomCircuit(3, 20, seededRandom(1)));
    const there = toMathjs(source);
    expect(there.size()).toEqual([8, 8]);
    expect((there.get([1, 2]) as Complex).im).toBe(source.im[1 * 8 + 2]);
    expect(largestDifference(complexFromMathjs(there), source)).toBe(0);
  });

  it("keeps real matrices, with identical rows written out", () => {
    const dense = new DenseMatrix(2, 3, Float64Array.of(1, 2, 3, 4, 5, 6));
    expect(toMathjs(dense).toArray()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(fromMathjs(toMathjs(dense))).toEqual(dense);
    const classes = new RowClassMatrix([
      { count: 2, row: Float64Array.of(1, 0) },
      { count: 1, row: Float64Array.of(0, 1) },
    ]);
    expect(fromMathjs(toMathjs(classes))).toEqual(new DenseMatrix(3, 2, Float64Array.of(1, 0, 1, 0, 0, 1)));
  });

  it("refuses what would fill the memory, before anything is made", () => {
    expect(() => toMathjs(new RowClassMatrix([{ count: 2 ** 40, row: Float64Array.of(1) }]))).toThrow(
      LimitError,
    );
  });
});

describe("mathjs as a second opinion", () => {
  it("multiplies a circuit out to the same state", () => {
    const circuit = randomCircuit(3, 15, seededRandom(2));
    const start = simulate(new Circuit(3));
    const product = multiply(toMathjs(unitary(circuit)), stateToMathjs(start)) as Matrix;
    const { re, im } = simulate(circuit);
    (product.toArray() as Complex[]).forEach((value, k) => {
      expect(Math.hypot(value.re - re[k], value.im - im[k])).toBeLessThan(1e-14);
    });
  });

  it("exponentiates Pauli X to the gate rx", () => {
    const x = toMathjs(gateMatrix("x"));
    const rotation = expm(multiply(complex(0, -0.15), x) as Matrix) as unknown as Matrix;
    expect(largestDifference(complexFromMathjs(rotation), gateMatrix("rx", [0.3]))).toBeLessThan(1e-14);
  });
});

describe("fromMathjs", () => {
  it("takes numbers of every kind, sparse matrices, nested arrays and vectors", () => {
    const mixed = [
      [1, bignumber("0.5")],
      [fraction(1, 4), complex(3, 0)],
    ] as unknown as MathCollection;
    expect(fromMathjs(mixed)).toEqual(new DenseMatrix(2, 2, Float64Array.of(1, 0.5, 0.25, 3)));
    expect(
      fromMathjs(
        sparse([
          [0, 2],
          [3, 0],
        ]),
      ),
    ).toEqual(new DenseMatrix(2, 2, Float64Array.of(0, 2, 3, 0)));
    expect(fromMathjs(matrix([1, 2]))).toEqual(new DenseMatrix(2, 1, Float64Array.of(1, 2)));
    expect(fromMathjs(add(identity(2), 1) as Matrix)).toEqual(
      new DenseMatrix(2, 2, Float64Array.of(2, 1, 1, 2)),
    );
  });

  it.each<[string, unknown, typeof TypeError | typeof RangeError]>([
    ["a number", 3, TypeError],
    ["text", [["1"]], TypeError],
    ["units", [[unit("3 cm")]], TypeError],
    ["three dimensions", [[[1]]], TypeError],
    ["a row that is none", [[1], 2], TypeError],
    ["a complex entry", [[complex(1, 1)]], RangeError],
    ["NaN", [[Number.NaN]], RangeError],
    ["nothing", [], RangeError],
    ["rows of unequal length", [[1, 2], [3]], RangeError],
  ])("refuses %s", (_, source, kind) => {
    expect(() => fromMathjs(source as MathCollection)).toThrow(kind);
  });

  it("refuses a matrix that is not square where one is needed", () => {
    expect(() => complexFromMathjs([[1, 2]] as MathCollection)).toThrow(RangeError);
    expect(() => complexFromMathjs([[complex(Number.NaN, 0)]] as unknown as MathCollection)).toThrow(
      RangeError,
    );
  });
});
