import { describe, expect, it } from "vitest";
import { parseQasm, QasmError } from "../../../src/index.ts";
import { qasmErrorOf } from "../../support/qasm-error-of.ts";

const prelude = "OPENQASM 2.0;\nqreg q[5]; creg c[5]; creg cond[1];\n";

/** Every kind of token; in each place of a statement some of them can stand and the others are errors. */
const tokens =
  `OPENQASM barrier creg gate if include measure opaque qreg reset pi -> == ; , ( ) [ ] { } name 1.5 1 "file"`.split(
    " ",
  );

/** Beginnings of statements, and the tokens that may come next. */
const beginnings: readonly (readonly [beginning: string, allowed: string])[] = [
  ["", "barrier creg gate if include measure opaque qreg reset ; name"],
  ["include", '"file"'],
  ['include "qelib1.inc"', ";"],
  ["opaque", "name"],
  ["opaque bell", "( name"],
  ["opaque bell (", "name )"],
  ["opaque bell (a", ", )"],
  ["opaque bell (a,", "name"],
  ["opaque bell (a, b)", "name"],
  ["opaque bell (a, b) q1", ", ;"],
  ["opaque bell (a, b) q1,", "name"],
  ["gate", "name"],
  ["gate bell", "( name"],
  ["gate bell (", "name )"],
  ["gate bell (a", ", )"],
  ["gate bell (a,", "name"],
  ["gate bell (a, b) q1", ", {"],
  ["gate bell (a, b) q1,", "name"],
  ["gate bell q1 {", "barrier name }"],
  ["gate bell q1 { CX", "( name"],
  ["qreg", "name"],
  ["qreg reg", "["],
  ["qreg reg[", "1"],
  ["qreg reg[5", "]"],
  ["qreg reg[5]", ";"],
  ["creg reg", "["],
  ["creg reg[", "1"],
  ["creg reg[5]", ";"],
  ["CX", "( name"],
  ["CX(", "pi 1 1.5 name ( )"],
  ["CX()", "name"],
  ["CX q", "[ , ;"],
  ["CX q[", "1"],
  ["CX q[0", "]"],
  ["CX q[0]", ", ;"],
  ["CX q[0],", "name"],
  ["U(1", ", )"],
  ["U(1 +", "pi 1 1.5 name ("],
  ["measure", "name"],
  ["measure q", "[ ->"],
  ["measure q[0]", "->"],
  ["measure q[0] ->", "name"],
  ["measure q[0] -> c", "[ ;"],
  ["measure q[0] -> c[0]", ";"],
  ["reset", "name"],
  ["reset q", "[ ;"],
  ["reset q[0]", ";"],
  ["barrier", "name"],
  ["barrier q", "[ , ;"],
  ["if", "("],
  ["if (", "name"],
  ["if (cond", "=="],
  ["if (cond ==", "1"],
  ["if (cond == 0", ")"],
  ["if (cond == 0)", "measure reset name"],
];

describe("a token that cannot stand where it stands", () => {
  it.each(beginnings)("is an error after “%s”", (beginning, allowed) => {
    for (const token of tokens) {
      if (allowed.split(" ").includes(token)) continue;
      const error = qasmErrorOf(`${prelude}${beginning} ${token}`);
      expect(error.line).toBe(3);
      expect(error.column).toBeGreaterThanOrEqual(1);
      expect(error.message).toMatch(/expected .+, got .+; .+\. \[Q\d{3}\]\n/);
    }
  });

  it.each(beginnings.slice(1))("is also the end of the text after “%s”", (beginning) => {
    const error = qasmErrorOf(prelude + beginning);
    expect(error.code).toBe("Q202");
    expect([error.line, error.column]).toEqual([3, beginning.length + 1]);
  });
});

