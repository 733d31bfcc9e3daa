import { describe, expect, it } from "vitest";
import { stateVectorModule } from "../../../../src/simulator/compiled/generated/state-vector-module.ts";
import { forSharedMemory } from "../../../../src/simulator/compiled/threads/shared-kernels.ts";

const bytes = Uint8Array.from(atob(stateVectorModule), (character) => character.charCodeAt(0));

describe("forSharedMemory", () => {
  it("makes the kernels take a shared memory, by one byte", () => {
    const changed = forSharedMemory(bytes);
    expect(changed.filter((byte, k) => byte !== bytes[k])).toHaveLength(1);
    const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true });
    const module = new WebAssembly.Module(changed);
    expect(new WebAssembly.Instance(module, { env: { memory } }).exports).toHaveProperty("runTiles");
    // The module as it is refuses it.
    expect(() => new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } })).toThrow(
      /shared/,
    );
  });

  it("refuses a module without such an import, and one that was changed already", () => {
    expect(() => forSharedMemory(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))).toThrow(/imports env\.memory/);
    expect(() => forSharedMemory(forSharedMemory(bytes))).toThrow(/imports env\.memory/);
  });
});
