import { describe, expect, it } from "vitest";
import { checkAnswer } from "../../src/classroom/index.ts";
import { exerciseNamed } from "../support/read-exercises.ts";

const head = 'OPENQASM 3.0;\ninclude "stdgates.inc";\n';
const check = (name: string, body: string) => checkAnswer(exerciseNamed(name), { circuit: `${head}${body}` });
const given = 'include "given.inc";\nqubit[2] q;\nbit[2] c;\n';

describe("checkAnswer", () => {
  it("accepts what acts alike, however it is written", () => {
    expect(check("swap", "qubit[2] q; cx q[1], q[0]; cx q[0], q[1]; cx q[1], q[0];").passed).toBe(true);
    expect(check("equal-superposition", "qubit q; ry(pi/2) q;").passed).toBe(true);
    expect(check("equal-superposition", "qubit q; U(pi/2, 0, pi) q;").passed).toBe(true);
  });

  it("shows an input on which a circuit is wrong", () => {
    const { reason, counterexample } = check("cz-from-cx", "qubit[2] q; cx q[0], q[1];");
    expect(reason).toMatch(/every input/);
    expect(counterexample).toBe("On |01⟩ expected |01⟩, got |11⟩.");
  });

  it("shows a superposition where only phases between inputs are wrong", () => {
    const { reason, counterexample } = check("cz-from-cx", "qubit[2] q; h q[0]; h q[0];");
    expect(reason).toMatch(/phases that differ/);
    expect(counterexample).toMatch(/^On \(\|00⟩ \+ \|11⟩\)\/√2 expected .*, got /);
  });

  it("tells a right circuit that costs too much what it costs", () => {
    const verdict = check("swap", "qubit[2] q; swap q[0], q[1];");
    expect(verdict).toMatchObject({
      passed: false,
      reason: expect.stringContaining("It uses swap; only cx are allowed"),
    });
    const longer = "cx q[0], q[1]; cx q[1], q[0]; cx q[0], q[1]; cx q[0], q[1]; cx q[0], q[1];";
    expect(check("swap", `qubit[2] q; ${longer}`).reason).toMatch(/takes 5 gates; at most 3/);
  });

  it("counts every use of a given gate: in loops, inverted, controlled and inside gates of one's own", () => {
    const iteration = "h q; x q; cz q[0], q[1]; x q; h q;";
    const twice = [
      "oracle q[0], q[1]; inv @ oracle q[0], q[1]; oracle q[0], q[1];",
      "for int k in [1:3] { oracle q[0], q[1]; }",
      "pow(3) @ oracle q[0], q[1];",
    ];
    for (const marks of twice) {
      const { passed, reason } = check("one-of-four", `${given}h q; ${marks} ${iteration} c = measure q;`);
      expect(passed).toBe(false);
      expect(reason).toMatch(/takes 3 uses of the given gate; at most 1/);
    }
    const inside =
      'include "given.inc";\ngate mine a, b { oracle a, b; oracle a, b; oracle a, b; }\nqubit[2] q;\nbit[2] c;\n';
    expect(check("one-of-four", `${inside}h q; mine q[0], q[1]; ${iteration} c = measure q;`).reason).toMatch(
      /3 uses/,
    );
  });

  it("refuses fractional powers of a given gate, which would hide its uses", () => {
    const { passed, reason } = check(
      "one-of-four",
      `${given}h q; pow(0.5) @ oracle q[0], q[1]; c = measure q;`,
    );
    expect(passed).toBe(false);
    expect(reason).toMatch(/fractional power/);
  });

  it("does not tell what is hidden in a given gate", () => {
    const { passed, reason } = check(
      "one-of-four",
      `gate oracle a, b { cz a, b; }\n${given}h q; oracle q[0], q[1]; c = measure q;`,
    );
    expect(passed).toBe(false);
    expect(reason).not.toMatch(/x q0|cz q0/);
  });

  it("says what is wrong with the text of a circuit, and where", () => {
    expect(check("bell-pair", "qubit[2] q;\nhh q[0];").reason).toMatch(/answer:4:1: .*hh/);
  });

  it("stops at counted limits, not at a clock", () => {
    expect(
      check("bell-pair", "qubit[2] q; bit b; h q[0]; b = measure q[0]; while (true) { x q[0]; }").passed,
    ).toBe(false);
    expect(check("bell-pair", "qubit[40] q;").reason).toMatch(/expected .*qubits/);
    expect(check("bell-pair", "qubit[2] q; for int k in [1:1000000000] { x q[0]; }").reason).toMatch(
      /expected/,
    );
  });

  it("refuses the wrong kind of answer", () => {
    expect(checkAnswer(exerciseNamed("bell-pair"), { number: 1 })).toMatchObject({
      passed: false,
      reason: "expected an answer of kind circuit, got number; give that kind.",
    });
  });

  it("shows the counted bills where an instance does not stand as asked for", () => {
    const { counterexample } = checkAnswer(exerciseNamed("where-search-wins"), { instance: { items: 16 } });
    expect(counterexample).toMatch(
      /^At marked = 1, items = 16: \d+ quantum queries against 16 classical ones/,
    );
    const late = checkAnswer(exerciseNamed("where-search-wins"), { instance: { items: 256 } });
    expect(late.reason).toMatch(/already holds at half/);
  });

  it.each([
    [{ items: 48 }, /power of two/],
    [{ items: 2 ** 30 }, /from 2 to/],
    [{ rows: 64 }, /expected values of items, got rows/],
    [{}, /got none/],
  ])("refuses the parameters %o", (instance, message) => {
    expect(
      checkAnswer(exerciseNamed("where-search-wins"), { instance: instance as Record<string, number> })
        .reason,
    ).toMatch(message);
  });
});
