import { describe, expect, it } from "vitest";
import { qdkRunner, runQasmOnQdk } from "../../../src/adapters/qsharp/index.ts";
import { Circuit, ParseError, seededRandom } from "../../../src/index.ts";

const header = 'OPENQASM 3.0;\ninclude "stdgates.inc";\n';
const counts = async (text: string) => (await runQasmOnQdk(text, { shots: 5 })).counts;

describe("runQasmOnQdk", () => {
  it("runs OpenQASM 3 and counts the first declared bit rightmost", async () => {
    const text = `${header}qubit[2] q; bit[2] c; bit d; x q[0]; c = measure q; d = measure q[0];`;
    expect(await counts(text)).toEqual({ "101": 5 });
  });

  it("runs OpenQASM 2", async () => {
    const text = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; creg c[2]; x q[1]; measure q -> c;';
    expect(await counts(text)).toEqual({ "10": 5 });
  });

  it("says at which line and column a program does not compile", async () => {
    const error = await runQasmOnQdk(`${header}qubit q;\n  foo q;`, { shots: 1, source: "a.qasm" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ParseError);
    expect(error).toMatchObject({ source: "a.qasm", line: 4, column: 3 });
    expect(String(error)).toContain("undefined symbol: foo");
  });

  it("refuses shots that are none, and programs that return no bits", async () => {
    await expect(runQasmOnQdk(header, { shots: 0.5 })).rejects.toThrow(RangeError);
    await expect(runQasmOnQdk(`${header}int k = 3;`, { shots: 1 })).rejects.toThrow("not one of bits");
  });
});

describe("what QDK makes of OpenQASM, and kronket does not pass on", () => {
  const shots = { shots: 5, random: seededRandom(1) };

  it("csx is controlled by its second qubit there; by its first on the way through Q#", async () => {
    const text = `${header}qubit[2] q; bit[2] c; x q[0]; csx q[0], q[1]; csx q[0], q[1]; c = measure q;`;
    expect(await counts(text)).toEqual({ "01": 5 });
    const circuit = new Circuit(2).x(0).csx(0, 1).csx(0, 1);
    expect((await qdkRunner().run(circuit, shots)).counts).toEqual({ "11": 5 });
  });

  it("a controlled rotation by −2π is nothing there; a sign of the control on the way through Q#", async () => {
    const text = `${header}qubit[2] q; bit[2] c; h q[0]; crx(-2*pi) q[0], q[1]; h q[0]; c = measure q;`;
    expect(await counts(text)).toEqual({ "00": 5 });
    const circuit = new Circuit(2)
      .h(0)
      .crx(-2 * Math.PI, 0, 1)
      .h(0);
    expect((await qdkRunner().run(circuit, shots)).counts).toEqual({ "01": 5 });
  });
});
