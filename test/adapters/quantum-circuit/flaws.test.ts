import { describe, expect, it, vi } from "vitest";
import { toQuantumCircuit } from "../../../src/adapters/quantum-circuit/index.ts";
import { Circuit, parseQasm, unitary } from "../../../src/index.ts";
import { circuitOf, importedGates } from "../../support/quantum-circuit.ts";

const qasm = (body: string) => parseQasm(`OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[2];\n${body}`);
const parameters = (body: string) =>
  qasm(body).operations.map((step) => (step.kind === "gate" ? step.parameters : []));

// When one of these fails, quantum-circuit is mended there; what kronket does instead is in the same test.
describe("flaws of quantum-circuit that do not reach users of kronket", () => {
  it("its OpenQASM reader takes .5 for 5; ours reads .5", () => {
    expect(importedGates("rx(.5) q[0];")).toEqual([["rx", { theta: "5" }]]);
    expect(parameters("rx(.5) q[0];")).toEqual([[0.5]]);
  });

  it("its reader leaves U and CX out, without a word; ours reads them", () => {
    expect(importedGates("x q[0]; U(0.1,0.2,0.3) q[0]; CX q[0],q[1];")).toEqual([["x", {}]]);
    expect(qasm("x q[0]; U(0.1,0.2,0.3) q[0]; CX q[0],q[1];").operations).toHaveLength(3);
  });

  it("its reader takes unknown gates, and its simulator runs them as nothing; ours refuses them", () => {
    expect(importedGates("foo q[0];")).toEqual([["foo", {}]]);
    const quiet = vi.spyOn(console, "log").mockImplementation(() => {});
    const circuit = circuitOf(1, ["foo", [0]]);
    circuit.run();
    quiet.mockRestore();
    expect(circuit.state).toEqual({ "0": { re: 1, im: 0 } });
    expect(() => qasm("foo q[0];")).toThrow(/foo/);
  });

  it("its reader hands rxx and ryy over to gates of twice the angle; those are not used", () => {
    expect(importedGates("rxx(0.3) q[0],q[1]; ryy(0.3) q[0],q[1];")).toEqual([
      ["xx", { theta: "0.3" }],
      ["yy", { theta: "0.3" }],
    ]);
    const used = toQuantumCircuit(new Circuit(2).rxx(0.3, 0, 1).ryy(0.3, 0, 1)).gates.flat();
    expect(used.flatMap((cell) => cell?.name ?? [])).not.toContain("xx");
    expect(used.flatMap((cell) => cell?.name ?? [])).not.toContain("yy");
  });

  it("its Cirq writer repeats one angle of u3; exportWith writes no u3", () => {
    const u3 = circuitOf(1, ["u3", [0], { params: { theta: "0.3", phi: "0.2", lambda: "0.1" } }]);
    expect(u3.exportToCirq({})).toContain("u3(0.1, 0.1, 0.1)(q[0])");
  });

  it("its Q# writer calls gates that it does not define; exportWith writes none", () => {
    const text = circuitOf(1, ["sdg", [0]]).exportToQSharp({});
    expect(text).toContain("sdg(-PI() / 2.0, qubits[0]);");
    expect(text).not.toMatch(/operation sdg/);
    expect(text).toContain("using(qubits = Qubit[1])");
  });

  it("its Quirk writer puts a controlled rotation on neighbouring wires only; quirkUrl is our own", () => {
    const text = JSON.stringify(circuitOf(3, ["crx", [0, 2], { params: { theta: "0.3" } }]).exportQuirk());
    expect(text).toMatch(/\[\[?"~crx/);
    expect(text).not.toContain("Swap");
  });

  it("its IonQ writer loses the wires, and is not offered", () => {
    expect(JSON.stringify(circuitOf(2, ["h", [1]]).exportToIonq({}))).toContain('{"gate":"h"}');
  });

  it("its lists of amplitudes are rounded; the state is read from its table", () => {
    const circuit = circuitOf(1, ["rx", [0], { params: { theta: "1e-15" } }]);
    circuit.run();
    expect(circuit.state["1"].im).toBeCloseTo(-5e-16, 25);
  });

  it("reading a program with kronket and handing it over gives the right circuit there", () => {
    const circuit = qasm("rx(.5) q[0]; U(0.1,0.2,0.3) q[0]; CX q[0],q[1]; cu1(0.3) q[1],q[0];");
    const there = toQuantumCircuit(circuit);
    there.run();
    const column = unitary(circuit);
    const overlap = [0, 1, 2, 3].reduce(
      ([re, im], k) => {
        const { re: a = 0, im: b = 0 } = there.state[k] ?? {};
        const [c, d] = [column.re[k * 4], column.im[k * 4]];
        return [re + a * c + b * d, im + a * d - b * c];
      },
      [0, 0],
    );
    expect(Math.hypot(...overlap)).toBeCloseTo(1, 12);
  });
});
