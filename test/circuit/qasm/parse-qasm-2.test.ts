import { describe, expect, it } from "vitest";
import { largestDifference } from "../../../src/circuit/complex-matrix.ts";
import { Circuit, parseQasm, unitary } from "../../../src/index.ts";

const library = 'include "qelib1.inc"; ';

function angleOf(expression: string): unknown {
  const [step] = parseQasm(`${library}qreg q[1]; rx(${expression}) q[0];`).operations;
  return step.kind === "gate" ? step.parameters[0] : undefined;
}

describe("expressions of OpenQASM 2", () => {
  it.each([
    [".5", 0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["1.5E-3", 0.0015],
    [".5e+1", 5],
    ["pi", Math.PI],
    ["-pi/2", -Math.PI / 2],
    ["1/2", 0.5],
    ["1+2*3", 7],
    ["(1+2)*3", 9],
    ["8-4-2", 2],
    ["8/4/2", 1],
    ["2^3^2", 512],
    ["-2^2", -4],
    ["2^-1", 0.5],
    ["-2*-3", 6],
    ["--1", 1],
    ["+1", 1],
    ["2*-(3)", -6],
    ["sin(pi/2)+cos(0)", 2],
    ["sqrt(ln(exp(4)))", 2],
    ["tan(0)+asin(0)+acos(1)+atan(0)", 0],
    ["12345678901234567890", 12345678901234567e3],
  ])("reads %s", (expression, value) => {
    expect(angleOf(expression)).toBeCloseTo(value, 12);
  });
});

/** A program, and the circuit that it means. */
const programs: readonly (readonly [what: string, program: string, circuit: Circuit])[] = [
  ["a Bell pair", `OPENQASM 2.0;\n${library}qreg q[2]; h q[0]; cx q[0],q[1];`, new Circuit(2).h(0).cx(0, 1)],
  [
    "the built-in gates",
    "qreg q[2]; U(0.1,0.2,0.3) q[0]; CX q[0],q[1];",
    new Circuit(2).u(0.1, 0.2, 0.3, 0).cx(0, 1),
  ],
  ["a gate over a register", `${library}qreg q[3]; h q;`, new Circuit(3).h(0).h(1).h(2)],
  ["a gate over two registers", "qreg a[2]; qreg b[2]; CX a,b;", new Circuit(4).cx(0, 2).cx(1, 3)],
  ["a qubit with a register", "qreg a[1]; qreg b[2]; CX a[0],b;", new Circuit(3).cx(0, 1).cx(0, 2)],
  ["a register with a qubit", "qreg a[1]; qreg b[2]; CX b,a[0];", new Circuit(3).cx(1, 0).cx(2, 0)],
  ["u0, the identity", `${library}qreg q[1]; u0(3) q[0];`, new Circuit(1).id(0)],
  ["empty parentheses", `${library}qreg q[1]; h() q[0];`, new Circuit(1).h(0)],
  [
    "comments and empty statements",
    "// one\nqreg q[1];; /* two\n */ U(0,0,0) q[0]; // three",
    new Circuit(1).u(0, 0, 0, 0),
  ],
];

describe("programs of OpenQASM 2", () => {
  it.each(programs)("reads %s", (_, program, circuit) => {
    const read = parseQasm(program);
    expect(read.operations).toEqual(circuit.operations);
    expect(read.qubits).toBe(circuit.qubits);
  });

  it("keeps the names and places of registers", () => {
    const { registers, qubits, bits } = parseQasm("qreg a[2]; creg c[3]; qreg b[1]; creg d[1];");
    expect([qubits, bits]).toEqual([3, 4]);
    expect(registers.qubitRegisters.map(({ name, start, size }) => [name, start, size])).toEqual([
      ["a", 0, 2],
      ["b", 2, 1],
    ]);
    expect(registers.bitRegisters.map(({ name, start, size }) => [name, start, size])).toEqual([
      ["c", 0, 3],
      ["d", 3, 1],
    ]);
  });

  it("measures and resets elements and whole registers", () => {
    const { operations } = parseQasm("qreg q[2]; creg c[2]; measure q -> c; measure q[0] -> c[1]; reset q;");
    expect(operations).toEqual([
      { kind: "measure", qubit: 0, bit: 0 },
      { kind: "measure", qubit: 1, bit: 1 },
      { kind: "measure", qubit: 0, bit: 1 },
      { kind: "reset", qubit: 0 },
      { kind: "reset", qubit: 1 },
    ]);
  });

  it("puts barriers across what they name", () => {
    expect(parseQasm("qreg a[2]; qreg b[2]; barrier a,b[1];").operations).toEqual([
      { kind: "barrier", qubits: [0, 1, 3] },
    ]);
  });

  it("makes the statement after if depend on a register as a number", () => {
    const { operations } = parseQasm(`${library}qreg q[2]; creg c[3]; if (c==5) x q;`);
    expect(operations).toMatchObject([
      {
        kind: "conditional",
        condition: { kind: "equals", bits: [0, 1, 2], value: 5 },
        operations: [
          { gate: "x", qubits: [0] },
          { gate: "x", qubits: [1] },
        ],
        otherwise: [],
      },
    ]);
  });

  it("compares wide registers exactly", () => {
    const [step] = parseQasm(
      `${library}qreg q[1]; creg c[60]; if (c==1152921504606846975) x q[0];`,
    ).operations;
    const condition = step.kind === "conditional" ? step.condition : undefined;
    expect(condition).toMatchObject({
      kind: "and",
      left: { value: 2 ** 50 - 1 },
      right: { value: 2 ** 10 - 1 },
    });
  });

  it("leaves out what depends on a value that the register cannot have, after checking it", () => {
    expect(parseQasm(`${library}qreg q[1]; creg c[2]; if (c==4) x q[0];`).length).toBe(0);
  });

  it("makes boxes of gates that the program defines", () => {
    const text = `${library}gate g(t,u) a,b { cx a,b; rz(t*u/2) b; barrier a,b; } qreg q[3]; g(2,pi) q[2],q[0];`;
    expect(parseQasm(text).operations).toEqual([
      {
        kind: "box",
        label: "g",
        qubits: [2, 0],
        operations: new Circuit(2).cx(0, 1).rz(Math.PI, 1).barrier(0, 1).operations,
        controls: [],
      },
    ]);
  });

  it("shares the body between calls with the same numbers", () => {
    const { operations } = parseQasm(`${library}gate g(t) a { rx(t) a; } qreg q[2]; g(1) q; g(2) q[0];`);
    const bodies = operations.map((step) => (step.kind === "box" ? step.operations : undefined));
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).not.toBe(bodies[2]);
  });

  it("lets a program define gates that the paper's library lacks", () => {
    const [step] = parseQasm(
      `${library}gate rzz(t) a,b { cx a,b; u1(t) b; cx a,b; } qreg q[2]; rzz(1) q[0],q[1];`,
    ).operations;
    expect(step.kind).toBe("box");
  });

  it("keeps such a gate when the library is included after it", () => {
    const [step] = parseQasm(
      `gate rzz(t) a,b { CX a,b; } ${library} qreg q[2]; rzz(1) q[0],q[1];`,
    ).operations;
    expect(step.kind).toBe("box");
  });

  it("declares opaque gates", () => {
    expect(parseQasm("opaque g(a,b) q,r; qreg q[1];").length).toBe(0);
  });

  it("includes the library twice, and other files through the resolver", () => {
    const asked: string[] = [];
    const include = (name: string) => {
      asked.push(name);
      return "gate flip a { U(pi,0,pi) a; }";
    };
    const read = parseQasm(`${library}${library}include 'flip.inc'; qreg q[1]; flip q[0];`, { include });
    expect(largestDifference(unitary(read), unitary(new Circuit(1).x(0)))).toBeLessThan(1e-15);
    expect(asked).toEqual(["flip.inc"]);
  });

  it("starts after a byte order mark", () => {
    expect(parseQasm("\ufeffOPENQASM 2.0; qreg q[1];").qubits).toBe(1);
  });
});