/** What is wrong, its code, and the line and column of the place. */
const wrong: readonly (readonly [
  what: string,
  program: string,
  code: string,
  line: number,
  column: number,
])[] = [
  ["a character of no token", "qreg q[2];\nh# q[0];", "Q101", 2, 2],
  ["a letter outside ASCII", "qreg θ[2];", "Q101", 1, 6],
  ["a string that is not closed", 'include "qelib1.inc;\n', "Q102", 1, 9],
  ["a comment that is not closed", "qreg q[1];\n  /* U(0,0,0) q;", "Q103", 2, 3],
  ["a number that runs into a word", "qreg q[2a];", "Q104", 1, 8],
  ["an exponent without digits", "qreg q[1]; U(1e,0,0) q;", "Q104", 1, 14],
  ["a hexadecimal number", "qreg q[0x2];", "Q104", 1, 8],
  ["a number beyond double precision", "qreg q[1]; U(1e999,0,0) q;", "Q105", 1, 14],
  ["a missing semicolon, at the end of its line", "qreg q[2]\nU(0,0,0) q;", "Q203", 1, 10],
  ["a missing semicolon before a brace", "gate g a { U(0,0,0) a }", "Q203", 1, 22],
  ["a comma after the last operand", "qreg q[2]; CX q[0],q[1],;", "Q204", 1, 24],
  ["a comma after the last parameter", "qreg q[2]; U(0,0,0,) q;", "Q204", 1, 19],
  ["an unknown version", "OPENQASM 2.1;", "Q206", 1, 10],
  ["a version line that comes late", "qreg q[1];\nOPENQASM 2.0;", "Q206", 2, 1],
  ["a word of version 3", "qreg r[1]; qubit[2] q;", "Q206", 1, 12],
  ["an operator without an operand", "qreg q[1]; U(1+,0,0) q;", "Q208", 1, 16],
  ["a bracket that is not closed", "qreg q[1]; U((1,0,0) q;", "Q208", 1, 16],
  ["a register that is used before it is declared", "CX q[0],q[1]; qreg q[2];", "Q301", 1, 4],
  [
    "a gate that is used before it is defined",
    "qreg q[2]; cx q[0],q[1]; gate cx a,b { CX a,b; }",
    "Q301",
    1,
    12,
  ],
  ["a library gate without its include", "qreg q[1]; h q[0];", "Q301", 1, 12],
  ["a qubit of another gate", "gate f a { U(0,0,0) a; } gate g b { U(0,0,0) a; }", "Q301", 1, 46],
  ["a parameter of another gate", "gate f(t) a { } gate g b { U(t,0,0) b; }", "Q301", 1, 30],
  ["an undeclared register in a condition", "qreg q[1]; if (c==0) U(0,0,0) q[0];", "Q301", 1, 16],
  ["an undeclared function", "qreg q[1]; U(sinh(1),0,0) q;", "Q301", 1, 14],
  ["a register declared twice", "qreg q[2];\ncreg q[2];", "Q302", 2, 6],
  ["a gate of the library defined again", 'include "qelib1.inc"; gate h a { }', "Q302", 1, 28],
  [
    "a gate defined again after its use",
    'include "qelib1.inc"; qreg q[2]; rzz(1) q[0],q[1]; gate rzz(t) a,b { }',
    "Q302",
    1,
    57,
  ],
  ["a built-in gate defined again", "gate U(a,b,c) q { }", "Q303", 1, 6],
  ["a qubit named twice in a definition", "gate g a,a { }", "Q302", 1, 10],
  ["a parameter and a qubit of one name", "gate g(a) a { }", "Q302", 1, 11],
  ["a word as a name", "qreg measure[2];", "Q303", 1, 6],
  ["a constant as a name", "creg pi[2];", "Q303", 1, 6],
  ["a gate that calls itself", "gate g a { g a; }", "Q304", 1, 12],
  ["a gate as an operand", "qreg q[2]; CX q[0],U;", "Q305", 1, 20],
  ["a register as a gate", "qreg q[2]; q q[0],q[1];", "Q305", 1, 12],
  ["bits as qubits", "qreg q[2]; creg c[2]; CX q[0],c[1];", "Q305", 1, 31],
  ["qubits as bits", "qreg q[2]; measure q[0] -> q[1];", "Q305", 1, 28],
  ["qubits in a condition", "qreg q[2]; if (q==0) U(0,0,0) q[0];", "Q501", 1, 17],
  ["a register from outside a gate", "qreg q[2]; gate g a { CX a,q; }", "Q305", 1, 28],
  ["a parameter as a qubit", "gate g(p) q { CX p,q; }", "Q305", 1, 18],
  ["a qubit as a parameter", "gate g(p) q { U(q,0,0) q; }", "Q501", 1, 17],
  ["a function without arguments", "qreg q[1]; U(sin,0,0) q;", "Q305", 1, 14],
  ["an index on a qubit of a gate", "gate g a { U(0,0,0) a[0]; }", "Q305", 1, 21],
  ["too few parameters", "qreg q[1]; U(1,2) q;", "Q401", 1, 12],
  ["too many parameters", "qreg q[2]; CX(1) q[0],q[1];", "Q401", 1, 12],
  ["too many arguments of a function", "qreg q[1]; U(sin(1,2),0,0) q;", "Q401", 1, 14],
  ["too few qubits", "qreg q[2]; CX q[0];", "Q402", 1, 12],
  ["too many qubits", "qreg q[2]; U(0,0,0) q[0],q[1];", "Q402", 1, 12],
  ["a qubit twice", "qreg q[2]; CX q[0],q[0];", "Q403", 1, 20],
  ["a qubit twice when broadcast", "qreg q[2]; CX q,q[1];", "Q403", 1, 17],
  ["a register twice", "qreg q[2]; CX q,q;", "Q403", 1, 17],
  ["a qubit twice in a barrier", "qreg q[2]; barrier q,q[0];", "Q403", 1, 22],
  ["a qubit twice in the body of a gate", "gate g a,b { CX a,a; }", "Q403", 1, 19],
  ["an index beyond the register", "qreg q[2]; U(0,0,0) q[2];", "Q404", 1, 23],
  ["registers of different sizes", "qreg q[2]; qreg r[3]; CX q,r;", "Q405", 1, 28],
  ["a register without elements", "qreg q[0];", "Q406", 1, 8],
  ["a measurement into fewer bits", "qreg q[2]; creg c[1]; measure q -> c;", "Q407", 1, 31],
  ["a measurement of a register into a bit", "qreg q[2]; creg c[2]; measure q -> c[0];", "Q407", 1, 31],
  ["a division by zero", "qreg q[1]; U(1/0,0,0) q;", "Q502", 1, 15],
  ["a division by zero in a gate that is never called", "gate g(t) a { U(t/(1-1),0,0) a; }", "Q502", 1, 18],
  ["a logarithm of zero", "qreg q[1]; U(ln(0),0,0) q;", "Q503", 1, 14],
  ["a root of a negative number", "qreg q[1]; U(sqrt(-1),0,0) q;", "Q503", 1, 14],
  ["a product beyond double precision", "qreg q[1]; U(1e300*1e300,0,0) q;", "Q503", 1, 19],
  ["an opaque gate in use", "opaque g a; qreg q[1]; g q[0];", "Q602", 1, 24],
  ["an include that nobody resolves", 'include "mine.inc";', "Q701", 1, 9],
  ["the library of version 3", 'qreg q[1]; include "stdgates.inc";', "Q701", 1, 20],
  ["a measurement in the body of a gate", "gate g a { measure a -> c; }", "Q201", 1, 12],
  ["a gate defined in a gate", "gate g a { gate h b { } }", "Q201", 1, 12],
  ["a barrier under if", "qreg q[1]; creg c[1]; if (c==0) barrier q;", "Q201", 1, 33],
];

