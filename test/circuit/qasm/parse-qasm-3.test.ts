import { describe, expect, it } from "vitest";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { Circuit, off, parseQasm, run, seededRandom, unitary } from "../../../src/index.ts";

const prelude = 'OPENQASM 3.0; include "stdgates.inc"; ';

function angleOf(expression: string, before = ""): unknown {
  const { operations } = parseQasm(`${prelude}${before} qubit w; rx(${expression}) w;`);
  const step = operations[operations.length - 1];
  return step.kind === "gate" ? step.parameters[0] : undefined;
}

function conditionOf(expression: string): unknown {
  const { operations } = parseQasm(`${prelude}qubit w; bit b; bit[3] c; bit[3] d; if (${expression}) x w;`);
  const step = operations[operations.length - 1];
  return step?.kind === "conditional" ? step.condition : step?.kind === "gate";
}

describe("expressions of OpenQASM 3", () => {
  it.each([
    ["1_000.5e-1_0", 1000.5e-10],
    ["0x1F + 0b11 + 0o17", 49],
    ["π/2 + τ - pi*2", Math.PI / 2],
    ["ℇ - euler", 0],
    ["-2**2", -4],
    ["2.0**-1", 0.5],
    ["2**3**2", 512],
    ["7 % 4", 3],
    ["int(7/2)", 3],
    ["mod(-7, 4)", 1],
    ["pow(2, 10)", 1024],
    ["floor(2.7) + ceiling(2.1)", 5],
    ["arcsin(1) + arccos(1) + arctan(0)", Math.PI / 2],
    ["log(exp(2))", 2],
    ["popcount(37)", 3],
    ['popcount("1011")', 3],
    ["1 << 4 | 3", 19],
    ["6 & 3 ^ 1", 3],
    ["~5", -6],
    ["int(2.9)", 2],
    ["uint[4](20)", 4],
    ["int[4](9)", -7],
    ['uint("101")', 5],
    ["float(3)/2", 1.5],
    ["int(true)", 1],
    ["angle[4](7*pi/8 + pi/8)", Math.PI],
    ["rotl(uint[6](37), 3)", 44],
    ["rotr(uint[6](37), 3)", 44],
  ])("reads %s", (expression, value) => {
    expect(angleOf(expression)).toBeCloseTo(value, 12);
  });

  it.each([
    ["const int[32] n = 4; const float k = pi / n;", "k * 2", Math.PI / 2],
    ["int n = 3; n += 2; n *= n; n -= 1;", "n", 24],
    ["uint[8] n = 1; n <<= 3;", "n", 8],
    ["angle[4] a = 7 * (pi / 8); angle[4] b = pi / 8;", "a + b", Math.PI],
    ["angle[4] a = 7 * (pi / 8); angle[4] b = pi / 8;", "b - a", (5 * Math.PI) / 4],
    ["angle[4] a = 7 * (pi / 8); uint[4] two = 2;", "a / two", (3 * Math.PI) / 8],
    ["int m = 0; for int i in [1:4] { if (i == 3) continue; m += i; }", "m", 7],
    ["int m = 0; for int i in {1, 5, 10} { m += i; if (m > 5) break; }", "m", 6],
    ["int m = 1; while (m < 100) m *= 3;", "m", 243],
    ["int m = 0; for int i in [3:-1:1] m = m * 10 + i;", "m", 321],
    ['int m = 0; for bit k in "1101" { if (k) m += 1; }', "m", 3],
    ["def f(float a, int k) -> float { return a * k; }", "f(0.5, 3)", 1.5],
  ])("runs %s", (before, expression, value) => {
    expect(angleOf(expression, before)).toBeCloseTo(value, 12);
  });
});

