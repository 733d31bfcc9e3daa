import { describe, expect, it } from "vitest";
import { parseQasm, type QasmLimits } from "../../../src/index.ts";
import { qasmErrorOf } from "../../support/qasm-error-of.ts";

const [two, three] = [
  'include "qelib1.inc"; qreg q[4]; creg c[3]; ',
  'OPENQASM 3.0; include "stdgates.inc"; qubit[4] q; bit[3] c; bit b; ',
];
const deep = 100_000;

describe("expressions and lists of any depth and length", () => {
  const nested = (open: string, middle: string, close: string) =>
    open.repeat(deep) + middle + close.repeat(deep);

  it.each([
    ["parentheses, version 2", `${two}rx(${nested("(", "1", ")")}) q[0];`, 1],
    ["parentheses, version 3", `${three}rx(${nested("(", "1", ")")}) q[0];`, 1],
    ["signs, version 2", `${two}rx(${"-".repeat(deep)}1) q[0];`, 1],
    ["signs, version 3", `${three}rx(${"-".repeat(deep)}1) q[0];`, 1],
    ["negations", `${three}if (${"!".repeat(deep)}b) x q[0];`, 1],
    ["function calls", `${two}rx(${nested("sin(", "1", ")")}) q[0];`, 1],
    ["powers, which associate to the right", `${two}rx(${"1^".repeat(deep)}1) q[0];`, 1],
    ["sums", `${three}rx(${"1+".repeat(deep)}1) q[0];`, 1],
    ["conditions", `${three}if (${"b && ".repeat(deep)}b) x q[0];`, 1],
    ["indices of indices", `${three}x q${"[0:3]".repeat(deep)};`, 4],
    ["inverses", `${three}${"inv @ ".repeat(deep)}x q[0];`, 1],
    ["values of a loop", `${three}for int i in {${"1,".repeat(deep)}1} x q[0];`, deep + 1],
    ["comments", `${two}${"/* x */ ".repeat(deep)}x q[0];`, 1],
    ["bits of a string", `${three}bit[${deep}] k = "${"01".repeat(deep / 2)}";`, deep / 2],
    ["digits after a point", `${two}rx(0.${"1".repeat(deep)}) q[0];`, 1],
    ["leading zeros", `${two}rx(${"0".repeat(deep)}1) q[0];`, 1],
    ["letters of a name", `${two}gate ${"g".repeat(deep)} a { x a; } ${"g".repeat(deep)} q[0];`, 1],
  ])("hold a hundred thousand %s", (_, program, length) => {
    expect(parseQasm(program).length).toBe(length);
  });

  it.each([
    ["open parentheses", `${two}rx(${"(".repeat(deep)}1`, "Q202"],
    ["open brackets", `${three}x ${"q[".repeat(deep)}`, "Q202"],
    ["operators without operands", `${three}rx(${"1 + ".repeat(deep)}) q[0];`, "Q208"],
    ["closing parentheses", `${two}rx(1${")".repeat(deep)} q[0];`, "Q201"],
    ["digits", `${two}rx(${"1".repeat(deep)}) q[0];`, "Q105"],
    ["digits of base 16", `${three}rx(0x${"F".repeat(deep)}) q[0];`, "Q105"],
    ["controls too many", `${three}${"ctrl @ ".repeat(deep)}x q[0];`, "Q402"],
    ["letters of an unknown name", `${two}${"g".repeat(deep)} q[0];`, "Q301"],
  ])("are refused at a place with a hundred thousand %s", (_, program, code) => {
    const error = qasmErrorOf(program);
    expect(error.code).toBe(code);
    expect(error.message.length).toBeLessThan(1000);
  });
});

