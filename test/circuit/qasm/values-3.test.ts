import { describe, expect, it } from "vitest";
import { parseQasm, type QasmNote } from "../../../src/index.ts";
import { qasmErrorOf } from "../../support/qasm-error-of.ts";

const prelude = 'OPENQASM 3.0; include "stdgates.inc"; qubit w; bit[3] c; bit b; qubit[4] q;\n';

/** The angle that an expression gives. */
function angleOf(expression: string, before = ""): unknown {
  const [step] = parseQasm(`${prelude}${before} rx(${expression}) w;`).operations;
  return step.kind === "gate" ? step.parameters[0] : step;
}

describe("whole numbers beyond 2^53", () => {
  it.each([
    ["popcount(0xFFFFFFFFFFFFFFFF)", 64],
    ["0xFFFFFFFFFFFFFFFF & 0xFF", 255],
    ["uint[8](18446744073709551615)", 255],
    ["int[8](18446744073709551615)", -1],
  ])("are exact where they are literals: %s", (expression, value) => {
    expect(angleOf(expression)).toBe(value);
  });

  it("compare exactly", () => {
    const program =
      "if (9007199254740993 == 9007199254740992) x w; if (9007199254740993 > 9007199254740992) y w;";
    expect(parseQasm(prelude + program).operations.map((step) => step.kind === "gate" && step.gate)).toEqual([
      "y",
    ]);
  });

  it("fill a register with all their bits", () => {
    const { operations } = parseQasm(`${prelude}bit[64] k = bit[64](18446744073709551615);`);
    expect(operations.length).toBe(64);
  });

  it.each(["~n", "n << 62", "rotl(n, 60)", "n | 0x8000000000000001"])(
    "are refused as a result, not rounded: %s",
    (expression) => {
      expect(qasmErrorOf(`${prelude}uint[64] n = 3; rx(${expression}) w;`).code).toBe("Q505");
    },
  );
});

describe("a subroutine", () => {
  it("returns what the branch that is taken returns", () => {
    const f = "def f(int n) -> int { if (n > 1) return 1; return 2; }";
    expect([angleOf("f(2)", f), angleOf("f(0)", f)]).toEqual([1, 2]);
  });

  it("that ends without its result is an error, whatever an untaken branch returns", () => {
    const f = "def f(int n) -> int { if (n > 1) return 1; }";
    expect(qasmErrorOf(`${prelude}${f} rx(f(0)) w;`).code).toBe("Q501");
  });

  it("returns from within a loop", () => {
    const f = "def f() -> int { int i = 5; for int k in [0:3] { i += k; if (i > 6) return i; } return 0; }";
    expect(angleOf("f()", f)).toBe(8);
  });
});

describe("code that cannot be reached", () => {
  it.each([
    "for int i in [0:1] { break; nope w; }",
    "for int i in [0:1] { if (i == 0) continue; nope w; }",
    "def f() { return; nope w; } f();",
    "def f() -> int { return 1; return b; }",
    "{ end; nope w; }",
  ])("is checked: %s", (program) => {
    expect(qasmErrorOf(prelude + program).line).toBe(2);
  });

  it("is not judged by values that it cannot have", () => {
    expect(parseQasm(`${prelude}for int i in [0:9] { if (i > 3) break; x q[i]; }`).length).toBe(4);
  });
});

describe("comparisons that bits cannot decide", () => {
  it.each([
    ["c == 8", "never"],
    ["c == -1", "never"],
    ["c > 8", "never"],
    ["c >= 0", undefined],
    ["c < 8", "always"],
    ["b == 2", "never"],
    ["c == 7", undefined],
  ])("are remarked on: %s", (condition, word) => {
    const notes: QasmNote[] = [];
    parseQasm(`${prelude}if (${condition}) x w;`, { onNote: (note) => notes.push(note) });
    if (word === undefined) expect(notes).toEqual([]);
    else expect(notes).toMatchObject([{ line: 2, column: 7, message: expect.stringContaining(word) }]);
  });
});
