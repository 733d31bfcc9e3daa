import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/index.ts";
import { checkReading, mutated, seedTexts } from "../../support/qasm-mutation.ts";
import { longQasm } from "../../support/qasm-text.ts";

const folder = new URL("../../../circuits/", import.meta.url);
const programs = readdirSync(folder)
  .filter((name) => name.endsWith(".qasm"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

describe("a program that was changed at random", () => {
  // A slice of the long run of bench/qasm-mutations.ts, by the same numbers of inputs.
  const random = seededRandom(1);
  const texts = seedTexts(programs, random.split("seeds"));

  it.each([0, 1, 2, 3])(
    "is read or refused with a place inside it: inputs from %i thousand on",
    (thousand) => {
      const ends = { accepted: 0, refused: 0 };
      const codes = new Set<string>();
      for (let k = 1000 * thousand; k < 1000 * (thousand + 1); k++) {
        const text = mutated(texts, random.split("input", k));
        let end: ReturnType<typeof checkReading>;
        try {
          end = checkReading(text, k % 2 === 0 ? 2 : 3);
        } catch (error) {
          throw new Error(`input ${k}: ${(error as Error).message}\n${JSON.stringify(text)}`);
        }
        if (end.accepted) ends.accepted++;
        else {
          ends.refused++;
          codes.add(end.code);
        }
      }
      // The changes reach many kinds of errors, and leave some programs whole.
      expect(ends.accepted).toBeGreaterThan(100);
      expect(codes.size).toBeGreaterThan(15);
    },
  );

  it("is reached from programs that are all read", () => {
    for (const text of texts)
      expect(checkReading(text, 2).accepted || checkReading(text, 3).accepted).toBe(true);
  });
});

describe("a text of random characters", () => {
  it("is read or refused with a place inside it", () => {
    const random = seededRandom(2);
    const alphabet = [...' \n;()[]{}+-*/^,.0123456789eEqcxU"$@_πa\u{1d562}\ud800\udc00\u0000/*'];
    for (let k = 0; k < 2000; k++) {
      const length = random.integer(60);
      const text = Array.from({ length }, () => alphabet[random.integer(alphabet.length)]).join("");
      checkReading(text, k % 2 === 0 ? 2 : 3);
    }
  });
});

describe("a program cut off anywhere", () => {
  it.each([2, 3] as const)("is read or refused with a place inside it, version %i", (version) => {
    const text = longQasm(version, 1500, seededRandom(3));
    for (let end = 0; end < text.length; end++) checkReading(text.slice(0, end), version);
  });
});
