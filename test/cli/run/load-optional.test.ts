import { describe, expect, it } from "vitest";
import { loadOptional } from "../../../src/cli/run/load-optional.ts";

describe("loadOptional", () => {
  it("gives what is loaded", async () => {
    expect(await loadOptional("--to qiskit", "quantum-circuit", async () => 3)).toBe(3);
  });

  it("says what to install when the package is missing, and nothing of the kind about other errors", async () => {
    // As Node words it, for a package that is really missing.
    await expect(
      loadOptional("--to qiskit", "no-such-package", () => import("no-such-package" as string)),
    ).rejects.toThrow();
    const missing = Object.assign(new Error("Cannot find package 'quantum-circuit' imported from a.js"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
    const load = (error: Error) =>
      loadOptional("--to qiskit", "quantum-circuit", () => Promise.reject(error));
    await expect(load(missing)).rejects.toThrow(
      "--to qiskit: expected the package quantum-circuit, which is optional, got none; npm install quantum-circuit.",
    );
    const other = Object.assign(new Error("Cannot find package 'left-pad' imported from a.js"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
    await expect(load(other)).rejects.toBe(other);
    await expect(load(new Error("no"))).rejects.toThrow(/^no$/);
  });
});