describe("nesting of blocks, definitions and calls", () => {
  const chain = (levels: number, first: string, next: (below: string) => string) =>
    Array.from({ length: levels }, (_, k) =>
      (k === 0 ? first : next(`g${k - 1}`)).replace("NAME", `g${k}`),
    ).join(" ");

  it.each([
    ["blocks", `${three}${"{".repeat(deep)}`],
    ["branches", `${three}${"if (b) ".repeat(deep)}x q[0];`],
    ["other branches", `${three}${"if (b) x q[0]; else ".repeat(deep)}x q[0];`],
    ["loops", `${three}${"for int i in [0:0] ".repeat(deep)}x q[0];`],
    [
      "gates",
      `${two}${chain(deep, "gate NAME a { x a; }", (below) => `gate NAME a { ${below} a; }`)} g300 q[0];`,
    ],
    [
      "subroutines",
      `${three}${chain(300, "def NAME(qubit r) { x r; }", (below) => `def NAME(qubit r) { ${below}(r); }`)} g299(q[0]);`,
    ],
  ])("is refused beyond the limit: %s", (_, program) => {
    expect(qasmErrorOf(program).code).toBe("Q803");
  });

  it("is read up to the limit, which can be raised", () => {
    const program = `${three}${"{".repeat(150)}x q[0];${"}".repeat(150)}`;
    expect(parseQasm(program).length).toBe(1);
    expect(qasmErrorOf(program, { limits: { depth: 100 } }).code).toBe("Q803");
    const deeper = `${three}${"{".repeat(300)}x q[0];${"}".repeat(300)}`;
    expect(parseQasm(deeper, { limits: { depth: 300 } }).length).toBe(1);
  });
});

describe("work that a short text asks for", () => {
  const doubling = (leaf: string) =>
    Array.from(
      { length: 60 },
      (_, k) => `def f${k}(qubit r) { ${k === 0 ? leaf : `f${k - 1}(r); f${k - 1}(r);`} }`,
    ).join(" ");
  const gates = Array.from(
    { length: 60 },
    (_, k) => `gate g${k}(v) a { ${k === 0 ? "rx(v) a;" : `g${k - 1}(v + 1) a; g${k - 1}(v / 2) a;`} }`,
  ).join(" ");

  it.each([
    ["a long loop", "for int i in [0:99999999] x q[0];", "Q801"],
    ["loops without statements", "for int i in [0:99999] for int j in [0:99999] { }", "Q801"],
    ["calls that double", `${doubling("x r;")} f59(q[0]);`, "Q801"],
    ["calls that double and do nothing", `${doubling("")} f59(q[0]);`, "Q801"],
    ["gates that double, each time with other angles", `${gates} g59(0.1) q[0];`, "Q801"],
    ["powers of powers", `${"pow(9) @ ".repeat(100)}x q[0];`, "Q801"],
    ["a huge power", "pow(1000000000000) @ x q[0];", "Q801"],
    ["a loop that does not end", "int i = 0; while (i < 1) { i -= 1; }", "Q804"],
    ["many qubits", "qubit[5000] r;", "Q802"],
    ["qubits in many registers", "qubit[600] r; qubit[600] s;", "Q802"],
    ["many bits", "bit[5000] k;", "Q802"],
    ["many bits of a cast", "if (bit[5000](5) == 5) x q[0];", "Q802"],
  ])("is refused beyond its limit: %s", (_, statements, code) => {
    const limits: QasmLimits = { operations: 3000, qubits: 1000, rounds: 500 };
    expect(qasmErrorOf(three + statements, { limits }).code).toBe(code);
  });

  it("is counted by operations that are written out", () => {
    const program = `${three}for int i in [0:99] { x q; }`;
    expect(parseQasm(program, { limits: { operations: 400 } }).length).toBe(400);
    expect(qasmErrorOf(program, { limits: { operations: 399 } }).code).toBe("Q801");
  });

  it("that includes ask for is limited too", () => {
    const include = (name: string) => `include "${name}x";`;
    expect(qasmErrorOf('include "a";', { include }).code).toBe("Q702");
  });
});
