import { describe, expect, it } from "vitest";
import { philox4x32 } from "../../src/random/philox.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { parseKey } from "../../src/random/stream-key.ts";
import { expectFits, expectUniform } from "../support/chi-square.ts";

/** The first numbers of each kind: enough to tell two streams apart. */
function sample(stream: RandomStream): number[] {
  return [stream.uniform(), stream.integer(1000), stream.normal(), stream.bits32()];
}

describe("seededRandom", () => {
  it("gives these numbers for seed 7, in every later version too", () => {
    const bits = seededRandom(7);
    expect(Array.from({ length: 5 }, () => bits.bits32())).toEqual([
      4072486034, 3207501354, 1136751108, 422488240, 1622381038,
    ]);
    const uniform = seededRandom(7);
    expect(Array.from({ length: 3 }, () => uniform.uniform())).toEqual([
      0.948199545940791, 0.2646704919514671, 0.3777400183129672,
    ]);
    const integer = seededRandom(7);
    expect([10, 10, 2 ** 32, 2 ** 40, 2 ** 53].map((bound) => integer.integer(bound))).toEqual([
      4, 4, 1136751108, 915188928071, 294038761513822,
    ]);
    const normal = seededRandom(7);
    for (const expected of [-0.03259043212648484, 0.12863354383970219, 0.4252310212035157]) {
      expect(normal.normal()).toBeCloseTo(expected, 14);
    }
  });

  it("gives these keys, in every later version too", () => {
    const seven = seededRandom(7);
    expect(seven.key).toBe("4431ac4569df3202");
    expect(seededRandom("seven").key).toBe("2b731d9bba2c5a6f");
    expect(seededRandom(2 ** 53 - 1).key).toBe("0c32fa165c99c80e");
    expect(seven.split("row").key).toBe("5f884721fe18fad1");
    expect(seven.split("row", 3).key).toBe("1dc665c1099b4e49");
    expect(seven.split("row", 2 ** 53 - 1).key).toBe("ca76a1a22164a31f");
    expect(seven.split("a longer purpose", 1).split("row", 2).key).toBe("20015cb4557538d3");
  });

  it("reads the Philox blocks of counters 0, 1, … under its key", () => {
    const stream = seededRandom("counter");
    const { high, low } = parseKey(stream.key);
    const block = new Uint32Array(4);
    for (let counter = 0; counter < 5; counter++) {
      philox4x32(counter, 0, 0, 0, low, high, block);
      for (const word of block) expect(stream.bits32()).toBe(word);
    }
  });

  it("tells a number from the text that writes it", () => {
    expect(seededRandom(7).key).not.toBe(seededRandom("7").key);
  });

  it.each([Number.NaN, 1.5, -1, -0, 2 ** 53, Number.POSITIVE_INFINITY])("refuses the seed %d", (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
    expect(() => seededRandom(seed)).toThrow(/seededRandom: expected a whole number from 0 to 2\^53 − 1/);
  });

  it("names −0 as such", () => {
    expect(() => seededRandom(-0)).toThrow(/got -0;/);
  });

  it("refuses an empty text and other kinds", () => {
    expect(() => seededRandom("")).toThrow(/got an empty text/);
    expect(() => seededRandom(undefined as unknown as number)).toThrow(TypeError);
    expect(() => seededRandom(null as unknown as number)).toThrow(/got null/);
    expect(() => seededRandom(7n as unknown as number)).toThrow(/got bigint/);
  });
});

describe("RandomStream.split", () => {
  it("does not depend on how many numbers were drawn before or after", () => {
    const untouched = seededRandom(1);
    const drawn = seededRandom(1);
    for (let i = 0; i < 37; i++) drawn.normal();
    drawn.split("other", 5).uniform();
    expect(drawn.split("child", 2).key).toBe(untouched.split("child", 2).key);
    expect(sample(drawn.split("child", 2))).toEqual(sample(untouched.split("child", 2)));
  });

  it("does not move its parent", () => {
    const split = seededRandom(1);
    split.uniform();
    split.split("child").uniform();
    const plain = seededRandom(1);
    plain.uniform();
    expect(sample(split)).toEqual(sample(plain));
  });

  it("takes the index 0 when none is given", () => {
    expect(seededRandom(1).split("a").key).toBe(seededRandom(1).split("a", 0).key);
  });

  it("gives every path of purposes and indices a key of its own", () => {
    const keys = new Set<string>();
    const root = seededRandom(1);
    for (const purpose of ["hash", "halving", "search"]) {
      for (let index = 0; index < 3000; index++) keys.add(root.split(purpose, index).key);
      keys.add(root.split(purpose).split(purpose).key);
    }
    keys.add(root.split("hash").split("search").key);
    keys.add(root.split("search").split("hash").key);
    expect(keys.size).toBe(9005);
  });

  it("gives children that are uniform together and uncorrelated with neighbours and parent", () => {
    // Pairs (child i, child i+1) and (parent, child) on a 16×16 grid; false alarm 1e-6 each.
    const root = seededRandom(2);
    const neighbours = new Float64Array(256);
    const parents = new Float64Array(256);
    let before = root.split("child", 0).uniform();
    for (let i = 1; i <= 40000; i++) {
      const child = root.split("child", i).uniform();
      neighbours[16 * Math.floor(16 * before) + Math.floor(16 * child)]++;
      parents[16 * Math.floor(16 * root.uniform()) + Math.floor(16 * child)]++;
      before = child;
    }
    expectUniform(neighbours);
    expectUniform(parents);
  });

  it("refuses a purpose that is empty or no text, and an index that is not a whole number ≥ 0", () => {
    const stream = seededRandom(1);
    expect(() => stream.split("")).toThrow(/RandomStream\.split: expected a purpose/);
    expect(() => stream.split(3 as unknown as string)).toThrow(TypeError);
    for (const index of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => stream.split("a", index)).toThrow(/RandomStream\.split: expected an index/);
    }
  });
});

