import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { aerRunner } from "../../../src/adapters/aer/index.ts";
import { Circuit, seededRandom, simulate } from "../../../src/index.ts";
import { aerEnvironment } from "../../support/aer-environment.ts";
import { expectFits } from "../../support/chi-square.ts";
import { tableCircuit } from "../../support/table-circuit.ts";

const environment = aerEnvironment();
if ("reason" in environment) console.info(`A real Qiskit Aer is not tested: ${environment.reason}.`);
const python = "python" in environment ? environment.python : "python3";

describe.skipIf("reason" in environment)("aerRunner, with a real Qiskit Aer", () => {
  it.each([
    ["statevector", 0],
    ["statevector", 2],
    ["matrix_product_state", 1],
  ] as const)(
    "%s samples the law of the whole gate table under %i added controls",
    async (method, controls) => {
      const circuit = tableCircuit(5, controls, seededRandom(controls));
      const shots = 20_000;
      const { counts } = await aerRunner({ python, method }).run(circuit, { shots, random: seededRandom(1) });
      const observed = Float64Array.from(
        { length: 32 },
        (_, k) => counts[k.toString(2).padStart(5, "0")] ?? 0,
      );
      // Fixed seeds; a false alarm of 1e-6 a version of Aer.
      expectFits(
        observed,
        simulate(circuit)
          .probabilities()
          .map((p) => p * shots),
        1e-6,
      );
    },
  );

  it("does not meet the alphabetical order in which Qiskit hands arguments to defined gates", async () => {
    const read = `from qiskit import qasm3
from qiskit.quantum_info import Operator
head = 'OPENQASM 3.0; include "stdgates.inc"; '
defined = qasm3.loads(head + 'gate g(theta, phi) q { rx(theta) q; rz(phi) q; } qubit q; g(0.3, 0.7) q;')
swapped = qasm3.loads(head + 'qubit q; rx(0.7) q; rz(0.3) q;')
print(abs(Operator(defined).data - Operator(swapped).data).max() < 1e-12)`;
    // When this fails, Qiskit is mended and oneParameterGates can go.
    expect(execFileSync(python, ["-c", read], { encoding: "utf8" }).trim()).toBe("True");
    const controlled = new Circuit(2)
      .h(0)
      .control([0], (body) => body.r(0.3, 1.1, 1))
      .h(0)
      .h(1);
    const { counts } = await aerRunner({ python }).run(controlled, {
      shots: 20_000,
      random: seededRandom(1),
    });
    const observed = ["00", "01", "10", "11"].map((key) => counts[key] ?? 0);
    expectFits(
      observed,
      simulate(controlled)
        .probabilities()
        .map((p) => p * 20_000),
      1e-6,
    );
  });

  it("runs first-class operations, boxes and registers of several names", async () => {
    const circuit = Circuit.withRegisters(
      [
        ["a", 2],
        ["b", 2],
      ],
      [
        ["low", 2],
        ["high", 2],
      ],
    )
      .x(0)
      .box("flip", new Circuit(2).x(0).cx(0, 1), [2, 3])
      .lookup({ inputs: [0], outputs: [1], table: [0, 1] })
      .qft([0, 1])
      .inverseQft([0, 1])
      .measure(0, 0)
      .measure(1, 3)
      .measure(3, 1);
    const { counts } = await aerRunner({ python }).run(circuit, { shots: 50, random: seededRandom(1) });
    expect(counts).toEqual({ "1011": 50 });
  });

  it("runs branches over several bits, loops and resets", async () => {
    const circuit = new Circuit(3)
      .x(0)
      .x(1)
      .measure(0)
      .measure(1)
      .reset(0)
      .if(
        { kind: "compare", bits: [0, 1], operator: ">=", value: 3 },
        (body) => body.x(2),
        (body) => body.h(2),
      )
      .measure(2)
      .while({ kind: "equals", bits: [0], value: 1 }, (body) => body.h(0).measure(0, 0));
    const { counts } = await aerRunner({ python }).run(circuit, { shots: 100, random: seededRandom(1) });
    expect(counts).toEqual({ "110": 100 });
  });

  it("gives the same counts for the same seed, and cuts the state into blocks when told to", async () => {
    const circuit = new Circuit(8).onEach("h", [0, 1, 2, 3, 4, 5, 6, 7]).rxx(0.4, 0, 7).measureAll();
    const blocks = aerRunner({ python, method: "statevector", blockingEnable: true, blockingQubits: 4 });
    const first = await blocks.run(circuit, { shots: 1000, random: seededRandom(3) });
    expect(await blocks.run(circuit, { shots: 1000, random: seededRandom(3) })).toEqual(first);
  });

  it("says in the words of Aer what it refuses, and which modules are missing", async () => {
    const random = seededRandom(1);
    await expect(
      aerRunner({ python, method: "no such method" }).run(new Circuit(1), { shots: 1, random }),
    ).rejects.toThrow(/options and a circuit that Aer takes, got ".*no such method/);
    // -S leaves the installed packages away.
    await expect(
      aerRunner({ python: [python, "-S"] }).run(new Circuit(1), { shots: 1, random }),
    ).rejects.toThrow(/got no "qiskit/);
  });
});