describe("conditions of OpenQASM 3", () => {
  const one = (bit: number, value = 1) => ({ kind: "equals", bits: [bit], value });

  it.each([
    ["b", one(0)],
    ["!b", one(0, 0)],
    ["~b", one(0, 0)],
    ["b == 0", one(0, 0)],
    ["b == false", one(0, 0)],
    ["1 == c[2]", one(3)],
    ["c == 5", { kind: "equals", bits: [1, 2, 3], value: 5 }],
    ['c == "101"', { kind: "equals", bits: [1, 2, 3], value: 5 }],
    ["c != 5", { kind: "not", of: { kind: "equals", bits: [1, 2, 3], value: 5 } }],
    ["int[3](c) == 7", { kind: "equals", bits: [1, 2, 3], value: 7 }],
    ["uint(c) < 3", { kind: "compare", bits: [1, 2, 3], operator: "<", value: 3 }],
    ["3 > uint[3](c)", { kind: "compare", bits: [1, 2, 3], operator: "<", value: 3 }],
    ["c[0:1] == 2", { kind: "equals", bits: [1, 2], value: 2 }],
    ["b && c[0]", { kind: "and", left: one(0), right: one(1) }],
    ["b || c[0]", { kind: "or", left: one(0), right: one(1) }],
    ["b ^ c[0]", { kind: "xor", left: one(0), right: one(1) }],
    ["true", true],
    ["c < 8", true],
    ["c == 8", false],
    ["1 < 2 && 3 == 3", true],
  ])("reads %s", (expression, condition) => {
    const got = conditionOf(expression);
    if (typeof condition === "boolean") expect(got ?? false).toBe(condition);
    else expect(got).toEqual(condition);
  });

  it("compares two registers bit by bit", () => {
    const text = `${prelude}qubit w; bit[2] c = "10"; bit[2] d = "10"; bit e; if (c == d) e = true;`;
    expect(Object.keys(run(parseQasm(text), { shots: 3, random: seededRandom(1) }).counts)).toEqual([
      "11010",
    ]);
  });
});

/** Statements, and the circuit on four qubits that they mean. */
const meanings: readonly (readonly [what: string, statements: string, circuit: Circuit])[] = [
  ["a control", "ctrl @ h q[0], q[1];", new Circuit(4).control([0], (body) => body.h(1))],
  ["a negative control", "negctrl @ x q[0], q[1];", new Circuit(4).control([off(0)], (body) => body.x(1))],
  [
    "controls in order",
    "ctrl(2) @ negctrl @ x q[3], q[1], q[0], q[2];",
    new Circuit(4).control([3, 1, off(0)], (body) => body.x(2)),
  ],
  ["an inverse", "inv @ s q[0]; inv @ rx(0.3) q[1];", new Circuit(4).sdg(0).rx(-0.3, 1)],
  [
    "an inverse under a control",
    "ctrl @ inv @ t q[0], q[1];",
    new Circuit(4).control([0], (body) => body.tdg(1)),
  ],
  [
    "a power",
    "pow(3) @ t q[0]; pow(-2) @ s q[1]; pow(0) @ x q[2];",
    new Circuit(4).t(0).t(0).t(0).sdg(1).sdg(1),
  ],
  ["a root of z", "pow(0.5) @ z q[0];", new Circuit(4).s(0)],
  ["a root of x", "pow(0.5) @ x q[0];", new Circuit(4).sx(0)],
  ["a root of y, twice", "pow(0.5) @ y q[0]; pow(0.5) @ y q[0];", new Circuit(4).y(0)],
  [
    "a third of u, three times",
    "pow(1/3.0) @ U(1, 2, 3) q[0]; pow(1/3.0) @ U(1, 2, 3) q[0]; pow(1/3.0) @ U(1, 2, 3) q[0];",
    new Circuit(4).u(1, 2, 3, 0),
  ],
  [
    "a root of a controlled gate",
    "pow(0.5) @ cx q[0], q[1]; pow(0.5) @ cx q[0], q[1];",
    new Circuit(4).cx(0, 1),
  ],
  ["a root of swap", "pow(0.5) @ swap q[0], q[1]; pow(0.5) @ swap q[0], q[1];", new Circuit(4).swap(0, 1)],
  [
    "a root of a defined gate",
    "gate g a { h a; s a; } pow(0.5) @ g q[0]; pow(0.5) @ g q[0];",
    new Circuit(4).h(0).s(0),
  ],
  ["a fraction of a rotation", "pow(0.25) @ rz(1.0) q[2];", new Circuit(4).rz(0.25, 2)],
  ["a global phase", "gphase(pi/3);", new Circuit(4).gphase(Math.PI / 3)],
  ["a controlled global phase", "ctrl @ gphase(pi/3) q[1];", new Circuit(4).p(Math.PI / 3, 1)],
  [
    "a global phase in a gate",
    "gate g a { gphase(0.4); x a; } ctrl @ g q[0], q[1];",
    new Circuit(4).p(0.4, 0).cx(0, 1),
  ],
  ["an alias", "let r = q[0:1] ++ q[3]; x r; let s2 = r[2]; h s2;", new Circuit(4).x(0).x(1).x(3).h(3)],
  [
    "slices",
    "x q[1:2]; h q[{0, 3}]; y q[-1]; z q[0:2:3];",
    new Circuit(4).x(1).x(2).h(0).h(3).y(3).z(0).z(2),
  ],
  ["open slices", "x q[2:]; h q[:1]; z q[::2];", new Circuit(4).x(2).x(3).h(0).h(1).z(0).z(1).z(2)],
  ["a loop", "for uint i in [0:2] cx q[i], q[i + 1];", new Circuit(4).cx(0, 1).cx(1, 2).cx(2, 3)],
  [
    "a loop in a gate",
    "gate g(a) v, w { for int i in [1:2] rx(a * i) w; } g(0.2) q[0], q[1];",
    new Circuit(4).rx(0.2, 1).rx(0.4, 1),
  ],
  ["a decided branch", "const int n = 2; if (n == 2) x q[0]; else y q[0];", new Circuit(4).x(0)],
  [
    "a subroutine",
    "def f(qubit[2] r, angle a) { rx(a) r[0]; cx r[0], r[1]; } f(q[2:3], 0.5);",
    new Circuit(4).rx(0.5, 2).cx(2, 3),
  ],
  [
    "a reversal over whole halves",
    "const int n = 4; for int i in [0:n/2-1] swap q[i], q[n-1-i];",
    new Circuit(4).swap(0, 3).swap(1, 2),
  ],
  ["trailing commas of the grammar", "cx q[0], q[1],; rx(0.5,) q[0];", new Circuit(4).cx(0, 1).rx(0.5, 0)],
  ["what comes before the end", "x q[0]; end; x q[1];", new Circuit(4).x(0)],
  ["the old declarations", "qreg r[1]; creg c[1]; x q[0];", new Circuit(5).x(0)],
];

