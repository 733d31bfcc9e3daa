import { describe, expect, it } from "vitest";
import { parseQasm, type QasmNote } from "../../../src/index.ts";
import { qasmErrorOf } from "../../support/qasm-error-of.ts";

const prelude = 'OPENQASM 3.0;\ninclude "stdgates.inc"; qubit[4] q; bit[4] c; qubit w; bit b;\n';

/** What is wrong, the statements, the code, and the column on the third line. */
const wrong: readonly (readonly [what: string, statements: string, code: string, column: number])[] = [
  ["a gate without operands", "h;", "Q201", 2],
  ["a missing operand", "cx q[0],;", "Q402", 1],
  ["a modifier without its sign", "ctrl x q[0], q[1];", "Q201", 6],
  ["a power without an exponent", "pow @ x w;", "Q201", 5],
  ["a block that is not closed", "if (b) { x w;", "Q202", 14],
  ["a loop without a type", "for i in [0:2] { }", "Q201", 5],
  ["a range without an end", "for int i in [0:] { }", "Q201", 17],
  ["a size after the name", "qubit r[2];", "Q201", 8],
  ["an initial value of qubits", "qubit r = 0;", "Q201", 9],
  ["a constant without a value", "const int n;", "Q201", 12],
  ["a measurement within an expression", "b = !measure w;", "Q201", 6],
  ["a string of other digits", 'bit[2] d = "02";', "Q104", 12],
  ["an opaque gate, of version 2", "opaque g a;", "Q203", 9],
  ["qubits in a block", "if (b) { qubit r; }", "Q207", 10],
  ["a gate in a block", "{ gate g a { } }", "Q207", 3],
  ["a measurement in a gate", "gate g a { measure a; }", "Q207", 12],
  ["a declaration in a gate", "gate g a { int i = 1; }", "Q207", 12],
  ["a subroutine called in a gate", "def f(qubit r) { } gate g a { f(a); }", "Q207", 31],
  ["break outside a loop", "break;", "Q207", 1],
  ["return outside a subroutine", "return;", "Q207", 1],
  ["an undeclared variable", "rx(v) w;", "Q301", 4],
  ["the variable of a loop after it", "for int i in [0:1] { } x q[i];", "Q301", 28],
  ["a name of a block after it", "{ bit d; } d = measure w;", "Q301", 12],
  ["a variable of the program in a subroutine", "int n = 1; def f(qubit r) { rx(n) r; }", "Q305", 32],
  ["a qubit of the program in a subroutine", "def f() { x w; }", "Q305", 13],
  ["an input in a gate", "input float v; gate g a { rx(v) a; }", "Q305", 30],
  ["a subroutine that calls itself", "def f(qubit r) { f(r); }", "Q304", 18],
  ["one name twice in a scope", "int n = 1; float n = 2.0;", "Q302", 18],
  ["a built-in constant as a name", "int pi = 3;", "Q303", 5],
  ["the sum of controls and qubits", "ctrl(2) @ x q[0], q[1];", "Q402", 1],
  ["no controls", "ctrl(0) @ x w;", "Q406", 1],
  ["a fraction of a control", "ctrl(1.5) @ x q[0], q[1];", "Q501", 1],
  ["a parameter of gphase that is not there", "gphase() ;", "Q401", 1],
  ["an operand of gphase", "gphase(1) w;", "Q402", 1],
  ["an index of a single qubit", "x w[0];", "Q305", 3],
  ["an index beyond the end", "x q[4];", "Q404", 5],
  ["an index before the beginning", "x q[-5];", "Q404", 4],
  ["an empty range", "x q[3:1];", "Q404", 4],
  ["a range with step 0", "x q[0:0:2];", "Q510", 4],
  ["two indices", "x q[0, 1];", "Q601", 6],
  ["a fraction as an index", "x q[0.5];", "Q501", 4],
  ["a bit as an index", "x q[b];", "Q504", 4],
  ["registers of different sizes", "cx q[0:1], q[2:2];", "Q405", 12],
  ["a qubit twice", "swap q[1], q[1];", "Q403", 12],
  ["an alias with a qubit twice", "let r = q[0:1] ++ q[1];", "Q403", 9],
  ["an alias of bits and qubits", "let r = q ++ c;", "Q501", 11],
  ["a size below 1", "qubit[0] r;", "Q406", 7],
  ["a wide number", "int[65] n = 1;", "Q406", 5],
  ["declared and physical qubits", "x $0;", "Q408", 3],
  ["a string of another length", 'c = "01";', "Q501", 5],
  ["bits as an angle", "rx(c) w;", "Q603", 4],
  ["a register as a condition", "if (c) x w;", "Q501", 5],
  ["qubits as a condition", "if (w) x w;", "Q501", 5],
  ["a sum with a qubit", "rx(1 + w) w;", "Q501", 6],
  ["a division by zero", "rx(1 / (2 - 2)) w;", "Q502", 6],
  ["a remainder by zero", "rx(1 % 0) w;", "Q502", 6],
  ["a root of a negative number", "rx(sqrt(-1)) w;", "Q503", 4],
  ["an arc cosine of 2", "rx(arccos(2.0)) w;", "Q503", 4],
  ["a constant of a measured bit", "const bool k = c[0] == 1;", "Q504", 16],
  ["an input as a bound", "input float v; for int i in [0:int(v)] { }", "Q501", 32],
  ["a number too large for its type", "uint[4] n = 16;", "Q505", 13],
  ["a negative unsigned number", "uint n = -1;", "Q505", 10],
  ["a product beyond 2^53", "int n = 1; n = 9007199254740991 * 2;", "Q505", 33],
  ["a quotient of whole numbers as an angle", "rx(1/2) w;", "Q506", 4],
  ["a quotient of whole numbers as an exponent", "pow(1/2) @ x w;", "Q506", 1],
  ["a negative power of a whole number", "rx(2 ** -1) w;", "Q506", 6],
  ["an assignment to a constant", "const int n = 1; n = 2;", "Q507", 18],
  ["an assignment to an input", "input float v; v = 1.0;", "Q507", 16],
  ["an input without a value", "input int n;", "Q508", 11],
  ["a variable without a value", "int n; rx(n) w;", "Q509", 11],
  ["arithmetic on measured bits", "rx(2.0 * c[0]) w;", "Q603", 8],
  ["a whole number from a measurement", "int n = measure w;", "Q603", 9],
  ["a variable that measured bits decide", "int n = 0; if (b) n = 1;", "Q603", 19],
  ["a measurement into bits of a whole number", "uint[4] a = 0; a[0] = measure w;", "Q601", 18],
  ["break that measured bits decide", "for int i in [0:1] { if (b) break; }", "Q601", 22],
  [
    "a fraction of a power without a root",
    "gate g a, d { h a; cx a, d; } pow(0.5) @ g q[0], q[1];",
    "Q604",
    31,
  ],
  ["arrays", "array[int[8], 2] a;", "Q601", 1],
  ["complex numbers", "complex z;", "Q601", 1],
  ["an imaginary number", "float z = 2im;", "Q601", 11],
  ["a duration", "duration d = 10ns;", "Q601", 1],
  ["a delay", "delay[10ns] w;", "Q601", 1],
  ["a timing box", "box { x w; }", "Q601", 1],
  ["an external function", "extern f(int) -> int;", "Q601", 1],
  ["a calibration", "defcal x $0 { }", "Q601", 1],
  ["a switch", "switch (1) { case 1 { } }", "Q601", 1],
  ["a pragma that adds a gate", "#pragma braket unitary([[1, 0], [0, 1]]) q[0]", "Q601", 1],
  ["an error in a loop without rounds", "for int i in [1:0] { nope w; }", "Q301", 22],
  ["an error in a branch that is not taken", "if (false) { nope w; }", "Q301", 14],
  ["an error in a subroutine that is not called", "def f(qubit r) { nope r; }", "Q301", 18],
  ["an error in a gate that is not called", "gate g(v) a { rx(v, v) a; }", "Q401", 15],
  ["an error after the end of the program", "end; nope w;", "Q301", 6],
  ["a subroutine with a wrong argument", "def f(qubit[2] r) { } f(q);", "Q501", 23],
  ["a subroutine with a qubit twice", "def f(qubit r, qubit s) { } f(q[0], q[0]);", "Q403", 29],
  ["a subroutine in the form of a gate", "def f(int n, qubit r) { x r; } f(2) w;", "Q601", 32],
  ["a subroutine without its result", "def f(qubit r) -> bit { x r; } b = f(w);", "Q501", 36],
  ["a result of a subroutine without one", "def f(qubit r) { return 1; }", "Q501", 18],
];

