import { describe, expect, it } from "vitest";
import { qdkState } from "../../../src/adapters/qsharp/index.ts";
import { loadQdk } from "../../../src/adapters/qsharp/load-qdk.ts";
import { Circuit, LimitError, seededRandom, simulate } from "../../../src/index.ts";
import { stateDifference } from "../../support/state-difference.ts";
import { tableCircuit } from "../../support/table-circuit.ts";

describe("qdkState", () => {
  it.each([0, 1, 2])(
    "agrees with simulate on every gate of the table under %i added controls",
    async (controls) => {
      const circuit = tableCircuit(6, controls, seededRandom(controls));
      expect(stateDifference(await qdkState(circuit), simulate(circuit))).toBeLessThan(1e-12);
    },
  );

  it("agrees on the first-class operations", async () => {
    const circuit = new Circuit(4)
      .onEach("ry", [0, 1, 2, 3], 0.7)
      .qft([0, 2, 1])
      .lookup({ inputs: [0, 1], outputs: [3], table: [0, 1, 1, 0] })
      .phaseOracle({ qubits: [0, 1, 2, 3], marked: [3, 9], phase: 0.7 })
      .reflectUniform([1, 3], 0.4)
      .box("bell", new Circuit(2).h(0).cx(0, 1), [3, 0])
      .measureAll();
    expect(stateDifference(await qdkState(circuit), simulate(circuit))).toBeLessThan(1e-12);
  });

  it("keeps the global phase and puts qubit 0 into the low bit", async () => {
    const state = await qdkState(new Circuit(3).x(1).gphase(0.5));
    expect(state.amplitude(2)).toEqual([
      expect.closeTo(Math.cos(0.5), 14),
      expect.closeTo(Math.sin(0.5), 14),
    ]);
  });

  it("keeps the sign of Y after H, which the simulator of QDK loses", async () => {
    const qdk = await loadQdk();
    const text =
      "operation Main() : Unit { use q = Qubit(); H(q); Y(q); Std.Diagnostics.DumpMachine(); Reset(q); }";
    const [{ events }] = await qdk.run({ sources: [["y.qs", text]], projectType: "qsharp" }, 1);
    // YH|0⟩ is (−i|0⟩ + i|1⟩)/√2. When this fails, QDK is mended and the detour by S X S† can go.
    expect(events[0]).toMatchObject({ state: { "|0⟩": [0, expect.closeTo(Math.SQRT1_2, 14)] } });
    const state = await qdkState(new Circuit(1).h(0).y(0));
    expect(state.amplitude(0)).toEqual([expect.closeTo(0, 14), expect.closeTo(-Math.SQRT1_2, 14)]);
  });

  it("refuses circuits without one final state, and states that are too large, before anything runs", async () => {
    await expect(qdkState(new Circuit(1).measure(0).h(0))).rejects.toThrow(/measurements at the end only/);
    await expect(qdkState(new Circuit(21))).rejects.toThrow(LimitError);
  });
});