describe("programs of OpenQASM 3", () => {
  it.each(meanings)("reads %s", (_, statements, circuit) => {
    const read = parseQasm(`${prelude}qubit[4] q; ${statements}`);
    expect(largestDifference(unitary(read), unitary(circuit))).toBeLessThan(1e-12);
  });

  it.each(["OPENQASM 3;", "OPENQASM 3.0;", "OPENQASM 3.1;", ""])("begins with “%s”", (line) => {
    expect(parseQasm(`${line} include "stdgates.inc"; qubit w; h w;`).operations).toEqual(
      new Circuit(1).h(0).operations,
    );
  });

  it("takes the version of a program without a version line from the options", () => {
    expect(parseQasm("qreg q[2]; U(π, 0, 0) q[0];", { version: 3 }).qubits).toBe(2);
  });

  it.each([
    ["qubit[2] q;", 3],
    ["gate turn(θ) a { U(θ, 0, 0) a; } qreg q[1];", 3],
    ["gate twice a { inv @ U(0.2, 0, 0) a; } qreg q[1];", 3],
    ["// qubit\nqreg q[1]; creg c[1]; if (c == 1) U(0, 0, 0) q[0];", 2],
    ["gate bit a { } qreg q[1]; bit q[0];", 3],
    ["gate turn(theta) a { U(theta, 0, 0) a; } qreg int[1]; turn(0.1) int[0];", 2],
    ['include "stdgates.inc"; qreg q[1]; h q;', 3],
    ['include "qelib1.inc"; gate f a { h a; } qreg q[1]; f q;', 2],
    ["", 2],
  ] as const)("without a version line, “%s” is of version %i", (text, version) => {
    const read = (options: { version?: 2 | 3 }) => {
      try {
        return parseQasm(text, options).operations;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(read({})).toEqual(read({ version }));
    // Most of them are wrong in the other version.
    if (text !== "" && !text.includes("qelib1"))
      expect(read({ version: version === 2 ? 3 : 2 })).toBeTypeOf(/if/.test(text) ? "object" : "string");
  });

  it("numbers physical qubits as they are", () => {
    const read = parseQasm(`${prelude}cx $2, $0;`);
    expect([read.qubits, read.operations]).toEqual([3, new Circuit(3).cx(2, 0).operations]);
  });

  it("measures in both forms, at the declaration, and without bits", () => {
    const text = `${prelude}qubit[2] q; bit[2] c; c = measure q; measure q[1] -> c[0]; bit d = measure q[0]; measure q[1];`;
    const read = parseQasm(text);
    expect(read.bits).toBe(4);
    expect(
      read.operations.map((step) => (step.kind === "measure" ? [step.qubit, step.bit] : step.kind)),
    ).toEqual([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 2],
      [1, 3],
    ]);
  });

  it("keeps an input without a value as a parameter, and takes a value that is given", () => {
    const text = `${prelude}input float v; input uint[8] n; qubit w; for uint i in [1:n] rx(v * i + pi / 2) w;`;
    const symbolic = parseQasm(text, { inputs: { n: 2 } });
    expect(symbolic.parameters).toEqual(["v"]);
    const bound = parseQasm(text, { inputs: { n: 2, v: 0.3 } });
    expect(symbolic.bind({ v: 0.3 }).operations).toEqual(bound.operations);
  });

  it("carries parameters into defined gates", () => {
    const text =
      `${prelude}input float v; gate g(a) w { rx(sin(a) / 2) w; } qubit w; ctrl @ g(2 * v) w, w2;`.replace(
        "qubit w;",
        "qubit w; qubit w2;",
      );
    const read = parseQasm(text).bind({ v: 0.4 });
    const expected = new Circuit(2).crx(Math.sin(0.8) / 2, 0, 1);
    expect(largestDifference(unitary(read), unitary(expected))).toBeLessThan(1e-15);
  });

  it("makes branches of the circuit where measured bits decide", () => {
    const read = parseQasm(
      `${prelude}qubit[2] q; bit b; b = measure q[0]; if (b) { x q[1]; } else { h q[1]; }`,
    );
    expect(read.operations[1]).toEqual({
      kind: "conditional",
      condition: { kind: "equals", bits: [0], value: 1 },
      operations: new Circuit(2).x(1).operations,
      otherwise: new Circuit(2).h(1).operations,
    });
  });

  it("makes loops of the circuit where measured bits decide", () => {
    const text = `${prelude}qubit w; bit b = true; while (b) { h w; b = measure w; }`;
    const read = parseQasm(text, { limits: { rounds: 77 } });
    expect(read.operations[1]).toMatchObject({
      kind: "while",
      limit: 77,
      condition: { bits: [0], value: 1 },
    });
    expect(run(read, { shots: 20, random: seededRandom(1) }).counts).toEqual({ "0": 20 });
  });

  it("assigns all bits of a register at once", () => {
    const cases: readonly (readonly [string, string])[] = [
      ['bit[3] c = "011"; c <<= 1;', "110"],
      ['bit[3] c = "110"; c >>= 1;', "011"],
      ['bit[3] c = "011"; c = rotl(c, 1);', "110"],
      ['bit[3] c = "011"; c = ~c;', "100"],
      ['bit[3] c = "011"; c ^= "110";', "101"],
      ['bit[3] c = "011"; c[0] ^= 1;', "010"],
      ['bit[3] c = "011"; c[0:1] = "10";', "010"],
    ];
    for (const [statements, bits] of cases) {
      const { counts } = run(parseQasm(`${prelude}qubit w; ${statements}`), {
        shots: 1,
        random: seededRandom(1),
      });
      expect(Object.keys(counts)[0].slice(-3)).toBe(bits);
    }
  });

  it("gives variables of type bool a bit", () => {
    const text = `${prelude}qubit w; bit b; bool done = false; x w; b = measure w; done = b == 1; if (done) x w; b = measure w;`;
    expect(run(parseQasm(text), { shots: 5, random: seededRandom(1) }).counts).toEqual({ "10": 5 });
  });

  it("returns measured bits from subroutines, each call into bits of its own", () => {
    const text = `${prelude}
      def parity(qubit[2] r) -> bit { bit p0 = measure r[0]; bit p1 = measure r[1]; return p0 ^ p1; }
      qubit[4] q; bit[2] c; x q[0]; x q[2]; x q[3]; c[0] = parity(q[0:1]); c[1] = parity(q[2:3]);`;
    const { counts } = run(parseQasm(text), { shots: 4, random: seededRandom(1) });
    expect(Object.keys(counts).map((bits) => bits.slice(-2))).toEqual(["01"]);
  });

  it("teleports", () => {
    const text = `${prelude}qubit[3] q; bit c0; bit c1; bit c2;
      U(0.3, 0.2, 0.1) q[0]; h q[1]; cx q[1], q[2]; barrier q; cx q[0], q[1]; h q[0];
      c0 = measure q[0]; c1 = measure q[1]; if (c0 == 1) z q[2]; if (c1 == 1) { x q[2]; }
      inv @ U(0.3, 0.2, 0.1) q[2]; c2 = measure q[2];`;
    const { counts } = run(parseQasm(text), { shots: 50, random: seededRandom(2) });
    for (const bits of Object.keys(counts)) expect(bits[0]).toBe("0");
  });

  it("adds numbers with the ripple-carry adder", () => {
    const text = `${prelude}
      gate majority a, b, c { cx c, b; cx c, a; ccx a, b, c; }
      gate unmaj a, b, c { ccx a, b, c; cx c, a; cx a, b; }
      qubit cin; qubit[4] a; qubit[4] b; qubit cout; bit[5] sum; input uint[4] left; input uint[4] right;
      for uint i in [0:3] { if (bool(left[i])) x a[i]; if (bool(right[i])) x b[i]; }
      majority cin, b[0], a[0];
      for uint i in [0:2] { majority a[i], b[i + 1], a[i + 1]; }
      cx a[3], cout;
      for uint i in [2:-1:0] { unmaj a[i], b[i + 1], a[i + 1]; }
      unmaj cin, b[0], a[0];
      sum[0:3] = measure b; sum[4] = measure cout;`;
    for (const [left, right] of [
      [1, 15],
      [7, 6],
      [15, 15],
      [0, 9],
    ]) {
      const circuit = parseQasm(text, { inputs: { left, right } });
      const { counts } = run(circuit, { shots: 1, random: seededRandom(1) });
      expect(Number.parseInt(Object.keys(counts)[0], 2)).toBe(left + right);
    }
  });
});

/** The definitions of stdgates.inc with global phases that make them exact for U as it is read. */
const definitions: readonly (readonly [gate: string, definition: string])[] = [
  ["p(0.7) a", "ctrl @ gphase(0.7) a;"],
  ["x a", "U(pi, 0, pi) a;"],
  ["y a", "U(pi, pi/2, pi/2) a;"],
  ["z a", "p(pi) a;"],
  ["h a", "U(pi/2, 0, pi) a;"],
  ["s a", "pow(0.5) @ z a;"],
  ["tdg a", "inv @ pow(0.5) @ s a;"],
  ["sx a", "pow(0.5) @ x a;"],
  ["rx(0.7) a", "U(0.7, -pi/2, pi/2) a;"],
  ["ry(0.7) a", "U(0.7, 0, 0) a;"],
  ["rz(0.7) a", "gphase(-0.35); U(0, 0, 0.7) a;"],
  ["crz(0.7) a, b", "ctrl @ rz(0.7) a, b;"],
  ["ch a, b", "ctrl @ h a, b;"],
  ["ccx a, b, c", "ctrl @ ctrl @ x a, b, c;"],
  ["cswap a, b, c", "ctrl @ swap a, b, c;"],
  ["cu(0.7, 0.2, 0.3, 0.4) a, b", "p(0.4) a; ctrl @ U(0.7, 0.2, 0.3) a, b;"],
  ["CX a, b", "ctrl @ U(pi, 0, pi) a, b;"],
  ["cphase(0.7) a, b", "ctrl @ phase(0.7) a, b;"],
];

describe("gates of stdgates.inc", () => {
  it.each(definitions)("%s acts like its definition, phase included", (gate, definition) => {
    const [, name, qubits] = gate.match(/^(.*?) (a.*)$/) as RegExpMatchArray;
    const operands = qubits
      .split(", ")
      .map((_, k) => `q[${k}]`)
      .join(", ");
    const prologue = `${prelude}gate defined ${qubits} { ${definition} } qubit[3] q; `;
    const direct = unitary(parseQasm(`${prologue}${name} ${operands};`));
    const written = unitary(parseQasm(`${prologue}defined ${operands};`));
    expect(largestDifference(direct, written)).toBeLessThan(1e-14);
  });
});
