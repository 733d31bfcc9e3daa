import { describe, expect, it } from "vitest";
import { runQasmOnQdk } from "../../../../src/adapters/qsharp/index.ts";
import { Circuit, exportQasm, parseQasm } from "../../../../src/index.ts";

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

  it("are left out by readers that know nothing of them, save QDK, which takes annotations on gates only", async () => {
    expect(parseQasm(exportQasm(loop(7))).operations[0]).toMatchObject({ kind: "while", condition: again });
    const text = exportQasm(new Circuit(1, 1).x(0).append(loop(7)));
    // When this fails, QDK is mended: strike it from the title and from the page on circuits.
    await expect(runQasmOnQdk(text, { shots: 3 })).rejects.toThrow(/annotations only valid on def and gate/);
  });
});
