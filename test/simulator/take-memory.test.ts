import { describe, expect, it } from "vitest";
import { LimitError } from "../../src/errors/limit-error.ts";
import { MemoryError } from "../../src/errors/memory-error.ts";
import { hostMemory } from "../../src/simulator/host-memory.node.ts";
import { takeMemory } from "../../src/simulator/take-memory.ts";

describe("takeMemory", () => {
  it("refuses more than the host has, with the need, before it takes any", () => {
    let isTaken = false;
    const take = () => {
      isTaken = true;
    };
    expect(() => takeMemory("run", 2 ** 50, 46, take)).toThrow(LimitError);
    expect(() => takeMemory("run", 2 ** 50, 46, take)).toThrow(
      /^run: expected at most [\d.]+ .iB, got 1 PiB; for 46 qubits, more than this machine can give now; use fewer qubits or precision 32\.$/,
    );
    expect(isTaken).toBe(false);
  });

  it("says that the host refused, as a limit", () => {
    const broken = () => {
      throw new RangeError("Array buffer allocation failed");
    };
    expect(() => takeMemory("run", 2 ** 20, 16, broken)).toThrow(MemoryError);
    expect(() => takeMemory("run", 2 ** 20, 16, broken)).toThrow(LimitError);
    expect(() => takeMemory("run", 2 ** 20, 16, broken)).toThrow(
      "run: expected 1 MiB of memory for 16 qubits, got none from the host; drop states that are not needed, use fewer qubits or precision 32.",
    );
  });

  it("gives what was taken", () => {
    expect(takeMemory("run", 8, 1, () => "taken")).toBe("taken");
  });
});

describe("hostMemory", () => {
  it("is a positive number of bytes here, and infinite where the host does not tell", () => {
    const here = hostMemory();
    expect(here).toBeGreaterThan(0);
    expect(here).toBeLessThan(Number.POSITIVE_INFINITY);
    const { getBuiltinModule } = process;
    try {
      (process as { getBuiltinModule?: unknown }).getBuiltinModule = undefined;
      expect(hostMemory()).toBe(Number.POSITIVE_INFINITY);
    } finally {
      process.getBuiltinModule = getBuiltinModule;
    }
  });
});
