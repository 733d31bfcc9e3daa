import { describe, expect, it } from "vitest";
import { Circuit, exportQasm, type Operation, parseQasm, run, seededRandom } from "../../../src/index.ts";
import { qasmErrorOf } from "../../support/qasm-error-of.ts";

const prelude = 'OPENQASM 3.0; include "stdgates.inc"; ';

/** Phase estimation of p(2π k/2^n) on |1⟩ by one qubit, the lowest bit of k first, with the known bits in an angle. */
const iterative = `${prelude}
  const int n = 5; input int k; qubit q; qubit r; angle[n] c; x r;
  for int i in [0:n - 1] {
    reset q; h q;
    ctrl @ pow(1 << (n - 1 - i)) @ p(2 * pi * k / 32.0) q, r;
    inv @ p(c) q;
    h q;
    measure q -> c[n - 1];
    if_last
  }`;

/** The operations without their frozen parts, to compare with what is written out. */
function plain(operations: readonly Operation[]): unknown {
  return JSON.parse(JSON.stringify(operations));
}

function countsOf(text: string, inputs: Readonly<Record<string, number>> = {}) {
  return run(parseQasm(text, { inputs }), { shots: 8, random: seededRandom(1) }).counts;
}

describe("angles of measured bits", () => {
  it("estimates a phase exactly, bit by bit", () => {
    // What is known so far moves down by one place before each further bit.
    const text = iterative.replace("if_last", "if (i < n - 1) c >>= 1;");
    for (const k of [0, 1, 6, 19, 31]) {
      const { counts } = run(parseQasm(text, { inputs: { k } }), { shots: 6, random: seededRandom(k) });
      expect(counts).toEqual({ [k.toString(2).padStart(5, "0")]: 6 });
    }
  });

  it("turn by what each bit stands for if it is 1", () => {
    const { operations } = parseQasm(
      `${prelude}qubit[2] q; angle[3] a; measure q[0] -> a[1]; a[2] = measure q[0]; rx(a) q[1]; ctrl @ inv @ pow(2) @ rz(a) q;`.replace(
        "rz(a) q;",
        "rz(a) q[0], q[1];",
      ),
    );
    const bits = new Circuit(2, 3).measure(0, 1).measure(0, 2);
    const expected = [0, 1, 2].reduce((circuit, k) => {
      return circuit.when([k], 1, (body) => body.rx((Math.PI / 4) * 2 ** k, 1));
    }, bits);
    expect(plain(operations.slice(0, 5))).toEqual(plain(expected.operations));
    const last = operations.slice(5);
    expect(last.map((step) => step.kind)).toEqual(["conditional", "conditional", "conditional"]);
  });

  it("has the name of the variable as its register, and the value it had before", () => {
    const text = `${prelude}qubit q; angle[4] a = 5 * pi / 8; x q; a[1] = measure q;`;
    expect(countsOf(text)).toEqual({ "0111": 8 });
    expect(exportQasm(parseQasm(text))).toContain("bit[4] a;");
  });

  it("shifts, is assigned to as a whole, and gives its bits to what asks for them", () => {
    const start = `${prelude}qubit q; bit[4] b; angle[4] a; x q; measure q -> a[0];`;
    expect(countsOf(`${start} a <<= 2; b = bit[4](a);`)).toEqual({ "01000100": 8 });
    expect(countsOf(`${start} a = pi; b[0] = a[3];`)).toEqual({ "10000001": 8 });
    expect(countsOf(`${start} a[1:2] = "11"; if (a[2]) b[3] = 1;`)).toEqual({ "01111000": 8 });
    expect(countsOf(`${start} a = a >> 1;`)).toEqual({ "00000000": 8 });
  });

  it("starts at 0, with a remark where it is read first", () => {
    const notes: string[] = [];
    const text = `${prelude}qubit q;\nangle[4] a;\np(a) q; p(a) q;`;
    const { operations } = parseQasm(text, {
      onNote: ({ line, message }) => notes.push(`${line}: ${message}`),
    });
    expect(plain(operations)).toEqual(plain(new Circuit(1).p(0, 0).p(0, 0).operations));
    expect(notes[0]).toBe("3: a has no value yet; its bits are 0, as those of a register");
    expect(qasmErrorOf(`${prelude}qubit q; angle a; p(a) q;`).code).toBe("Q509");
  });

  it("is written out and read again", () => {
    const circuit = parseQasm(iterative.replace("if_last", "c >>= 1;"), { inputs: { k: 11 } });
    expect(plain(parseQasm(exportQasm(circuit)).operations)).toEqual(plain(circuit.operations));
  });

  const start = "qubit[2] q; bit b; angle[4] a; measure q[0] -> a[0];";
  it.each([
    ["a gate of more angles", "u2(a, 0.0) q[0];", "Q603"],
    ["a gate that the program defines", "gate g(t) r { rz(t) r; } g(a) q[0];", "Q603"],
    ["a power that is no whole number", "pow(0.5) @ rz(a) q[0];", "Q603"],
    ["arithmetic", "rz(2 * a) q[0];", "Q603"],
    ["a function", "rz(sin(a)) q[0];", "Q603"],
    ["a copy", "angle[4] d = a;", "Q603"],
    ["another size", "b = bit[1](a);", "Q501"],
    ["a condition", "if (a) x q[0];", "Q501"],
    ["a comparison", "if (a == pi) x q[0];", "Q501"],
    ["a place outside", "a[4] = measure q[0];", "Q404"],
    ["a qubit twice, though no bit can be 1", "a = 0.0; ctrl @ rz(angle[4](0.0)) q[0], q[0];", "Q403"],
    [
      "an angle that is measured into too late",
      "b = measure q[0]; angle[2] d; if (b) measure q[0] -> d[0];",
      "Q603",
    ],
  ])("refuses %s", (_, statements, code) => {
    expect(qasmErrorOf(`${prelude}${start} ${statements}`).code).toBe(code);
  });
});
