import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { fromQuirk, type QuirkCircuit } from "../../../src/adapters/quirk/index.ts";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { fourierMatrix } from "../../../src/circuit/operation-matrix.ts";
import { Circuit, LimitError, simulate, unitary } from "../../../src/index.ts";

interface Fixture {
  readonly name: string;
  readonly circuit: QuirkCircuit;
  readonly qubits: number;
  readonly re: number[];
  readonly im: number[];
}

const fixtures = JSON.parse(
  readFileSync(join(resolve(import.meta.dirname, "../../fixtures/quirk"), "cirq-matrices.json"), "utf8"),
) as { cases: Fixture[] };

const one = (cell: unknown) => fromQuirk(JSON.stringify({ cols: [[cell]] }));

describe("fromQuirk", () => {
  it.each(fixtures.cases.map((fixture) => [fixture.name, fixture] as const))(
    "gives the matrix that Cirq gives: %s",
    (_, { circuit, qubits, re, im }) => {
      const read = fromQuirk(circuit);
      expect(read.qubits).toBe(qubits);
      const matrix = { size: 2 ** qubits, re: Float64Array.from(re), im: Float64Array.from(im) };
      expect(largestDifference(unitary(read), matrix)).toBeLessThan(1e-14);
    },
  );

  it("reads addresses as they are and encoded, JSON, and parsed JSON", () => {
    const circuit = { cols: [["H"], ["•", "X"]] };
    const json = JSON.stringify(circuit);
    const bell = new Circuit(2).h(0).cx(0, 1);
    for (const source of [
      circuit,
      json,
      `https://algassert.com/quirk#circuit=${json}`,
      `https://algassert.com/quirk#circuit=${encodeURIComponent(json)}`,
    ]) {
      expect(largestDifference(unitary(fromQuirk(source)), unitary(bell))).toBeLessThan(1e-15);
    }
  });

  it("reads a Fourier transform with the top wire as low bit and plus sign", () => {
    expect(largestDifference(unitary(one("QFT3")), fourierMatrix(8, 1))).toBeLessThan(1e-14);
    expect(largestDifference(unitary(one("QFT†3")), fourierMatrix(8, -1))).toBeLessThan(1e-14);
    const gradient = unitary(one("PhaseGradient2"));
    expect([0, 1, 2, 3].map((k) => Math.atan2(gradient.im[k * 5], gradient.re[k * 5]))).toEqual(
      [0, 1, 2, 3].map((k) => expect.closeTo((k * Math.PI) / 4, 14)),
    );
  });

  it("starts wires in the states that are named", () => {
    const circuit = fromQuirk({ cols: [], init: [0, 1, "+", "-", "i", "-i"] });
    const { re, im } = simulate(circuit);
    const amplitude = (bits: string) => {
      const index = Number.parseInt([...bits].reverse().join(""), 2);
      return [re[index], im[index]].map((x) => Math.round(x * 4000) / 1000);
    };
    expect(amplitude("010000")).toEqual([1, 0]);
    expect(amplitude("011000")).toEqual([1, 0]);
    expect(amplitude("010100")).toEqual([-1, 0]);
    expect(amplitude("010010")).toEqual([0, 1]);
    expect(amplitude("010001")).toEqual([0, -1]);
    expect(amplitude("000000")).toEqual([0, 0]);
  });

  it("measures wire k into bit k, after the gates of its column", () => {
    const circuit = fromQuirk({ cols: [["H", "Measure"], ["Measure"]] });
    expect(circuit.operations.filter(({ kind }) => kind === "measure")).toEqual([
      { kind: "measure", qubit: 1, bit: 1 },
      { kind: "measure", qubit: 0, bit: 0 },
    ]);
  });

  it("leaves displays out and keeps the wires they cover", () => {
    const circuit = fromQuirk({ cols: [["H"], ["Amps3"], ["Bloch", "Chance", "Density"], ["•"]] });
    expect(circuit.operations).toHaveLength(1);
    expect(circuit.qubits).toBe(3);
  });

  it.each<[string, unknown, string]>([
    ["a gate of the time", "X^t", "X^t"],
    ["post-selection", "|0⟩⟨0|", "|0⟩⟨0|"],
    ["arithmetic", "inc3", "inc3"],
    ["inputs", "inputA2", "inputA2"],
    ["parity controls", "zpar", "zpar"],
    ["detectors", "ZDetectControlReset", "ZDetectControlReset"],
    ["an unknown gate", "~nothing", "~nothing"],
    ["a formula of the time", { id: "Rxft", arg: "pi t" }, "the time t"],
    ["a complex angle", { id: "Rxft", arg: "i" }, "a real formula"],
    ["an angle for a gate without one", { id: "H", arg: "1" }, "leave arg out"],
    ["an angle that is no text", { id: "Rxft", arg: {} }, "a formula"],
    ["a gate without a name", {}, "the id of a gate"],
    ["a number", 7, "an object"],
    ["a matrix that is not unitary", { id: "~m", matrix: "{{1,0},{0,2}}" }, "unitary"],
    ["a matrix of three rows", { id: "~m", matrix: "{{1,0,0},{0,1,0},{0,0,1}}" }, "2, 4, 8 or 16"],
  ])("refuses %s by name", (_, cell, why) => {
    expect(() => one(cell)).toThrow(why);
  });

  it.each<[string, unknown, string]>([
    ["text that is no JSON", "{", "expected JSON"],
    ["an address without circuit", "https://algassert.com/quirk", "expected JSON"],
    ["a list", "[]", "the circuit to be an object"],
    ["no columns", "{}", "cols to be a list"],
    ["a column that is no list", '{"cols":[1]}', "cols[0] to be a list"],
    ["half a swap", '{"cols":[["Swap","H"]]}', "two halves of a swap"],
    ["three halves of a swap", '{"cols":[["Swap","Swap","Swap"]]}', "two halves of a swap"],
    ["a controlled measurement", '{"cols":[["•","Measure"]]}', "without controls"],
    ["a state that is none", '{"cols":[],"init":["0"]}', "init[0]"],
    ["a gate without id", '{"cols":[],"gates":[{"matrix":"{{1,0},{0,1}}"}]}', "an id"],
    ["a gate that does nothing known", '{"cols":[],"gates":[{"id":"~a"}]}', "a matrix or a circuit"],
    [
      "a gate that measures",
      '{"cols":[],"gates":[{"id":"~a","circuit":{"cols":[["Measure"]]}}]}',
      "without measurement",
    ],
    ["17 wires", JSON.stringify({ cols: [[...new Array(16).fill(1), "H"]] }), "at most 16 wires"],
  ])("refuses %s", (_, source, why) => {
    expect(() => fromQuirk(source as string)).toThrow(why);
  });

  it("stops gates made of gates before they fill the memory", () => {
    const gates = [{ id: "~0", circuit: { cols: [["H"]] } }];
    for (let k = 1; k < 40; k++) {
      gates.push({ id: `~${k}`, circuit: { cols: [[`~${k - 1}`], [`~${k - 1}`]] } });
    }
    expect(() => fromQuirk({ cols: [["~39"]], gates })).toThrow(LimitError);
  });
});
