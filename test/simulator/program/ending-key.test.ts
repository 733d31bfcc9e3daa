import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { type EndingBit, endingKey } from "../../../src/simulator/program/ending-key.ts";

/** The plain definition: bit by bit. */
function plainKey(measured: readonly EndingBit[], bits: Uint8Array, drawn: number): string {
  const read = bits.slice();
  for (const { outcome, bit } of measured) read[bit] = (drawn >>> outcome) & 1;
  return Array.from(read).reverse().join("");
}

describe("endingKey", () => {
  it("puts bits in order between those that were there, with the qubits in order or not", () => {
    const bits = Uint8Array.of(1, 0, 0, 0, 1, 1);
    const inOrder = [0, 1, 2].map((k) => ({ outcome: k, bit: k + 1 }));
    expect(endingKey(inOrder, bits)(0b110)).toBe("111101");
    expect(endingKey([...inOrder].reverse(), bits)(0b110)).toBe("111101");
    expect(
      endingKey(
        [
          { outcome: 0, bit: 5 },
          { outcome: 1, bit: 0 },
        ],
        bits,
      )(0b01),
    ).toBe("110000");
  });

  it("lets the later of two measurements into one bit count", () => {
    const twice = [
      { outcome: 0, bit: 0 },
      { outcome: 1, bit: 0 },
    ];
    expect([0, 1, 2, 3].map(endingKey(twice, Uint8Array.of(0)))).toEqual(["0", "0", "1", "1"]);
  });

  it("agrees with the plain definition", () => {
    const random = seededRandom(8);
    for (let round = 0; round < 200; round++) {
      const bits = Uint8Array.from({ length: 1 + random.integer(6) }, () => random.integer(2));
      const outcomes = 1 + random.integer(5);
      const measured = Array.from({ length: 1 + random.integer(5) }, () => ({
        outcome: random.integer(outcomes),
        bit: random.integer(bits.length),
      }));
      const key = endingKey(measured, bits);
      for (let drawn = 0; drawn < 2 ** outcomes; drawn++)
        expect(key(drawn)).toBe(plainKey(measured, bits, drawn));
    }
  });
});
