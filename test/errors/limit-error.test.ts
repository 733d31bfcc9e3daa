import { describe, expect, it } from "vitest";
import { LimitError } from "../../src/errors/limit-error.ts";

describe("LimitError", () => {
  it("is a RangeError that gives both figures and the remedy", () => {
    const error = new LimitError("a.npy", 2 ** 32, 2 ** 35, "bytes", "raise maxBytes");
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toBe("a.npy: expected at most 4 GiB, got 32 GiB; raise maxBytes.");
    expect(error).toMatchObject({ name: "LimitError", limit: 2 ** 32, needed: 2 ** 35, unit: "bytes" });
  });

  it.each([
    [0, "0 bytes"],
    [1023, "1023 bytes"],
    [1024, "1 KiB"],
    [1025, "1.01 KiB"],
    [2 ** 20 - 1, "1024 KiB"],
    [2 ** 30 * 15.5, "15.5 GiB"],
    [2 ** 60, "1024 PiB"],
  ])("writes %d bytes as %s, rounded up", (bytes, text) => {
    expect(new LimitError("a", bytes, bytes, "bytes", "b").message).toContain(`got ${text};`);
  });

  it("writes other units plainly", () => {
    expect(new LimitError("circuit", 30, 31, "qubits", "use fewer").message).toBe(
      "circuit: expected at most 30 qubits, got 31 qubits; use fewer.",
    );
  });
});
