import { afterEach, describe, expect, it, vi } from "vitest";
import { instantiate } from "../../src/wasm/instantiate.ts";

/** (module (func (export "answer") (result i32) i32.const 42)), assembled by hand from the binary format. */
const answer = btoa(
  String.fromCharCode(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7f],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x07, 0x0a, 0x01, 0x06, ...new TextEncoder().encode("answer"), 0x00, 0x00],
    ...[0x0a, 0x06, 0x01, 0x04, 0x00, 0x41, 0x2a, 0x0b],
  ),
);

describe("instantiate", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("gives the exports of a module", () => {
    expect(instantiate<{ answer(): number }>(answer)?.answer()).toBe(42);
  });

  it("gives undefined where the host knows no WebAssembly, refuses it, or does not know the instructions", () => {
    expect(instantiate(answer.slice(0, 16))).toBeUndefined();
    vi.stubGlobal("WebAssembly", undefined);
    expect(instantiate(answer)).toBeUndefined();
    vi.stubGlobal("WebAssembly", {
      Module: class {
        constructor() {
          throw new EvalError("refused by the content security policy");
        }
      },
    });
    expect(instantiate(answer)).toBeUndefined();
  });
});
