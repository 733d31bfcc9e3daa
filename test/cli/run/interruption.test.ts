import { describe, expect, it } from "vitest";
import { interruption } from "../../../src/cli/run/interruption.ts";

describe("interruption", () => {
  it("is aborted by the user or by the clock, and tells which", async () => {
    const user = new AbortController();
    const patient = interruption(user.signal, undefined);
    expect([patient.signal.aborted, patient.reason()]).toEqual([false, null]);
    user.abort(new Error("SIGINT"));
    expect([patient.signal.aborted, patient.reason()]).toEqual([true, "interrupted"]);

    const hurried = interruption(new AbortController().signal, 0.001);
    await new Promise((resolve) => hurried.signal.addEventListener("abort", resolve));
    expect(hurried.reason()).toBe("time limit");
  });

  it("is not aborted by the clock once it is disposed", async () => {
    const early = interruption(new AbortController().signal, 0.001);
    early.dispose();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(early.signal.aborted).toBe(false);
  });
});
