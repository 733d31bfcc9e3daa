import { describe, expect, it } from "vitest";
import { builtInRunner, Circuit, run, seededRandom } from "../../src/index.ts";

describe("builtInRunner", () => {
  const circuit = new Circuit(2).h(0).cx(0, 1).measureAll();

  it("counts what run counts from the same seed", async () => {
    const options = { shots: 1000, random: seededRandom(7) };
    expect(await builtInRunner().run(circuit, options)).toEqual(
      run(circuit, { shots: 1000, random: seededRandom(7) }),
    );
    expect(builtInRunner().name).toBe("kronket");
  });

  it("stops when it is told to", async () => {
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(builtInRunner().run(circuit, { shots: 10, random: seededRandom(7), signal })).rejects.toBe(
      reason,
    );
  });

  it("refuses numbers of shots that are none", async () => {
    await expect(builtInRunner().run(circuit, { shots: 0.5, random: seededRandom(7) })).rejects.toThrow(
      RangeError,
    );
  });
});
