import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { qasmErrorOf } from "../../support/qasm-error-of.ts";

/** Wrong programs, one a line; \uXXXX stands for a character. */
function programs(file: string): string[] {
  const text = readFileSync(new URL(`../../fixtures/qasm/${file}`, import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) =>
    line.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

const headers = programs("refused-headers.txt");

const preludes = {
  2: 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; creg c[3]; creg d[2];',
  3: 'OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; bit[3] c; bit[2] d; qubit w; bit b;',
};

describe("nothing wrong is accepted in silence", () => {
  it.each(headers)("as a beginning: %s", (header) => {
    expect(qasmErrorOf(header).line).toBe(1);
  });

  describe.each([2, 3] as const)("in OpenQASM %i", (version) => {
    it.each(programs(`refused-${version}.txt`))("%s", (program) => {
      const error = qasmErrorOf(`${preludes[version]}\n${program}`, { limits: { operations: 1000 } });
      expect(error.line).toBe(2);
      expect(error.column).toBeLessThanOrEqual([...program].length + 1);
      expect(error.remedy).not.toBe("");
    });
  });
});