/** The definitions of qelib1.inc in terms of U and CX, against which the gates of the table are held. */
const definitions: readonly (readonly [gate: string, parameters: number, definition: string])[] = [
  ["x a", 0, "U(pi,0,pi) a;"],
  ["y a", 0, "U(pi,pi/2,pi/2) a;"],
  ["z a", 0, "U(0,0,pi) a;"],
  ["h a", 0, "U(pi/2,0,pi) a;"],
  ["s a", 0, "U(0,0,pi/2) a;"],
  ["sdg a", 0, "U(0,0,-pi/2) a;"],
  ["t a", 0, "U(0,0,pi/4) a;"],
  ["tdg a", 0, "U(0,0,-pi/4) a;"],
  ["sx a", 0, "sdg a; h a; sdg a;"],
  ["rx a", 1, "U(t,-pi/2,pi/2) a;"],
  ["ry a", 1, "U(t,0,0) a;"],
  ["rz a", 1, "U(0,0,t) a;"],
  ["p a", 1, "U(0,0,t) a;"],
  ["cz a,b", 0, "h b; cx a,b; h b;"],
  ["cy a,b", 0, "sdg b; cx a,b; s b;"],
  ["swap a,b", 0, "cx a,b; cx b,a; cx a,b;"],
  ["cp a,b", 1, "u1(t/2) a; cx a,b; u1(-t/2) b; cx a,b; u1(t/2) b;"],
  ["crz a,b", 1, "u1(t/2) b; cx a,b; u1(-t/2) b; cx a,b;"],
  ["cry a,b", 1, "ry(t/2) b; cx a,b; ry(-t/2) b; cx a,b;"],
  ["crx a,b", 1, "u1(pi/2) b; cx a,b; u3(-t/2,0,0) b; cx a,b; u3(t/2,-pi/2,0) b;"],
  ["csx a,b", 0, "h b; cu1(pi/2) a,b; h b;"],
  ["rzz a,b", 1, "cx a,b; u1(t) b; cx a,b;"],
  ["rxx a,b", 1, "h a; h b; cx a,b; rz(t) b; cx a,b; h a; h b;"],
  ["cswap a,b,c", 0, "cx c,b; ccx a,b,c; cx c,b;"],
  [
    "ccx a,b,c",
    0,
    "h c; cx b,c; tdg c; cx a,c; t c; cx b,c; tdg c; cx a,c; t b; t c; h c; cx a,b; t a; tdg b; cx a,b;",
  ],
  [
    "rccx a,b,c",
    0,
    "u2(0,pi) c; u1(pi/4) c; cx b,c; u1(-pi/4) c; cx a,c; u1(pi/4) c; cx b,c; u1(-pi/4) c; u2(0,pi) c;",
  ],
];

describe("gates of qelib1.inc", () => {
  it.each(definitions)(
    "%s acts like its definition, up to a global phase",
    (gate, parameters, definition) => {
      const [name, qubits] = gate.split(" ");
      const operands = qubits.split(",").map((_, k) => `q[${k}]`);
      const angle = parameters === 1 ? "(0.7)" : "";
      const prologue = `${library}gate defined${parameters === 1 ? "(t)" : ""} ${qubits} { ${definition} } qreg q[${operands.length}]; `;
      const direct = unitary(parseQasm(`${prologue}${name}${angle} ${operands};`));
      const written = unitary(parseQasm(`${prologue}defined${angle} ${operands};`));
      // The largest entry of each decides the phase between them.
      const at = direct.re.findIndex((re, k) => Math.hypot(re, direct.im[k]) > 0.4);
      const phase = Math.atan2(direct.im[at], direct.re[at]) - Math.atan2(written.im[at], written.re[at]);
      const turned = unitary(
        parseQasm(`${prologue}defined${angle} ${operands};`).gate("gphase", [phase], []),
      );
      expect(largestDifference(direct, turned)).toBeLessThan(1e-14);
    },
  );
});