describe("errors of OpenQASM 2", () => {
  it.each(wrong)("refuses %s", (_, program, code, line, column) => {
    const error = qasmErrorOf(program);
    expect([error.code, error.line, error.column]).toEqual([code, line, column]);
  });

  it("shows the line with a caret under the place, tabs kept", () => {
    const { excerpt, message } = qasmErrorOf("qreg q[2];\n\tCX q[0],q[0]; // twice");
    expect(excerpt).toBe("  2 | \tCX q[0],q[0]; // twice\n    | \t        ^");
    expect(message).toBe(
      `program:2:10: expected different qubits, got q[0] twice; name each qubit once. [Q403]\n${excerpt}`,
    );
  });

  it("shows a piece of a long line", () => {
    const { excerpt } = qasmErrorOf(`qreg q[2];${" ".repeat(5000)}U(0) q;${" ".repeat(5000)}`);
    const [line, caret] = excerpt.split("\n");
    expect(line.length).toBeLessThan(120);
    expect(line.indexOf("U(0)")).toBe(caret.indexOf("^"));
  });

  it("counts columns in characters, not in UTF-16 units", () => {
    expect(qasmErrorOf("/* 𝕢🙂 */ CX q[0],q[1];").column).toBe(13);
  });

  it.each(["\n", "\r\n", "\r"])("counts lines that end in %j", (end) => {
    expect(qasmErrorOf(["qreg q[1];", "", "h q;"].join(end)).line).toBe(3);
  });

  it("names the file", () => {
    const error = qasmErrorOf("h q;", { source: "bell.qasm" });
    expect(error.source).toBe("bell.qasm");
    expect(error.message.startsWith("bell.qasm:1:1: expected ")).toBe(true);
    expect(error).toBeInstanceOf(QasmError);
    expect(error.name).toBe("QasmError");
  });

  it("names the place in an included file", () => {
    const include = (name: string) =>
      name === "mine.inc" ? "gate ok a { }\ngate g a { nope a; }" : undefined;
    const error = qasmErrorOf('qreg q[1];\ninclude "mine.inc";', { include });
    expect([error.source, error.line, error.column]).toEqual(["mine.inc", 2, 12]);
  });

  it("refuses a file that includes itself", () => {
    const include = () => 'include "loop.inc";';
    expect(qasmErrorOf('include "loop.inc";', { include }).code).toBe("Q702");
  });

  it("refuses what is no text", () => {
    expect(() => parseQasm(42 as unknown as string)).toThrow(TypeError);
  });
});

describe("strict reading", () => {
  const strict = { strict: true };

  it.each([
    ["no version line", "qreg q[1];", "Q205"],
    ["empty statements", "OPENQASM 2.0; qreg q[1];;", "Q201"],
    [
      "gates that the paper does not have",
      'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; rzz(1) q[0],q[1];',
      "Q301",
    ],
    ["functions that the paper does not have", "OPENQASM 2.0; qreg q[1]; U(acos(1),0,0) q;", "Q301"],
  ])("refuses %s, which are accepted otherwise", (_, program, code) => {
    expect(qasmErrorOf(program, strict).code).toBe(code);
    expect(() => parseQasm(program)).not.toThrow();
  });
});