describe("errors of OpenQASM 3", () => {
  it.each(wrong)("refuses %s", (_, statements, code, column) => {
    const error = qasmErrorOf(prelude + statements);
    expect([error.code, error.line, error.column]).toEqual([code, 3, column]);
  });

  it("does not judge indices and values where the program cannot get", () => {
    const guarded =
      "const int n = 4; if (n > 4) { x q[n]; rx(1.0 / (n - 4)) w; } for int i in [n:n-1] { x q[i+9]; }";
    expect(parseQasm(prelude + guarded).length).toBe(0);
  });

  it("refuses inputs that do not fit or do not exist", () => {
    const program = "OPENQASM 3; input uint[2] n; input bool b;";
    expect(qasmErrorOf(program, { inputs: { n: 4, b: 1 } }).code).toBe("Q508");
    expect(qasmErrorOf(program, { inputs: { n: 0.5, b: 1 } }).code).toBe("Q508");
    expect(qasmErrorOf(program, { inputs: { n: 1, b: 2 } }).code).toBe("Q508");
    expect(() => parseQasm(program, { inputs: { n: 1, b: 1, m: 1 } })).toThrow(RangeError);
  });

  it("reports annotations and pragmas that it leaves out", () => {
    const notes: QasmNote[] = [];
    const text = "OPENQASM 3.0;\npragma keep going\nqubit q;\n@bound at 3\nU(0, 0, 0) q;";
    expect(parseQasm(text, { onNote: (note) => notes.push(note) }).length).toBe(1);
    expect(notes.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 1, "pragma keep going is left out"],
      [4, 1, "annotation @bound at 3 is left out"],
    ]);
  });
});
