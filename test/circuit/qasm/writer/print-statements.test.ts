import { describe, expect, it } from "vitest";
import { runQasmOnQdk } from "../../../../src/adapters/qsharp/index.ts";
import { Circuit, exportQasm, parseQasm, type QasmNote } from "../../../../src/index.ts";
import { qasmErrorOf } from "../../../support/qasm-error-of.ts";

const again = { kind: "equals", bits: [0], value: 1 } as const;
const loop = (limit?: number) => new Circuit(1, 1).while(again, (body) => body.h(0).measure(0, 0), limit);

describe("the rounds of a loop in OpenQASM 3", () => {
  it("stand before the loop, where they are not those that every reader of ours takes", () => {
    expect(exportQasm(loop())).not.toContain("@");
    expect(exportQasm(loop(10_000))).toBe(exportQasm(loop()));
    expect(exportQasm(loop(7))).toContain("\n@kronket.rounds 7\nwhile (c[0]) {\n");
    expect(exportQasm(loop(0))).toContain("\n@kronket.rounds 0\nwhile");
  });

  it("stand before inner loops too", () => {
    const inner = new Circuit(1, 1).while(again, (body) => body.while(again, (b) => b.measure(0, 0), 3), 5);
    expect(exportQasm(inner)).toContain(
      "@kronket.rounds 5\nwhile (c[0]) {\n  @kronket.rounds 3\n  while (c[0]) {\n",
    );
  });

  it("are read again, inner loops included", () => {
    const inner = new Circuit(1, 1).while(again, (body) => body.while(again, (b) => b.measure(0, 0), 3), 5);
    for (const circuit of [loop(), loop(0), loop(7), loop(2 ** 40), inner]) {
      expect(parseQasm(exportQasm(circuit)).operations).toEqual(circuit.operations);
    }
  });

  it("belong to the loop that they stand before, and are left out with a note before anything else", () => {
    const text = (before: string, inside: string) =>
      `OPENQASM 3.0;\nqubit q;\nbit c;\nc = measure q;\n${before}while (c) {\nc = measure q;\n${inside}}\nreset q;`;
    const messages: string[] = [];
    const options = { onNote: (note: QasmNote) => messages.push(`${note.line}: ${note.message}`) };
    const limits = (before: string, inside = "") =>
      parseQasm(text(before, inside), options).operations.flatMap((o) =>
        o.kind === "while" ? [o.limit] : [],
      );
    expect(limits("@kronket.rounds 9\n@other\n")).toEqual([9]);
    expect(limits("@kronket.rounds 9\n@kronket.rounds 4\n")).toEqual([4]);
    expect(limits("", "@kronket.rounds 9\n")).toEqual([10_000]);
    expect(limits("@kronket.rounds 9\nreset q;\n")).toEqual([10_000]);
    expect(messages).toEqual([
      "6: annotation @other is left out",
      "5: annotation @kronket.rounds 9 is left out",
      "7: annotation @kronket.rounds 9 is left out",
      "5: annotation @kronket.rounds 9 is left out",
    ]);
  });

  it.each(["", " x", " -1", " 1.5", " 3 4", " 99999999999999999999"])("refuse %j as a number", (rounds) => {
    const error = qasmErrorOf(`OPENQASM 3.0;\nbit c;\n@kronket.rounds${rounds}\nwhile (c) c = true;`);
    expect(error).toMatchObject({ code: "Q508", line: 3, column: 1 });
    expect(error.message).toContain("write for instance @kronket.rounds 20");
  });

  it("are refused by QDK, which takes annotations on gates only", async () => {
    const text = exportQasm(new Circuit(1, 1).x(0).append(loop(7)));
    // When this fails, QDK is mended: delete it here and on the page on circuits.
    await expect(runQasmOnQdk(text, { shots: 3 })).rejects.toThrow(/annotations only valid on def and gate/);
  });
});