describe("RandomStream", () => {
  it("bits32 sets each of the 32 bits half of the time", () => {
    // 32 fair coins over 40000 draws: 6 standard deviations each, about 1e-7 in all.
    const stream = seededRandom(3);
    const set = new Float64Array(32);
    for (let i = 0; i < 40000; i++) {
      const word = stream.bits32();
      for (let bit = 0; bit < 32; bit++) set[bit] += (word >>> bit) & 1;
    }
    for (const count of set) expect(Math.abs(count - 20000)).toBeLessThan(600);
  });

  it("uniform lies in [0, 1), fills it evenly and uses 53 bits", () => {
    const stream = seededRandom(4);
    const counts = new Float64Array(1000);
    let odd = 0;
    for (let i = 0; i < 200000; i++) {
      const x = stream.uniform();
      counts[Math.floor(1000 * x)]++;
      odd += (x * 2 ** 53) % 2;
    }
    expectUniform(counts);
    // The last of 53 bits is a fair coin: 5 standard deviations, 6e-7.
    expect(Math.abs(odd - 100000)).toBeLessThan(5 * Math.sqrt(50000));
  });

  it.each([1, 2, 3, 7, 10, 1000, 3 * 2 ** 30, 2 ** 32, 2 ** 32 + 1, 3 * 2 ** 51, 2 ** 53])(
    "integer(%d) is uniform below its bound",
    (bound) => {
      const stream = seededRandom(5);
      // Small bounds value by value, large ones in 96 bins, whose shares differ by less than 96/2^30.
      const bins = bound <= 1000 ? bound : 96;
      const counts = new Float64Array(bins);
      for (let i = 0; i < 30000; i++) {
        const value = stream.integer(bound);
        if (!Number.isInteger(value) || value < 0 || value >= bound) throw new Error(`${value} is no index`);
        counts[bins === bound ? value : Math.floor((value / bound) * bins)]++;
      }
      expectUniform(counts);
    },
  );

  it("integer shows no modulo bias for a bound of three quarters of 2^32", () => {
    // Taking 32 bits modulo the bound would hit the lowest third twice as often.
    const stream = seededRandom(6);
    const thirds = new Float64Array(3);
    for (let i = 0; i < 30000; i++) thirds[Math.floor(stream.integer(3 * 2 ** 30) / 2 ** 30)]++;
    expectUniform(thirds);
  });

  it.each([0, -1, 1.5, 2 ** 53 + 2, Number.NaN, Number.POSITIVE_INFINITY])(
    "integer refuses the bound %d",
    (bound) => {
      expect(() => seededRandom(1).integer(bound)).toThrow(/RandomStream\.integer: expected a bound/);
    },
  );

  it("normal follows the standard normal law", () => {
    // Bins of width 0.1 with masses from Simpson's rule on the density; false alarm 1e-6.
    const stream = seededRandom(8);
    const draws = 100000;
    const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const observed = new Float64Array(120);
    const expected = Float64Array.from({ length: 120 }, (_, bin) => {
      const x = -6 + bin * 0.1;
      return (draws * 0.1 * (density(x) + 4 * density(x + 0.05) + density(x + 0.1))) / 6;
    });
    for (let i = 0; i < draws; i++) {
      observed[Math.max(0, Math.min(119, Math.floor((stream.normal() + 6) * 10)))]++;
    }
    expectFits(observed, expected);
  });

  it("normal gives pairs without correlation", () => {
    // The mean of 50000 products of independent normals: 5 standard deviations, 6e-7.
    const stream = seededRandom(9);
    let sum = 0;
    for (let i = 0; i < 50000; i++) sum += stream.normal() * stream.normal();
    expect(Math.abs(sum)).toBeLessThan(5 * Math.sqrt(50000));
  });
});
