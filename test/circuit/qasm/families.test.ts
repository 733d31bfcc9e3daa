import { describe, expect, it } from "vitest";
import { bitLaw } from "../../../circuits/support/bit-law.ts";
import { qdkState } from "../../../src/adapters/qsharp/index.ts";
import { exportQasm, parseQasm, seededRandom, simulate } from "../../../src/index.ts";
import { familyProgram, qasmFamilies } from "../../support/qasm-families.ts";
import { stateDifference } from "../../support/state-difference.ts";

const families = qasmFamilies();
const random = seededRandom(5);

/** The law of the bits of a program; all these circuits are small enough for it to be exact. */
function lawOf(program: string): Float64Array {
  const law = bitLaw(parseQasm(program), { shots: 1, random });
  expect(law.shots).toBeUndefined();
  return law.probabilities;
}

function difference(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, p, k) => Math.max(most, Math.abs(p - b[k])), 0);
}

describe("circuits of the well-known families, read from text", () => {
  const known = families.filter(({ law }) => law !== undefined);

  it.each(known)("measure as theory says: $name", (family) => {
    const probabilities = lawOf(familyProgram(family, 2));
    const expected = new Float64Array(probabilities.length);
    for (const [value, probability] of Object.entries(family.law ?? {}))
      expected[Number(value)] = probability;
    expect(difference(probabilities, expected)).toBeLessThan(1e-12);
  });

  it.each(families)("are the same in both versions, and read back from what is written: $name", (family) => {
    const two = lawOf(familyProgram(family, 2));
    expect(difference(two, lawOf(familyProgram(family, 3)))).toBeLessThan(1e-14);
    for (const version of [2, 3] as const) {
      const written = exportQasm(parseQasm(familyProgram(family, 3)), { version });
      expect(difference(two, lawOf(written))).toBeLessThan(1e-12);
    }
  });

  const unitary = families.filter(({ body }) => !body.includes("if("));

  it.each(unitary)("agree with QDK in every amplitude: $name", async (family) => {
    const circuit = parseQasm(familyProgram(family, 2));
    const steps = circuit.operations.filter(({ kind }) => kind !== "measure");
    const prepared = parseQasm(
      familyProgram({ ...family, body: family.body.replace(/measure .*;/g, "") }, 2),
    );
    expect(prepared.length).toBe(steps.length);
    expect(stateDifference(simulate(prepared), await qdkState(prepared))).toBeLessThan(1e-12);
  });
});
